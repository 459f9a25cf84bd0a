import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbeddedDatabase } from '../node/open-embedded.js';
import { SeenOrders } from './seen-orders.js';
import type { Store } from './store.js';

let store: Store;
let runs = 0;

beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://');
});
afterAll(() => store.close());

it('tells what is new in a pass and in the run, whether there are few orders or thousands', async () => {
  const page = fc.record({
    nextPass: fc.boolean(),
    // Pages overlap, and some runs pass the number of orders that are kept in memory.
    from: fc.integer({ min: 0, max: 900 }),
    length: fc.integer({ min: 0, max: 1500 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(page, { maxLength: 8 }), async (pages) => {
      runs += 1;
      const seen = new SeenOrders(String(runs));
      const inRun = new Set<string>();
      let inPass = new Set<string>();
      let pass = 1;
      await store.db.connection().execute(async (db) => {
        for (const { nextPass, from, length } of pages) {
          if (nextPass) {
            pass += 1;
            inPass = new Set();
          }
          const ids = Array.from({ length }, (_, index) => `${(from + index) * 2}`);
          const { newInPass, newInRun } = await seen.add(db, pass, ids);
          expect([...newInPass].sort()).toEqual(ids.filter((id) => !inPass.has(id)).sort());
          expect([...newInRun].sort()).toEqual(ids.filter((id) => !inRun.has(id)).sort());
          for (const id of ids) {
            inPass.add(id);
            inRun.add(id);
          }
        }
        await seen.drop(db);
      });
    }),
    { numRuns: 40 },
  );
});

it('takes any id, and leaves no table behind', async () => {
  const seen = new SeenOrders('ids');
  const ids = ['__proto__', '1"2', "1'2", '\\', 'ä', ...Array.from({ length: 2500 }, (_, at) => `${at}`)];
  await store.db.connection().execute(async (db) => {
    await seen.add(db, 1, ids.slice(0, 5));
    expect((await seen.add(db, 2, ids)).newInRun.size).toBe(2500);
    expect((await seen.add(db, 2, ids)).newInPass).toEqual([]);
    await seen.drop(db);
    await seen.drop(db);
  });
});
