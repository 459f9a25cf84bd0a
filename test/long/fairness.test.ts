import { expect, it, onTestFinished } from 'vitest';
import { accountId } from '../../packages/billbee-importer/src/account-id.js';
import { settle } from '../simulation/fleet/kill-and-change.js';
import { openFleet } from '../simulation/fleet/open-fleet.js';

it('a merchant with a long backlog does not keep the others waiting, and is not read twice', async () => {
  const fleet = await openFleet({
    accounts: 6,
    orders: 5,
    env: { BILLBEE_POLL_MINUTES: '60', BILLBEE_CONCURRENCY: '1', BILLBEE_SLICE_SECONDS: '2' },
  });
  onTestFinished(() => fleet.close());
  const [large] = fleet.sandbox.accounts;
  for (let number = 0; number < 30_000; number += 1) {
    const changed = new Date(Date.UTC(2025, 0, 1) + number * 600_000).toISOString().slice(0, 19);
    large?.state.add({ LastModifiedAt: changed });
  }
  fleet.start();
  const { lost, duplicated } = await settle(fleet, 600_000);
  expect({ lost, duplicated }).toEqual({ lost: [], duplicated: [] });
  const leases = fleet.workers.flatMap((worker) => worker.of('lease-ended'));
  const name = accountId(large?.credentials.username ?? '');
  const slices = leases.filter(({ account, outcome }) => account === name && outcome === 'sliced').length;
  console.log(JSON.stringify({ slices, calls: large?.counters.calls, leases: leases.length }));
  expect(slices).toBeGreaterThan(1);
  const ends = leases.map(({ account }) => account);
  // With one turn at a time: every other merchant has had his before the large one is through.
  const through = ends.lastIndexOf(name);
  expect(new Set(ends.slice(0, through)).size).toBe(6);
  // 121 pages, and what it costs to find the cuts and to begin each slice.
  expect(large?.counters.calls).toBeLessThan(121 * 1.4);
  expect(fleet.sandbox.counters.throttled).toBe(0);
});
