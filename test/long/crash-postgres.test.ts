import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CrashDatabases, postgresDatabases } from '../support/crash-databases.js';
import { crashSetting, runCrashes } from '../support/crash-run.js';

let databases: CrashDatabases;
beforeAll(async () => {
  databases = await postgresDatabases();
});
afterAll(() => databases?.close());

it('loses nothing and doubles nothing on PostgreSQL, however often it is killed', async () => {
  const kills = crashSetting('CRASH_KILLS_POSTGRES', 200);
  const figures = await runCrashes({
    databases,
    kills,
    seed: crashSetting('CRASH_SEED', 20261124),
    lanes: crashSetting('CRASH_LANES', 2),
    print: (line) => console.log(line),
  });
  expect(figures.problems).toEqual([]);
  expect(figures).toMatchObject({ kills, lost: 0, duplicated: 0 });
  expect(figures.delivered).toBeGreaterThan(0);
  expect(figures.shipments).toBeGreaterThan(0);
});
