import { expect, it } from 'vitest';
import { killWhileImporting } from '../integration/support/shop-kills.js';
import { CrashRandom } from '../support/crash-random.js';
import { crashSetting } from '../support/crash-run.js';

it('brings each order into the ERP once, through a hundred kills of the service', async () => {
  const kills = crashSetting('CRASH_KILLS', 100);
  const figures = await killWhileImporting(kills, new CrashRandom(crashSetting('CRASH_SEED', 20261124)));
  console.log(`${figures.kills} kills, ${figures.orders} orders`);
  expect(figures).toMatchObject({ lost: [], doubled: [], faults: [], unreported: [] });
});
