import { describe, expect, it } from 'vitest';
import { corpus } from '../../test/corpus/index.js';
import { judgeCase } from '../../test/corpus/judge-case.js';
import { mutatedPages } from '../../test/corpus/mutate.js';

describe.each(Object.entries(corpus))('%s', (_theme, cases) => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const { missing, extra, disputed } = judgeCase(one);
    expect({ missing, extra, disputed }, one.reason).toEqual({
      missing: [],
      extra: [],
      disputed: one.disputed ?? [],
    });
  });
});

it('holds at least 150 pages, 60 of them traps, each under a name of its own', () => {
  const cases = Object.values(corpus).flat();
  expect(cases.length).toBeGreaterThanOrEqual(150);
  expect(cases.filter(({ expected }) => expected.length === 0).length).toBeGreaterThanOrEqual(60);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

it('finds the same in pages that are changed in ways that leave what they say', () => {
  // The same pages in every run; `npm run bench -- detector` draws new ones.
  const seed = 20261124;
  for (const one of mutatedPages(60, seed)) {
    const { missing, extra } = judgeCase(one);
    expect({ missing, extra }, `${one.name}, seed ${seed}`).toEqual({ missing: [], extra: [] });
  }
});
