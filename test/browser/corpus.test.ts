import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseResult } from '../corpus/case-result.js';
import { openScripted, type ScriptedBrowser } from '../support/in-browser.js';

describe.each(['chromium', 'firefox'] as const)('the corpus in %s', (name) => {
  let browser: ScriptedBrowser;
  beforeAll(async () => {
    browser = await openScripted(name, 'test/corpus/in-page.ts');
  });
  afterAll(() => browser?.close());

  const run = async (name: string, ...parameters: number[]) => {
    const results = await browser.ask<CaseResult[]>(name, ...parameters);
    return {
      count: results.length,
      wrong: results.filter(({ missing, extra }) => missing.length + extra.length > 0),
    };
  };

  it('finds what is there and nothing else, on every page', async () => {
    const { count, wrong } = await run('corpus');
    expect(count).toBeGreaterThanOrEqual(150);
    expect(wrong).toEqual([]);
  });

  it('also when the pages are changed in ways that leave what they say', async () => {
    // The same pages in every run; `npm run bench -- detector` draws new ones.
    const seed = 20261124;
    const { wrong } = await run('mutations', 300, seed);
    expect(wrong, `seed ${seed}`).toEqual([]);
  });
});
