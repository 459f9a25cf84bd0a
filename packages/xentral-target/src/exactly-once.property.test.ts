import fc from 'fast-check';
import type { Store } from 'importer-core';
import { openEmbeddedDatabase } from 'importer-core/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FaultName, startXentralSandbox } from 'xentral-sandbox';
import { documentMigrations } from './documents/migrations.js';
import { deliveryOf, erpOrder, targetAt } from './testing.test.data.js';

let store: Store;
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://', { migrations: [documentMigrations] });
});
afterAll(() => store.close());

const fault = fc.constantFrom<FaultName | undefined>(
  undefined,
  undefined,
  'lost-answer',
  'late',
  'late',
  'late',
  'error-after',
  'lost-request',
  'error-before',
);

/**
 * Runs until everything is delivered, as the engine does: after a run that failed, the next one asks first what is there.
 * A life may also end in mid-write, like a killed process: nothing it does from then on has an effect.
 */
it('has every order and every customer once, whatever goes wrong and whenever a run dies', async () => {
  let round = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fault, { minLength: 4, maxLength: 14 }),
      fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }),
      async (faults, lives) => {
        round += 1;
        const account = `account-${round}`;
        const sandbox = await startXentralSandbox({ callsPerMinute: 100_000, lateMs: 120 });
        try {
          sandbox.faults.plan(...faults);
          const orders = [1, 2, 3, 4].map((id) => deliveryOf(erpOrder(id)));
          const done = new Set<string>();
          for (let life = 0; done.size < orders.length; life += 1) {
            expect(life).toBeLessThan(30);
            let writesLeft = lives[life] ?? Number.POSITIVE_INFINITY;
            const dead = (): boolean => writesLeft <= 0;
            const target = targetAt(sandbox, store, account, {
              xentral: { unclearSeconds: 0.25 },
              fetch: async (url, init) => {
                if (dead()) throw new Error('dead');
                if (init.method === 'POST') writesLeft -= 1;
                const answer = await fetch(url, init);
                // Killed between the request and what would have been done with its answer.
                if (dead()) throw new Error('dead');
                return answer;
              },
              clock: {
                now: Date.now,
                sleep: (milliseconds) =>
                  dead()
                    ? Promise.reject(new Error('dead'))
                    : new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds, 260))),
              },
            });
            try {
              for (const key of await target.findDelivered(orders.map((order) => order.key))) done.add(key);
              const open = orders.filter(({ key }) => !done.has(key));
              const outcomes = await target.deliver(open);
              for (const [index, { outcome }] of outcomes.entries()) {
                expect(outcome).toBe('delivered');
                done.add(open[index]?.key ?? '');
              }
            } catch (error) {
              if (error instanceof Error && error.name === 'AssertionError') throw error;
            }
          }
          // What is late has come by now.
          await new Promise((resolve) => setTimeout(resolve, 130));
          expect(sandbox.state.orders.map(({ externalOrderId }) => externalOrderId).sort()).toEqual(
            orders.map(({ order }) => order.source.orderId),
          );
          const mails = sandbox.state.customers.map(({ email }) => email);
          expect(new Set(mails).size).toBe(orders.length);
        } finally {
          await sandbox.close();
        }
      },
    ),
    { numRuns: process.env['TEST_LONG'] ? 200 : 6 },
  );
});
