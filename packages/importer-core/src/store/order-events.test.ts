import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbeddedDatabase } from '../node/open-embedded.js';
import { forgetOldRuns } from './import-runs.js';
import { forgetOldEvents } from './order-events.js';
import type { Store } from './store.js';

let store: Store;
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://');
});
afterAll(() => store.close());

it('forgets runs and events of long ago, and looks at the oldest alone', async () => {
  const event = { target: 't', order_id: '1', event: 'delivered' as const, reason: null };
  const at = (days: number) => new Date(Date.UTC(2026, 5, 1) - days * 86_400_000).toISOString();
  await store.db
    .insertInto('order_event')
    .values([181, 179].map((days) => ({ ...event, account: 'forgetful', at: at(days) })))
    .execute();
  const run = { account: 'forgetful', target: 't', selection: '3' };
  await store.db
    .insertInto('import_run')
    .values([15, 13].map((days) => ({ ...run, started_at: at(days) })))
    .execute();
  await forgetOldEvents(store, Date.UTC(2026, 5, 1));
  await forgetOldRuns(store, Date.UTC(2026, 5, 1));
  for (const [table, column, left] of [
    ['order_event', 'at', 179],
    ['import_run', 'started_at', 13],
  ] as const) {
    const rows = await store.db.selectFrom(table).selectAll().where('account', '=', 'forgetful').execute();
    expect(rows.map((row) => row[column as keyof typeof row])).toEqual([at(left)]);
  }
});
