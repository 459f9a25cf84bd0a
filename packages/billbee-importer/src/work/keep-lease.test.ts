import { pollNow, takeLease } from 'importer-accounts';
import { openEmbeddedDatabase, systemClock } from 'importer-core/node';
import { expect, it } from 'vitest';
import { migrations } from '../session/open-database.js';
import { keepLease } from './keep-lease.js';

it.each([3_600_000, -3_600_000])('keeps a lease when somebody sets the clock by %i ms', async (step) => {
  const store = await openEmbeddedDatabase('memory://', { migrations });
  await pollNow(store.db, 'a@example.com');
  const lease = await takeLease(store, 'a@example.com', 'worker', 2000);
  if (!lease) throw new Error('There is no lease.');
  let offset = 0;
  const clock = { ...systemClock, now: () => Date.now() + offset };
  const kept = keepLease(store, lease, 2000, clock);
  offset = step;
  await systemClock.sleep(1200);
  expect(kept.lost.aborted).toBe(false);
  kept.end();
  await store.close();
});
