import { describe, expect, it } from 'vitest';
import { playHistories } from '../simulation/histories/play-histories.js';
import { REGRESSIONS } from '../simulation/histories/regressions.js';

// `HISTORY_SEED=42 HISTORIES=1` plays one history and shows all that happened in it when it goes wrong.
const first = Number(process.env['HISTORY_SEED'] ?? 1);
const count = Number(process.env['HISTORIES'] ?? 100);

describe('importing from a changing account over a failing line', () => {
  it('loses nothing, doubles nothing and holds exactly the broken ones', async () => {
    const { figures, failures } = await playHistories(first, count);
    console.log(figures.print());
    expect(failures).toEqual([]);
  });

  it('keeps right what once went wrong', async () => {
    for (const { seed } of REGRESSIONS) expect((await playHistories(seed, 1, false)).failures).toEqual([]);
  });
});
