import { expect, it } from 'vitest';
import { embeddedDatabases, postgresDatabases } from '../simulation/databases.js';
import { runKills } from '../simulation/kills/run-kills.js';
import { setting } from '../simulation/random.js';

// `-t PostgreSQL` runs one of them; `CRASH_KILLS`, `CRASH_KILLS_POSTGRES`, `CRASH_SEED` and `CRASH_LANES` set their size.
it.each([
  ['the embedded database', setting('CRASH_KILLS', 1000), embeddedDatabases],
  ['PostgreSQL', setting('CRASH_KILLS_POSTGRES', 200), postgresDatabases],
] as const)('loses nothing and doubles nothing on %s, however often it is killed', async (_, kills, open) => {
  const databases = await open();
  try {
    const figures = await runKills({
      databases,
      kills,
      seed: setting('CRASH_SEED', 20261124),
      lanes: setting('CRASH_LANES', 2),
      print: (line) => console.log(line),
    });
    expect(figures.problems).toEqual([]);
    expect(figures).toMatchObject({ kills, lost: 0, duplicated: 0 });
    expect(figures.delivered).toBeGreaterThan(0);
    expect(figures.shipments).toBeGreaterThan(0);
  } finally {
    await databases.close();
  }
});
