import type { PGlite } from '@electric-sql/pglite';
import { describe, expect, it } from 'vitest';
import { openInMemory } from '../node/open-in-memory.js';
import { type PgliteClient, pgliteDialect } from '../node/pglite-dialect.js';
import { openStore, type Store } from '../store/store.js';
import type { Delivery, DeliveryOutcome, Target } from '../target/target.js';
import { runChecks } from './check.js';
import { MemoryErp, refusedByMemoryErp } from './memory-erp.test.data.js';
import { targetConformance } from './target-conformance.js';
import type { TargetConformanceOptions } from './target-trial.js';

/** Two databases in turn: a check uses two stores at most, and each one that is handed out is empty. */
const clients = await Promise.all([openInMemory(), openInMemory()]);
let stores = 0;
async function store(): Promise<Store> {
  stores += 1;
  const client = clients[stores % 2] as PGlite;
  await client.exec('drop schema public cascade; create schema public');
  const session: PgliteClient = {
    query: (text, parameters) => client.query(text, parameters),
    exec: (text) => client.exec(text),
    close: async () => {},
  };
  return openStore(pgliteDialect(session), { location: 'memory' });
}

const checksFor = (make: () => MemoryErp, options: Partial<TargetConformanceOptions> = {}) =>
  targetConformance({
    create: async () => make(),
    refusable: refusedByMemoryErp,
    idempotent: true,
    store,
    ...options,
  });

describe('an ERP that keeps its promises', () => {
  for (const { name, run } of checksFor(() => new MemoryErp())) {
    it(name, async () => {
      expect(await run()).toBeUndefined();
    });
  }
});

/** The target of an ERP with one method that does something else. */
function erpWith(change: (erp: MemoryErp) => Partial<Target>): () => MemoryErp {
  return () => {
    const erp = new MemoryErp();
    erp.open = async () => Object.assign(erp.target(), change(erp));
    return erp;
  };
}

const changed = (edit: (erp: MemoryErp) => void) => (): MemoryErp => {
  const erp = new MemoryErp();
  edit(erp);
  return erp;
};

const duplicating = changed((erp) => {
  erp.take = (delivery: Delivery): DeliveryOutcome => {
    erp.rows.push(delivery);
    return { outcome: 'delivered' };
  };
});

/** What a target can do wrong, and the checks that have to notice. */
const broken: readonly (readonly [string, () => MemoryErp, readonly string[]])[] = [
  [
    'gives one outcome for a whole batch',
    erpWith((erp) => ({ deliver: async (orders) => (await erp.deliver(orders)).slice(0, 1) })),
    [
      'one outcome per order, in sequence',
      'a whole page at once',
      'unusual texts and empty fields do not break a delivery',
    ],
  ],
  [
    'takes no more than a hundred at a time',
    changed((erp) => {
      const take = erp.take.bind(erp);
      erp.deliver = async (orders) =>
        orders.map((order, index) => (index < 100 ? take(order) : { outcome: 'delivered' }));
    }),
    ['a whole page at once'],
  ],
  [
    'throws when it refuses one order',
    erpWith((erp) => ({
      deliver: async (orders) => {
        if (orders.some(({ order }) => order.currency === 'XXX')) throw new Error('422');
        return erp.deliver(orders);
      },
    })),
    ['a refused order is held with its reason, the others are delivered'],
  ],
  [
    'answers refusals first',
    erpWith((erp) => ({
      deliver: async (orders) => (await erp.deliver(orders)).sort((a) => (a.outcome === 'held' ? -1 : 1)),
    })),
    ['a refused order is held with its reason, the others are delivered'],
  ],
  [
    'cannot stand quotes',
    erpWith((erp) => ({
      deliver: async (orders) => {
        if (JSON.stringify(orders).includes('DROP TABLE')) throw new Error('syntax error');
        return erp.deliver(orders);
      },
    })),
    ['unusual texts and empty fields do not break a delivery'],
  ],
  [
    'reports as done what an abort has kept from arriving',
    erpWith((erp) => ({
      deliver: async (orders, signal) => {
        await Promise.resolve();
        return signal?.aborted ? orders.map(() => ({ outcome: 'delivered' })) : erp.deliver(orders);
      },
    })),
    ['an aborted delivery settles, and what it left can be found out'],
  ],
  ['makes a second order of a known key', duplicating, ['the same key again is the same order']],
  [
    'adds a second order on an update',
    erpWith((erp) => ({
      update: async (orders) => {
        erp.rows.push(...orders);
        return orders.map(() => ({ outcome: 'delivered' }));
      },
    })),
    ['an update replaces, and repeats without harm'],
  ],
  [
    'has another id each time',
    erpWith(() => ({ id: `memory-${Math.random()}` })),
    ['its id names the same place each time'],
  ],
  [
    'claims to have everything',
    erpWith(() => ({ findDelivered: async (keys) => new Set(keys) })),
    [
      'finds nothing where nothing was delivered',
      'one outcome per order, in sequence',
      'an import whose request was lost is made up for',
    ],
  ],
  [
    'claims to have nothing',
    erpWith(() => ({ findDelivered: async () => new Set<string>() })),
    ['one outcome per order, in sequence', 'remembers what it has after it was closed'],
  ],
  [
    'searches by beginning',
    erpWith((erp) => ({
      findDelivered: async (keys) =>
        new Set(keys.filter((key) => erp.rows.some((row) => row.key.startsWith(key)))),
    })),
    ['tells similar keys apart'],
  ],
  [
    'remembers in the process only',
    changed((erp) => {
      erp.open = async () => {
        const seen = new Set<string>();
        return Object.assign(erp.target(), {
          findDelivered: async (keys: readonly string[]) => new Set(keys.filter((key) => seen.has(key))),
          deliver: async (orders: readonly Delivery[]) => {
            for (const { key } of orders) seen.add(key);
            return erp.deliver(orders);
          },
        });
      };
    }),
    ['remembers what it has after it was closed', 'sees what another one has delivered to the same place'],
  ],
  [
    'lists without keys',
    erpWith((erp) => ({
      async *listDelivered() {
        for await (const batch of erp.list()) yield batch.map((order) => ({ ...order, key: order.orderId }));
      },
    })),
    ['lists what it has, each order with its key and status'],
  ],
  [
    'has a mark that never moves',
    erpWith(() => ({ mark: async () => 'same' })),
    ['its mark moves with every delivery and with nothing else'],
  ],
  [
    'loses every second order',
    changed((erp) => {
      const take = erp.take.bind(erp);
      let count = 0;
      erp.take = (delivery) => {
        count += 1;
        return count % 2 === 0 ? { outcome: 'delivered' } : take(delivery);
      };
    }),
    ['an import brings every order once, a second one nothing'],
  ],
  [
    'delivers again what it holds when its answer was lost',
    () => {
      const erp = duplicating();
      erp.open = async () =>
        Object.assign(erp.target(), {
          findDelivered: async () => new Set<string>(),
          listDelivered: undefined,
        });
      return erp;
    },
    [
      'an import whose answer was lost delivers nothing twice',
      'a new store beside it delivers nothing twice',
    ],
  ],
];

describe('a target is found out that', () => {
  it.each(broken)('%s', async (_, make, wanted) => {
    const checks = checksFor(make).filter(({ name }) => wanted.some((one) => name.endsWith(one)));
    const { failed } = await runChecks(checks);
    expect(failed.map(({ name }) => name).sort()).toEqual(wanted.map((name) => `target: ${name}`).sort());
  });

  it('breaks any one check', () => {
    const bitten = new Set(broken.flatMap(([, , names]) => names.map((name) => `target: ${name}`)));
    expect(
      checksFor(() => new MemoryErp())
        .map(({ name }) => name)
        .filter((name) => !bitten.has(name)),
    ).toEqual([]);
  });
});

it('says what it could not check', async () => {
  const bare = erpWith(
    () => ({ update: undefined, listDelivered: undefined, mark: undefined }) as unknown as Partial<Target>,
  );
  const options = { refusable: undefined, idempotent: false, store: undefined };
  const { failed, skipped } = await runChecks(checksFor(bare, options));
  expect(failed).toEqual([]);
  expect(skipped.map(({ why }) => why)).toEqual(
    expect.arrayContaining([
      'The target has no update.',
      'The target has no listDelivered.',
      'No store was given (option store).',
    ]),
  );
});
