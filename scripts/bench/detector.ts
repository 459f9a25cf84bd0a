import type { CaseResult } from '../../test/corpus/case-result.js';
import { openScripted } from '../../test/support/in-browser.js';
import { print } from './figure.js';

const mutations = 1_000;
const looks = 15;

/** What the detector finds on the corpus and on mutated pages, and how long a look takes, and what badges cost, in both browsers. */
export async function benchDetector(): Promise<void> {
  // New pages every time: the tests look at the same ones in every run.
  const seed = Math.floor(Math.random() * 1e9);
  for (const name of ['chromium', 'firefox'] as const) {
    const browser = await openScripted(name, 'test/corpus/in-page.ts');
    try {
      const { ask, session } = browser;
      const { version } = session;
      report(await ask<CaseResult[]>('corpus'), 'detector', `${name} ${version}, corpus`);
      report(
        await ask<CaseResult[]>('mutations', mutations, seed),
        'detector',
        `${name} ${version}, mutations with seed ${seed}`,
      );
      for (const rows of [1_000, 10_000, 50_000]) {
        const [first = 0, ...others] = await ask<number[]>('lookTimes', rows, looks + 1);
        const times = others.sort((a, b) => a - b);
        const range = `fastest ${times[0]?.toFixed(1)}, slowest ${times.at(-1)?.toFixed(1)}`;
        const note = `${name}, ${range}, the very first ${first.toFixed(1)}`;
        print({ name: `detector look/${rows} rows`, value: times[looks >> 1] ?? null, unit: 'ms', note });
        const slice = await ask<number>('longestSlice', rows);
        print({ name: `detector longest slice/${rows} rows`, value: slice, unit: 'ms', note: name });
      }
      const cost = await ask<number>('badgeCost', 5_000, 10);
      const note = `${name}, of the page's thread while a grid of 5,000 rows changes all the time`;
      print({ name: 'badges cost', value: cost, unit: 'ms per second', note });
    } finally {
      await browser.close();
    }
  }
}

function report(results: readonly CaseResult[], name: string, where: string): void {
  const sum = (count: (result: CaseResult) => number): number =>
    results.reduce((total, result) => total + count(result), 0);
  const expected = sum((result) => result.expected);
  const right = expected - sum(({ missing }) => missing.length);
  const found = right + sum(({ extra }) => extra.length);
  const wrong = results.filter(({ missing, extra }) => missing.length + extra.length > 0);
  const note = `${where}, ${results.length} pages, ${expected} ids`;
  print({ name: `${name} recall`, value: right / expected, unit: 'share', note });
  print({ name: `${name} precision`, value: right / found, unit: 'share', note });
  print({
    name: `${name} exact pages`,
    value: (results.length - wrong.length) / results.length,
    unit: 'share',
    note: [note, ...wrong.slice(0, 5).map((result) => result.name)].join('; '),
  });
}
