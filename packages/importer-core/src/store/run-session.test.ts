import { afterAll, beforeAll, expect, it } from 'vitest';
import { runImport } from '../import/run-import.js';
import { openEmbeddedDatabase } from '../node/open-embedded.js';
import { systemClock } from '../node/system-clock.js';
import { sendDue } from '../outbox/send-due.js';
import { MemoryTarget } from '../target/memory-target.test.data.js';
import { withRunSession } from './run-session.js';
import type { Store } from './store.js';

let embedded: Store;
/** One that carries two runs at a time. */
let store: Store;
beforeAll(async () => {
  embedded = await openEmbeddedDatabase('memory://');
  store = { ...embedded, sessions: 2 };
});
afterAll(() => embedded.close());

/** A run that goes on until it is told to end. */
function longRun(scope: string, onStore = store) {
  let end: () => void = () => {};
  let begun: () => void = () => {};
  const ending = new Promise<void>((resolve) => {
    end = resolve;
  });
  const beginning = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const ended = withRunSession(onStore, scope, { activity: 'importing' }, async () => {
    begun();
    await ending;
  });
  return { beginning, end, ended };
}

it('lets no more runs work at a time than the store carries, in the order they came', async () => {
  let working = 0;
  let most = 0;
  const order: number[] = [];
  const runs = Array.from({ length: 8 }, (_, number) =>
    withRunSession(store, `scope ${number}`, { activity: 'importing' }, async () => {
      order.push(number);
      working += 1;
      most = Math.max(most, working);
      await systemClock.sleep(5);
      working -= 1;
      if (number % 3 === 0) throw new Error('this one not');
    }),
  );
  await Promise.allSettled(runs);
  expect(most).toBe(2);
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

it('lets any number of runs work on a store that knows no limit', async () => {
  const runs = Array.from({ length: 8 }, (_, number) => longRun(`any ${number}`, embedded));
  await Promise.all(runs.map(({ beginning }) => beginning));
  for (const { end } of runs) end();
  await Promise.all(runs.map(({ ended }) => ended));
});

it('ends the waiting of whoever is stopped, and of nobody else', async () => {
  const long = [longRun('one'), longRun('two')];
  await Promise.all(long.map(({ beginning }) => beginning));
  const stop = new AbortController();
  const parts = { account: 'a', store, clock: systemClock, signal: stop.signal };
  const source = {
    usage: { calls: 0, retries: 0 },
    readOrderPage: () => Promise.reject(new Error('not to be asked')),
    readOrder: () => Promise.reject(new Error('not to be asked')),
  };
  const importing = runImport({ ...parts, statusIds: [3], source, target: new MemoryTarget() });
  const sending = sendDue({ ...parts, sink: {} as never });
  const other = longRun('other');
  stop.abort(new Error('stopped'));
  expect(await importing).toMatchObject({ outcome: 'aborted', error: undefined });
  expect(await sending).toMatchObject({ sent: 0, stoppedBy: stop.signal.reason });
  long[0]?.end();
  await other.beginning;
  for (const { end } of [...long, other]) end();
  await Promise.all([...long, other].map(({ ended }) => ended));
  await withRunSession(store, 'one', { activity: 'importing' }, async () => {});
});
