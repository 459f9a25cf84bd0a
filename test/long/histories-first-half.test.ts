import { expect, it } from 'vitest';
import { playHistories } from '../simulation/histories/play-histories.js';

// Two files, because they are played at the same time. `HISTORIES` is the number of both together.
const half = Math.ceil(Number(process.env['HISTORIES'] ?? 10_000) / 2);
const first = Number(process.env['HISTORY_SEED'] ?? 100_000);

it('loses nothing, doubles nothing and holds exactly the broken ones, first half', async () => {
  const { figures, failures } = await playHistories(first, half);
  console.log(figures.print());
  expect(failures).toEqual([]);
});
