import { createSharedRateLimiter } from 'importer-accounts';
import { systemClock } from 'importer-core/node';
import { expect, it, onTestFinished } from 'vitest';
import { openFleet } from '../simulation/fleet/open-fleet.js';
import { until } from '../support/until.js';

it('makes no call by hand while other processes use up the developer key’s calls', async () => {
  const fleet = await openFleet({ accounts: 1, orders: 3 });
  onTestFinished(() => fleet.close());
  const { sandbox, store, env } = fleet;
  const { username, apiPassword, apiKey } = sandbox.credentials;
  const others = createSharedRateLimiter(store, systemClock, 'others').forKey(apiKey);
  const places = await Promise.all(Array.from({ length: 50 }, () => others.acquire([])));
  const byHand = {
    BILLBEE_URL: sandbox.api,
    BILLBEE_USERNAME: username,
    BILLBEE_API_PASSWORD: apiPassword,
    BILLBEE_API_KEY: apiKey,
  };
  const command = fleet.start({ ...env, ...byHand }, ['import', '--status', '1,2,3,4,5,6,7,8,9']);
  // Its run has begun, so its first call is what it waits with.
  await until('the run', () => store.db.selectFrom('import_run').select('id').executeTakeFirst());
  await systemClock.sleep(1000);
  expect(sandbox.calls).toEqual([]);
  for (const place of places) place.settle();
  expect(await command.ended()).toBeLessThanOrEqual(2);
  expect(sandbox.calls.length).toBeGreaterThan(0);
});
