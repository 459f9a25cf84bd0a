import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Databases, embeddedDatabases } from '../simulation/databases.js';
import { runKills } from '../simulation/kills/run-kills.js';
import { setting } from '../simulation/random.js';

let databases: Databases;
beforeAll(async () => {
  databases = await embeddedDatabases();
});
afterAll(() => databases.close());

it('loses nothing and doubles nothing when it is killed at random; `npm run test:long` does it 1,000 times', async () => {
  const figures = await runKills({
    databases,
    kills: 8,
    seed: setting('CRASH_SEED', 20261124),
    killsPerHistory: 4,
    kinds: [
      { orders: 60, setInProgress: false, fresh: true },
      { orders: 12, setInProgress: true, fresh: false },
    ],
    lanes: 2,
    print: () => {},
  });
  expect(figures.problems).toEqual([]);
  expect(figures).toMatchObject({ kills: 8, lost: 0, duplicated: 0 });
  expect(figures.delivered).toBeGreaterThan(0);
});
