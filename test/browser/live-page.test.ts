import { availableParallelism, loadavg } from 'node:os';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserPage } from '../support/browser-page.js';
import { pageIds } from '../support/page-statuses.js';
import type { Popup } from '../support/popup.js';
import { until } from '../support/until.js';
import {
  openWorkbench,
  ordersAddress,
  otherAddress,
  type Workbench,
  withoutListAddress,
} from '../support/workbench.js';

/** Milliseconds in which a change of the page must show; a machine with more to do than it can gets more of them. */
const soon = 1000 * Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());

const select = (labels: Readonly<Record<number, string>>) =>
  `<select>${Object.entries(labels)
    .map(([id, label]) => `<option value="${id}">${label}</option>`)
    .join('')}</select>`;
const list = select({ 2: 'Bestätigt', 3: 'Bezahlt', 4: 'Versendet', 8: 'Storniert', 16: 'Im Fulfillment' });
const otherList = select({ 1: 'Bestellt', 3: 'Bezahlt', 4: 'Versendet', 5: 'Reklamation', 17: 'Retoure' });

const browsers = ['chromium', 'firefox'] as const;
const opened = new Map<(typeof browsers)[number], Workbench>();
afterAll(async () => {
  for (const bench of opened.values()) await bench.close();
});

describe.each(browsers.flatMap((name) => [[name, 'tab'] as const, [name, 'window'] as const]))(
  'a page that changes under an open popup in %s, in a %s of its own',
  (name, surface) => {
    let page: BrowserPage;
    let popup: Popup;

    beforeAll(async () => {
      const bench = opened.get(name) ?? (await openWorkbench(name));
      opened.set(name, bench);
      ({ page, popup } = await bench.open(withoutListAddress, surface));
    });
    afterAll(async () => {
      await popup?.page.close();
      await page?.close();
    });
    beforeEach(async () => {
      await page.goto(withoutListAddress);
      await popup.findsNoList();
    });

    const addToFrame = (markup: string) =>
      page.evaluate(`frames[0].document.body.insertAdjacentHTML("beforeend", ${JSON.stringify(markup)})`);
    const idsBecome = (...ids: number[]) =>
      until(`ids ${ids}`, async () => (await popup.ids()).join() === ids.join(), soon);

    it('shows a list that appears late, keeps what it showed when it goes, and follows it when it changes', async () => {
      await addToFrame(list);
      await popup.sourceIs('page', soon);
      await idsBecome(2, 3, 4, 8, 16);
      const marked = () =>
        popup.page.evaluate<number>('document.querySelectorAll("[data-seen=earlier]").length');
      expect(await marked()).toBe(0);

      await page.evaluate('frames[0].document.querySelector("body > select").remove()');
      await until('the mark of what was seen earlier', async () => (await marked()) === 5, soon);
      expect([await popup.source(), await popup.ids()]).toEqual(['page', [2, 3, 4, 8, 16]]);

      await addToFrame(otherList);
      await idsBecome(1, 3, 4, 5, 17);
      expect(await popup.source()).toBe('page');
    });

    it('shows the list of a menu that is filled when it opens', async () => {
      await addToFrame('<ul class="menu"></ul>');
      const items = ['2 Bestätigt', '3 Bezahlt', '4 Versendet', '8 Storniert', '16 Im Fulfillment'].map(
        (item) => {
          const [id, ...words] = item.split(' ');
          return `<li><a href="#" data-state="${id}">${words.join(' ')}</a></li>`;
        },
      );
      await page.evaluate(
        `void (frames[0].document.querySelector(".menu").innerHTML = ${JSON.stringify(items.join(''))})`,
      );
      await idsBecome(2, 3, 4, 8, 16);
    });

    it('shows the list inside a closed shadow root, and what becomes of it', async () => {
      await page.evaluate(`void (() => {
        const host = frames[0].document.createElement('bb-status-list');
        frames[0].document.body.append(host);
        const root = host.attachShadow({ mode: 'closed' });
        root.innerHTML = ${JSON.stringify(list)};
        host.addEventListener('other', () => { root.innerHTML = ${JSON.stringify(otherList)}; });
      })()`);
      await idsBecome(2, 3, 4, 8, 16);
      await page.evaluate(
        'void frames[0].document.querySelector("bb-status-list").dispatchEvent(new Event("other"))',
      );
      // What the page has shown before stays beside it.
      await until(
        'the other list',
        async () => {
          const ids = await popup.ids();
          return [1, 5, 17].every((id) => ids.includes(id));
        },
        soon,
      );
    });

    it('shows the list of a frame that replaces another', async () => {
      await page.evaluate(`new Promise((loaded) => {
      const frame = document.createElement('iframe');
      frame.src = '/de/order?toolbar=menu';
      frame.onload = () => loaded(true);
      document.querySelector('iframe').replaceWith(frame);
    })`);
      await popup.sourceIs('page', soon);
      expect(await popup.ids()).toEqual(pageIds);
    });

    it('shows the list of a frame that moves to another address, and forgets the one before', async () => {
      const load = (address: string) =>
        page.evaluate(`new Promise((loaded) => {
        const frame = document.querySelector('iframe');
        frame.onload = () => loaded(true);
        frame.src = ${JSON.stringify(address)};
      })`);
      await load('/de/order?toolbar=menu');
      await popup.sourceIs('page', soon);
      await load('/de/order?encoding=traps');
      await popup.findsNoList();
    });

    it('follows the tab to another page', async () => {
      await page.goto(`${ordersAddress}?toolbar=menu`);
      await popup.sourceIs('page', soon);
      await page.goto(otherAddress);
      await popup.sourceIs('unsupported', soon);
    });
  },
);
