import { expect, it, onTestFinished } from 'vitest';
import { openFleet } from '../simulation/fleet/open-fleet.js';
import { until } from '../support/until.js';

it('lets many workers start at once on a database that no worker has used', async () => {
  const fleet = await openFleet({ accounts: 30, orders: 2, rateLimit: false });
  onTestFinished(() => fleet.close());
  const workers = Array.from({ length: 5 }, () => fleet.start());
  await until('all workers', () =>
    workers.every((worker) => !worker.running || worker.of('worker-started').length > 0),
  );
  await until('a lease of somebody', () => workers.some((worker) => worker.of('lease-ended').length > 0));
  expect(workers.map(({ running, noise }) => ({ running, noise }))).toEqual(
    workers.map(() => ({ running: true, noise: [] })),
  );
});
