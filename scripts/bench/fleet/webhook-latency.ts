import { setTimeout as delay } from 'node:timers/promises';
import { runSql } from 'importer-core/store';
import { openFleet } from '../../../test/simulation/fleet/open-fleet.js';
import { freePort } from '../../../test/support/free-port.js';
import { print } from '../figure.js';
import { handledOrders } from './throughput.js';

/** From the moment an order comes into being at Billbee to its confirmed delivery, with Billbee's limits and two processes. */
export async function benchWebhooks({
  webhooks,
  everyMs,
}: {
  readonly webhooks: number;
  readonly everyMs: number;
}): Promise<void> {
  const port = await freePort();
  const fleet = await openFleet({
    accounts: 50,
    orders: 5,
    noFiles: true,
    env: { BILLBEE_POLL_MINUTES: '1440', BILLBEE_PUBLIC_URL: `http://127.0.0.1:${port}` },
  });
  try {
    const service = fleet.start({}, ['serve', '--port', String(port)]);
    while (!service.noise.some((line) => line.includes('Listening'))) await delay(100);
    fleet.start();
    const wanted = fleet.sandbox.accounts.reduce((sum, { state }) => sum + state.orders.length, 0);
    while ((await handledOrders(fleet)) < wanted * 0.9) await delay(200);
    await delay(3000);
    const made = new Map<string, number>();
    for (let number = 0; number < webhooks; number += 1) {
      const account = fleet.sandbox.accounts[number % fleet.sandbox.accounts.length];
      const at = Date.now();
      const order = account?.state.add();
      made.set(`${account?.credentials.username} ${order?.BillBeeOrderId}`, at);
      await delay(everyMs);
    }
    await delay(5000);
    const { rows } = await runSql<{ name: string; at: string }>(
      fleet.store.db,
      `select account || ' ' || order_id as name, updated_at as at from delivery where state = 'delivered'`,
    );
    const times = rows
      .flatMap(({ name, at }) => (made.has(name) ? [Date.parse(at) - (made.get(name) ?? 0)] : []))
      .sort((one, other) => one - other);
    const at = (share: number): number =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
    const { rows: holds } = await runSql<{ name: string }>(
      fleet.store.db,
      `select account || ' ' || hold_id as name from hold`,
    );
    const held = holds.filter(({ name }) => made.has(name)).length;
    const note = `${times.length} of ${webhooks} webhooks, ${held} others held for a person, ${fleet.sandbox.counters.throttled} answers of status 429`;
    print({ name: 'fleet/webhook-to-delivery/p50', value: at(0.5), unit: 'ms', note });
    print({ name: 'fleet/webhook-to-delivery/p99', value: at(0.99), unit: 'ms', note });
  } finally {
    await fleet.close();
  }
}
