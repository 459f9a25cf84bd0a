/** Bundled into one script and run inside a real browser's page; see `test/support/in-browser.ts`. */
import { keepBadges } from '../../extension/billbee-page/badges/keep-badges.js';
import { findStatuses } from '../../extension/billbee-page/find-statuses.js';
import { gather } from '../../extension/billbee-page/gather.js';
import { runInSlices } from '../../extension/billbee-page/steps.js';
import type { CaseResult } from './case-result.js';
import { corpus } from './index.js';
import { judgeCase } from './judge-case.js';
import { mutatedPages } from './mutate.js';
import { each } from './page-case.js';

const list = `<select>${each((id, label) => `<option value="${id}">${label}</option>`)}</select>`;

/** A grid of orders as the legacy page draws it: fourteen elements a row. */
function gridPage(rows: number): string {
  const cells = (n: number) =>
    `<td><input type="checkbox" data-id="${90_000 + n}"></td><td><a href="/de/order/view/${90_000 + n}">${n}</a></td><td>1.2.2026</td><td>PayPal</td><td>Eva Beispiel <i class="fa fa-envelope"></i></td><td><span class="label label-state3">Bezahlt</span> <i class="fa fa-pencil"></i></td><td>2</td><td>12,90</td>`;
  const body = Array.from({ length: rows }, (_, n) => `<tr data-id="${90_000 + n}">${cells(n)}</tr>`).join(
    '',
  );
  return `<div id="actionbuttons">${list}</div><table id="grid"><tbody id="gridBody">${body}</tbody></table>`;
}

/** What the tests and the bench ask for, by name. */
const inPage = {
  corpus: (): CaseResult[] => Object.values(corpus).flat().map(judgeCase),
  mutations: (count: number, seed: number): CaseResult[] => mutatedPages(count, seed).map(judgeCase),
  /** Time of whole looks at a grid, without pauses, in milliseconds; the first is the one at a page just drawn. */
  async lookTimes(rows: number, times: number): Promise<number[]> {
    document.body.innerHTML = gridPage(rows);
    const taken: number[] = [];
    for (let run = 0; run < times; run += 1) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      const start = performance.now();
      const { statuses } = findStatuses(document);
      taken.push(performance.now() - start);
      if (statuses.length !== 16) throw new Error(`${statuses.length} statuses in ${rows} rows`);
    }
    document.body.replaceChildren();
    return taken;
  },
  /**
   * What badges take of the page's thread, in milliseconds per second, while a grid changes all the time: a text, an
   * attribute and a new row, twenty times a second.
   *
   * @param on - 0: the same page without badges, to compare what the whole thread takes
   */
  async badgeCost(rows: number, seconds: number, on = 1): Promise<number> {
    document.body.innerHTML = gridPage(rows);
    const grid = document.querySelector('#gridBody');
    if (!grid) throw new Error('no grid');
    let spent = 0;
    let isSettled = false;
    const stop = keepBadges(document, {
      isAlive: () => true,
      ended: () => undefined,
      spent: (milliseconds) => {
        if (isSettled) spent += milliseconds;
      },
    });
    if (on === 0) stop();
    let change = 0;
    const changing = setInterval(() => {
      change += 1;
      const row = grid.children[change % 40];
      row?.classList.toggle('changed');
      const cell = row?.children[5]?.firstElementChild;
      if (cell) cell.textContent = change % 2 ? 'Bezahlt' : 'Versendet';
      if (row && change % 10 === 0) grid.append(row.cloneNode(true));
    }, 50);
    const wait = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));
    // Switching them on is one look; what follows is what they cost.
    await wait(2_000);
    isSettled = true;
    const start = performance.now();
    await wait(seconds * 1_000);
    const cost = spent / ((performance.now() - start) / 1_000);
    clearInterval(changing);
    stop();
    document.body.replaceChildren();
    return cost;
  },
  /** The longest slice of one look as the content script takes it, in milliseconds. */
  async longestSlice(rows: number): Promise<number> {
    document.body.innerHTML = gridPage(rows);
    let longest = 0;
    await new Promise((resolve) => {
      runInSlices(
        gather(document),
        (slice) => {
          longest = Math.max(longest, slice);
        },
        resolve,
      );
    });
    document.body.replaceChildren();
    return longest;
  },
};

declare global {
  /** Answers a question, name and arguments, as JSON: Firefox keeps the page's own objects from whoever asks. */
  var askCorpus: (name: keyof typeof inPage, ...parameters: number[]) => Promise<string>;
}
globalThis.askCorpus = async (name, ...parameters) => {
  const answer = inPage[name] as (...all: number[]) => unknown;
  return JSON.stringify(await answer(...parameters));
};
