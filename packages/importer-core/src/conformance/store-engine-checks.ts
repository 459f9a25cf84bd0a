import { listHeld } from '../import/held-orders.js';
import type { ImportResult } from '../import/import-options.js';
import { runImport } from '../import/run-import.js';
import { enqueue } from '../outbox/enqueue.js';
import { listOutbox, retryDead } from '../outbox/list-outbox.js';
import { sendDue } from '../outbox/send-due.js';
import type { Store } from '../store/store.js';
import { storeTarget } from '../target/store-target.js';
import type { Target } from '../target/target.js';
import { mustEqual } from './check.js';
import { cutDialect } from './cut-dialect.js';
import { exampleSource, hastyClock, type RawOrder, rawOrder } from './example-orders.js';
import type { StoreTrialRun } from './store-conformance.js';

const account = 'conformance@example.com';
const idOf = (n: number): string => String(900_000_000_000 + n);
const orders = (count: number): RawOrder[] =>
  Array.from({ length: count }, (_, index) => rawOrder(idOf(index)));

async function importInto(store: Store, target: Target, raw: readonly RawOrder[]): Promise<ImportResult> {
  const source = exampleSource(raw);
  return runImport({ account, statusIds: [3], source, store, target, clock: hastyClock() });
}

/** An ERP outside the database: it counts what it is handed. */
function countingTarget(): Target & { readonly counts: Map<string, number> } {
  const counts = new Map<string, number>();
  return {
    id: 'counting',
    counts,
    findDelivered: async (keys) => new Set(keys.filter((key) => counts.has(key))),
    async deliver(deliveries) {
      for (const { key } of deliveries) counts.set(key, (counts.get(key) ?? 0) + 1);
      return deliveries.map(() => ({ outcome: 'delivered' }));
    },
    async close() {},
  };
}

/** Whole imports and write-backs on the store. */
export const storeEngineChecks: Readonly<Record<string, StoreTrialRun>> = {
  async 'an import delivers sound orders once and holds the others'(trial) {
    const store = await trial.open();
    const target = storeTarget(store, account);
    const raw = [
      ...orders(300),
      rawOrder(idOf(300), { TotalCost: 'much' }),
      { State: 3, LastModifiedAt: '2026-01-05T10:00:00' },
    ];
    const first = await importInto(store, target, raw);
    if (first.error) throw first.error;
    const { read, created, held } = first.summary;
    mustEqual({ read, created, held }, { read: 302, created: 300, held: 2 }, 'The first import');
    mustEqual((await listHeld(store, account)).length, 2, 'Held orders');
    const second = await importInto(store, target, raw);
    if (second.error) throw second.error;
    mustEqual(second.summary.created, 0, 'Orders created by a second import');
    return undefined;
  },

  async 'write-backs are kept, sent once, and can be tried again'(trial) {
    const store = await trial.open();
    const clock = hastyClock();
    const sent: string[] = [];
    const sink = {
      setOrderStatus: async (orderId: string) => void sent.push(`status ${orderId}`),
      readTrackingNumbers: async () => [],
      addShipment: async (orderId: string) => void sent.push(`shipment ${orderId}`),
      addTags: async () => {},
      updateStock: async () => [],
    };
    const shipment = { kind: 'shipment', orderId: '2', shipment: { trackingNumber: 'T1' } } as const;
    await enqueue(store, account, { kind: 'status', orderId: '1', statusId: 4 }, clock);
    await enqueue(store, account, shipment, clock);
    await enqueue(store, account, shipment, clock);
    const result = await sendDue({ store, account, sink, clock });
    if (result.stoppedBy) throw result.stoppedBy;
    mustEqual([...sent].sort(), ['shipment 2', 'status 1'], 'What was sent');
    mustEqual(
      (await listOutbox(store, account)).map(({ state }) => state),
      ['sent', 'sent'],
      'The outbox after sending',
    );
    await store.db.updateTable('outbox').set({ state: 'dead' }).where('order_id', '=', '1').execute();
    mustEqual(await retryDead(store, account, clock), 1, 'Dead entries that wait again');
    return undefined;
  },

  async 'an import that is cut off at any statement loses and doubles nothing'(trial) {
    const target = countingTarget();
    const lives = 12;
    let raw = orders(3);
    let length = 0;
    for (let life = 0; life <= lives; life += 1) {
      raw = orders(3 * (life + 1));
      const cut = cutDialect();
      const store = await trial.open((dialect) => cut.wrap(dialect));
      const before = cut.statements;
      // The first life is whole, to learn how many statements one takes.
      if (life > 0) cut.cutAt(Math.ceil((life * length) / lives), life % 2 ? 'after' : 'before');
      await importInto(store, target, raw);
      if (life === 0) length = cut.statements - before;
      await trial.close(store);
    }
    const last = await importInto(await trial.open(), target, raw);
    if (last.error) throw last.error;
    mustEqual(target.counts.size, raw.length, 'Orders at the target in the end');
    mustEqual([...new Set(target.counts.values())], [1], 'How often each order came');
    return undefined;
  },
};
