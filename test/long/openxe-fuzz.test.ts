import { expect, it } from 'vitest';
import { fuzz } from '../integration/support/shop-fuzz.js';
import { addShop, startShopService } from '../integration/support/shop-service.js';
import { openWorkplace } from '../integration/support/workplace.js';
import { Random, setting } from '../simulation/random.js';

it('answers ten thousand requests that are nearly right, and grows no fatter', async () => {
  const workplace = await openWorkplace({ orders: 8 });
  const { username, apiPassword, apiKey } = workplace.sandbox.credentials;
  const token = await addShop(workplace, 'loud');
  const service = await startShopService(workplace);
  const figures = await fuzz({
    url: service.url,
    token,
    settings: { bbUser: username, bbApiPassword: apiPassword, bbApiKey: apiKey, bbStatusOpen: '3' },
    secrets: [token, apiPassword, apiKey],
    requests: setting('FUZZ_REQUESTS', 10_000),
    random: new Random(setting('CRASH_SEED', 20261124)),
    pid: service.child.pid ?? 0,
  });
  console.log(JSON.stringify({ statuses: figures.statuses, memory: figures.memory }));
  expect(figures.faults).toEqual([]);
  expect(figures.memory.most).toBeLessThan(figures.memory.early + 200);
  expect((await service.stop()).code).toBe(0);
});
