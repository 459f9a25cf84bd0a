import { describe, expect, it } from 'vitest';
import { playHistories } from '../support/histories/play-histories.js';

/** Seeds of histories that once went wrong, and what was wrong then. */
const regressions: readonly (readonly [seed: number, why: string])[] = [];

/** `HISTORY_SEED=42 HISTORIES=1` plays one history and prints all that happened in it when it fails. */
const first = Number(process.env['HISTORY_SEED'] ?? 1);
const count = Number(process.env['HISTORIES'] ?? 150);

describe('importing', () => {
  it('loses nothing and doubles nothing, whatever happens', async () => {
    const { figures, failures } = await playHistories(
      Array.from({ length: count }, (_, index) => first + index),
    );
    console.log(figures.print());
    expect(failures.join('\n\n')).toBe('');
    expect(figures).toMatchObject({ lost: 0, duplicated: 0, heldWrong: 0, otherwiseWrong: 0 });
  }, 600_000);

  it.skipIf(regressions.length === 0)(
    'keeps right what once went wrong',
    async () => {
      const { failures } = await playHistories(regressions.map(([seed]) => seed));
      expect(failures.join('\n\n')).toBe('');
    },
    600_000,
  );
});
