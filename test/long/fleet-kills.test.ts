import { expect, it, onTestFinished } from 'vitest';
import { killAgainAndAgain, settle } from '../simulation/fleet/kill-and-change.js';
import { openFleet } from '../simulation/fleet/open-fleet.js';

/** For a shorter look, e.g. `FLEET_MINUTES=1`. */
const minutes = Number(process.env['FLEET_MINUTES'] ?? 5);
const everyMs = 4000;

it('three workers, 300 accounts, 60,000 orders, a worker killed every four seconds', async () => {
  const fleet = await openFleet({
    accounts: 300,
    orders: 200,
    env: { BILLBEE_POLL_MINUTES: '0.5-1', BILLBEE_LEASE_SECONDS: '15' },
  });
  onTestFinished(() => fleet.close());
  const startedAt = Date.now();
  const kills = Math.round((minutes * 60_000) / everyMs);
  await killAgainAndAgain(fleet, { workers: 3, kills, everyMs, newOrders: 20 });
  const killedMs = Date.now() - startedAt;
  const verdict = await settle(fleet, 300_000);
  const { lost, duplicated, strangers, ...counts } = verdict;
  const { calls, throttled } = fleet.sandbox.counters;
  const leases = fleet.workers.flatMap((worker) => worker.of('lease-ended'));
  const figures = {
    kills,
    killedSeconds: Math.round(killedMs / 1000),
    totalSeconds: Math.round((Date.now() - startedAt) / 1000),
    ...counts,
    lost: lost.length,
    duplicated: duplicated.length,
    strangers: strangers.length,
    calls,
    throttled,
    leases: leases.length,
    lostLeases: leases.filter((lease) => lease['outcome'] === 'lost').length,
    noise: fleet.workers.flatMap((worker) => worker.noise).length,
  };
  console.log(JSON.stringify(figures));
  expect({ lost, duplicated, strangers }).toEqual({ lost: [], duplicated: [], strangers: [] });
  expect(verdict.delivered + verdict.held).toBe(verdict.orders);
  expect(verdict.orders).toBe(60_000 + kills * 20);
  expect(throttled).toBe(0);
  expect(fleet.workers.flatMap((worker) => worker.noise)).toEqual([]);
});
