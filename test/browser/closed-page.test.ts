import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guideScript, pickScript } from '../../extension/messages.js';
import type { BrowserPage } from '../support/browser-page.js';
import { pageIds } from '../support/page-statuses.js';
import type { Popup } from '../support/popup.js';
import { until } from '../support/until.js';
import { openStatusEditor, openWorkbench, ordersAddress, type Workbench } from '../support/workbench.js';

const legacyAddress = 'https://app.billbee.io/de/order';
const overview = '(frames[0] ?? window).document';
const hint = 'document.querySelectorAll("billbee-status-ids-pick").length';

describe.each(['chromium', 'firefox'] as const)(
  'a page on which nobody has opened the list, in %s',
  (name) => {
    let bench: Workbench;
    let page: BrowserPage;
    let popup: Popup;

    beforeAll(async () => {
      bench = await openWorkbench(name, { language: 'de' });
      ({ page, popup } = await bench.open(ordersAddress));
    });
    afterAll(() => bench?.close());

    const note = () => popup.page.evaluate<string>('document.querySelector(".source").textContent');
    const marked = () =>
      popup.page.evaluate<number>('document.querySelectorAll("[data-seen=earlier]").length');
    /** In the place of the popup's button, whose popup would close. */
    const inject = async (file: string) => {
      await popup.page.evaluate(`(async () => {
      const { runtime, scripting } = globalThis.browser ?? chrome;
      const notes = document.documentElement.dataset;
      if (!notes.picked) runtime.onMessage.addListener((message) => { notes.picked += JSON.stringify(message) + '\\n'; });
      notes.picked = '\\n';
      const tabId = Number(new URLSearchParams(location.search).get('tabId'));
      await scripting.executeScript({ target: { tabId }, files: [${JSON.stringify(file)}] });
    })()`);
      await page.bringToFront();
    };
    const picked = () =>
      until('the answer', async () => {
        const lines = await popup.page.evaluate<string>('document.documentElement.dataset.picked');
        const [first] = lines.split('\n').filter(Boolean);
        return first && JSON.parse(first);
      });
    const fresh = async (address: string) => {
      await page.goto(address);
      await until('the rows', () => page.evaluate(`${overview}.querySelector(".inlineeditText") !== null`));
      await popup.reopen();
      await popup.findsNoList();
    };
    const closeEditor = () =>
      page.evaluate(`void ${overview}.querySelector(".inlineedit-active button").click()`);

    it.each([
      ['with the frame', ordersAddress],
      ['without a frame', legacyAddress],
    ])('says what to do, and keeps what the list showed when it closes, %s', async (_, address) => {
      await fresh(address);
      expect(await note()).toContain(
        'Klicken Sie in einer Zeile auf den Status, dann öffnet sich die Liste.',
      );
      expect(await popup.page.evaluate('document.querySelector("[data-action=show-me]") !== null')).toBe(
        true,
      );

      await openStatusEditor(page);
      await popup.sourceIs('page');
      expect([await popup.ids(), await marked()]).toEqual([pageIds, 0]);
      await popup.check(16);
      await closeEditor();
      await until('the mark', async () => (await marked()) === pageIds.length);
      expect([await popup.source(), await popup.ids()]).toEqual(['page', pageIds]);
      expect((await popup.rows()).filter(({ checked }) => checked).map(({ id }) => id)).toContain(16);

      // No view is open now: what opens and closes meanwhile is remembered in the document.
      await popup.page.goto('about:blank');
      await openStatusEditor(page, 1);
      await closeEditor();
      await popup.reopen();
      await popup.sourceIs('page');
      expect([await popup.ids(), await marked()]).toEqual([pageIds, pageIds.length]);

      await page.goto(address);
      await popup.reopen();
      await popup.sourceIs('kept');
      expect([await popup.ids(), await marked()]).toEqual([pageIds, 0]);
      expect(await note()).toMatch(/Von einer früheren Seite, gelesen am \d/);
      await popup.check(16);
    });

    it('guides: the hint waits, says what was read, and the next popup shows it', async () => {
      await fresh(ordersAddress);
      await inject(guideScript);
      await popup.page.goto('about:blank');
      expect(await page.evaluate(hint)).toBe(1);
      // The shell puts another frame in the place of the first, as it does on its way to another page.
      await page.evaluate(`new Promise((loaded) => {
      const frame = document.createElement('iframe');
      frame.src = '/de/order';
      frame.onload = () => loaded(true);
      document.querySelector('iframe').replaceWith(frame);
    })`);
      await openStatusEditor(page);
      const stored = () =>
        popup.page.evaluate<string>(
          `(globalThis.browser ?? chrome).storage.local.get().then((all) => all['reading:app.billbee.io']?.at ?? '')`,
        );
      // As a person does who waits for the hint to say so.
      await until('the count', async () =>
        (await page.closedContent('billbee-status-ids-pick')).includes(`>${pageIds.length} `),
      );
      await page.evaluate('new Promise((read) => setTimeout(read, 1500))');
      await closeEditor();
      await page.press('Escape');
      await until('the end of the hint', async () => (await page.evaluate(hint)) === 0);
      await popup.reopen();
      await popup.sourceIs('page');
      expect([await popup.ids(), await marked()]).toEqual([pageIds, pageIds.length]);
      expect(await stored()).not.toBe('');
    });

    it('names the id of a status that is pointed at while its list is closed', async () => {
      await fresh(legacyAddress);
      await inject(pickScript);
      const label = await page.evaluate<string>('document.querySelector(".inlineeditText").textContent');
      await page.click('.inlineeditText');
      const { outcome, statuses } = await picked();
      expect([outcome, statuses.map((status: { label: string }) => status.label)]).toEqual([
        'found',
        [label],
      ]);
      await page.press('Escape');
    });

    it('does so by keyboard alone', async () => {
      await fresh(legacyAddress);
      await inject(pickScript);
      await page.press('Tab');
      await page.press('Tab');
      await page.press('Enter');
      const { outcome, statuses } = await picked();
      const label = await page.evaluate<string>(
        'document.querySelector(".inlineedit-active a:focus")?.textContent ?? ""',
      );
      expect(outcome).toBe('found');
      expect([statuses[0].label, '']).toContain(label);
    });

    it('adds up the windows of a virtual list, and forgets what the page contradicts', async () => {
      await fresh(legacyAddress);
      const names = [
        '1 Bestellt',
        '2 Bestätigt',
        '3 Bezahlt',
        '4 Versendet',
        '5 Reklamation',
        '7 Abgeschlossen',
        '8 Storno',
        '13 Gepackt',
        '18 Sonderfall',
      ];
      const draw = (from: number, to: number) =>
        page.evaluate(`(() => {
        const list = document.querySelector('#virtual') ?? document.body.appendChild(document.createElement('ul'));
        list.id = 'virtual';
        list.innerHTML = ${JSON.stringify(names)}.slice(${from}, ${to}).map((name) => {
          const [id, ...words] = name.split(' ');
          return '<li data-state="' + id + '">' + words.join(' ') + '</li>';
        }).join('');
      })()`);
      await draw(0, 6);
      await popup.sourceIs('page');
      await draw(3, 9);
      await until('all rows', async () => (await popup.ids()).join() === '1,2,3,4,5,7,8,13,18');
      await until('the mark', async () => (await marked()) === 3);
      await page.evaluate(`void (document.querySelector('[data-state="18"]').textContent = 'Neu')`);
      await until(
        'the new name',
        async () =>
          (await popup.rows()).some((row) => row.name === 'Neu (18)') &&
          !(await popup.rows()).some((row) => row.name === 'Sonderfall (18)'),
      );
    });
  },
);
