/** A repeatable source of choices: the same seed gives the same orders on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** An integer in [from, to], both included. */
  integer(from: number, to: number): number;
  /** One entry of a non-empty list. */
  pick<T>(list: readonly T[]): T;
}

/**
 * Seeded generator (mulberry32): small, fast, and the same everywhere; not for secrets.
 *
 * @param seed any integer; its low 32 bits count
 * @example seededRandom(1).integer(1, 6)
 */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    integer,
    pick: (list) => {
      const entry = list[integer(0, list.length - 1)];
      if (entry === undefined) throw new RangeError('Cannot pick from an empty list.');
      return entry;
    },
  };
}
