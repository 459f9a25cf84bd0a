import { setTimeout as delay } from 'node:timers/promises';
import { runSql } from 'importer-core/store';
import { type Fleet, openFleet } from '../../../test/simulation/fleet/open-fleet.js';
import { print } from '../figure.js';
import { describeLoad, processorTime, processorTimeBetween } from './processor-time.js';

const importedShare = 0.9;

/** First imports of many accounts on PostgreSQL: orders per second by number of worker processes, and what each order costs. */
export async function benchThroughput(accounts: number, ordersPerAccount: number): Promise<void> {
  let single: number | undefined;
  for (const workers of [1, 2, 4]) {
    const { perSecond, costs, note } = await throughput(workers, accounts, ordersPerAccount);
    single ??= perSecond;
    const name = `fleet/${accounts}-accounts/${workers}-workers`;
    print({
      name,
      value: perSecond,
      unit: 'orders/s',
      ...(workers === 1 ? {} : { peer: '1 worker', ratio: perSecond / single }),
      note,
    });
    print({ name: `${name}/worker-time`, value: costs.worker * 1000, unit: 'ms/order' });
    print({ name: `${name}/database-time`, value: costs.database * 1000, unit: 'ms/order' });
  }
}

/** From the start of the workers to the last order, with a sandbox that answers at once and without limits. */
async function throughput(workers: number, accounts: number, ordersPerAccount: number) {
  const fleet = await openFleet({
    accounts,
    orders: ordersPerAccount,
    rateLimit: false,
    noFiles: true,
    env: { BILLBEE_POLL_MINUTES: '1440', BILLBEE_LOG_LEVEL: 'warn' },
  });
  try {
    // Orders are made on first use: not what is to be measured.
    let total = 0;
    for (const { state } of fleet.sandbox.accounts) total += state.orders.length;
    const before = processorTime([]);
    for (let worker = 0; worker < workers; worker += 1) fleet.start();
    await firstOrder(fleet);
    const started = performance.now();
    const already = await handledOrders(fleet);
    let count = already;
    while (count < total * importedShare) {
      await delay(100);
      count = await handledOrders(fleet);
      if (performance.now() - started > 600_000) break;
    }
    const seconds = (performance.now() - started) / 1000;
    const orders = count - already;
    const used = processorTimeBetween(
      before,
      processorTime(fleet.workers.map(({ child }) => child.pid ?? 0)),
    );
    return {
      perSecond: orders / seconds,
      // With the start of the workers and the first orders, which the database did not have yet.
      costs: { worker: used.workers / count, database: used.database / count },
      note: describeLoad(used, seconds),
    };
  } finally {
    await fleet.close();
  }
}

/** Orders that are delivered, or held for a person. */
export async function handledOrders({ store }: Fleet): Promise<number> {
  const { rows } = await runSql<{ count: number }>(
    store.db,
    `select (select count(*) from delivery where state = 'delivered')::integer + (select count(*) from hold)::integer as count`,
  );
  return rows[0]?.count ?? 0;
}

async function firstOrder(fleet: Fleet): Promise<void> {
  while ((await handledOrders(fleet)) === 0) await delay(20);
}
