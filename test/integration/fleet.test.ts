import { expect, it, onTestFinished } from 'vitest';
import { killAgainAndAgain, settle } from '../simulation/fleet/kill-and-change.js';
import { openFleet } from '../simulation/fleet/open-fleet.js';

it('loses, doubles and overruns nothing when workers of many accounts are killed', async () => {
  const fleet = await openFleet({
    accounts: 10,
    orders: 60,
    env: { BILLBEE_POLL_MINUTES: '0.05', BILLBEE_LEASE_SECONDS: '4', BILLBEE_CONCURRENCY: '3' },
  });
  onTestFinished(() => fleet.close());
  await killAgainAndAgain(fleet, { workers: 2, kills: 3, everyMs: 2500, newOrders: 8 });
  const { orders, delivered, held, lost, duplicated, strangers } = await settle(fleet, 60_000);
  expect({ lost, duplicated, strangers }).toEqual({ lost: [], duplicated: [], strangers: [] });
  expect(delivered + held).toBe(orders);
  expect(held).toBe(90);
  expect(fleet.sandbox.counters.throttled).toBe(0);
  const alive = fleet.workers.filter((worker) => worker.running);
  expect(await Promise.all(alive.map((worker) => worker.stop()))).toEqual([0, 0]);
  for (const worker of fleet.workers) expect(worker.noise).toEqual([]);
  for (const worker of alive) expect(worker.lines.at(-1)?.event).toBe('worker-stopped');
});
