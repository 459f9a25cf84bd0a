import { expect, it } from 'vitest';
import { killWhileImporting } from '../integration/support/shop-kills.js';
import { Random, setting } from '../simulation/random.js';

it('brings each order into the ERP once, through a hundred kills of the service', async () => {
  const kills = setting('CRASH_KILLS', 100);
  const figures = await killWhileImporting(kills, new Random(setting('CRASH_SEED', 20261124)));
  console.log(`${figures.kills} kills, ${figures.orders} orders`);
  expect(figures).toMatchObject({ lost: [], doubled: [], faults: [], unreported: [] });
});
