import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutIntoParts } from './cut-into-parts.js';
import type { Window } from './read-pass.js';

const until = Date.UTC(2026, 10, 24);
const span = 400 * 86_400_000;

/** A server that counts stamps in half-open windows. */
function counter(stamps: readonly number[]) {
  const sorted = [...stamps].sort((a, b) => a - b);
  const below = (limit: number): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    calls: 0,
    async count({ after, until: to }: Window) {
      this.calls += 1;
      return below(to ?? Number.POSITIVE_INFINITY) - (after === undefined ? 0 : below(after));
    },
  };
}

async function partsOf(stamps: readonly number[], after: number | undefined, server = counter(stamps)) {
  const window = { after, until };
  const parts: Window[] = [];
  const open = { rows: stamps.length, sample: stamps.slice(0, 250) };
  for await (const part of cutIntoParts(server, window, open)) parts.push(part);
  return { parts, server };
}

it('tiles the window without a gap, into parts of at most 40 pages, at few calls each', async () => {
  const shape = fc.record({
    count: fc.integer({ min: 0, max: 90_000 }),
    skew: fc.double({ min: 0.2, max: 5, noNaN: true }),
    known: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(shape, async ({ count, skew, known }) => {
      const stamps = Array.from({ length: count }, (_, index) =>
        Math.floor(until - span + span * ((index + 1) / count) ** skew),
      );
      const after = known ? until - span : undefined;
      const { parts, server } = await partsOf(stamps, after);
      expect(parts[0]?.after).toBe(after);
      expect(parts.at(-1)?.until).toBe(until);
      const calls = server.calls;
      for (const [index, part] of parts.entries()) {
        if (index > 0) expect(part.after).toBe(parts[index - 1]?.until);
        expect(await server.count(part)).toBeLessThanOrEqual(10_000);
      }
      expect(calls).toBeLessThanOrEqual(parts.length * 8);
    }),
    { numRuns: 60 },
  );
});

it('leaves a second that is fuller than a part in one piece', async () => {
  const stamps = Array.from(
    { length: 30_000 },
    (_, index) => until - 5_000_000 - (index < 15_000 ? 0 : 90_000_000 + index * 1000),
  );
  const { parts, server } = await partsOf(stamps, until - span);
  const counts = await Promise.all(parts.map((part) => server.count(part)));
  expect(Math.max(...counts)).toBeLessThan(25_001);
  expect(counts.reduce((sum, count) => sum + count)).toBe(30_000);
});

it('does not cut what a server counts the same in every window', async () => {
  const server = { calls: 0, count: async () => 50_000 };
  const { parts } = await partsOf(
    Array.from({ length: 50_000 }, () => until - 1000),
    until - span,
    server as never,
  );
  expect(parts).toEqual([{ after: until - span, until }]);
});
