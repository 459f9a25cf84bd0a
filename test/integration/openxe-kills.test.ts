import { expect, it } from 'vitest';
import { Random } from '../simulation/random.js';
import { killWhileImporting } from './support/shop-kills.js';

it('brings each order into the ERP once, however often the service is killed', async () => {
  const figures = await killWhileImporting(3, new Random(20261124));
  expect(figures).toMatchObject({ lost: [], doubled: [], faults: [], unreported: [] });
  expect(figures.orders).toBeGreaterThan(6);
});
