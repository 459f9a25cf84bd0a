import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage, ToolbarPopup } from '../support/browser-page.js';
import { type ErpVisit, saidIn, visitErp } from '../support/erp/erp-visit.js';
import { pageIds } from '../support/page-statuses.js';
import { until } from '../support/until.js';
import { violations } from '../support/violations.js';
import { openWorkbench, ordersAddress, otherAddress, type Workbench } from '../support/workbench.js';

const legacyAddress = 'https://app.billbee.io/de/order';
const hint = 'billbee-status-ids-pick';
/** A row's status, wherever the overview is: in the frame of the shell, or alone. */
const overview = '(frames[0] ?? window).document';
const idFields = ['[name=e3]', '[name=e4]', '[name=e5]'];
const words = {
  de: {
    whatToDo: 'Klicken Sie in einer Zeile auf den Status, dann öffnet sich die Liste.',
    click: 'Klicken Sie in einer Zeile auf den Status: Die Liste öffnet sich',
    wasRead: /^16 Status gelesen\. /,
    close: 'Hinweis schließen',
    filled:
      'Offen: „3“ eingetragen. In Bearbeitung: „16“ eingetragen. Versendet: „4“ eingetragen. Speichern Sie jetzt das Formular.',
    undone: 'Offen: wieder „2“. In Bearbeitung: wieder „3“. Versendet: wieder „4711“.',
    paid: 'Bezahlt (3)',
  },
  en: {
    whatToDo: 'Click the status in any row: that opens the list.',
    click: 'Click the status in any row',
    wasRead: /^16 statuses read\. /,
    close: 'Close the hint',
    filled: 'Open: “3” written. In progress: “16” written. Shipped: “4” written. Save the form now.',
    undone: 'Open: “2” again. In progress: “3” again. Shipped: “4711” again.',
    paid: 'Paid (3)',
  },
} as const;

describe.each([
  ['chromium', 'de'],
  ['chromium', 'en'],
  ['firefox', 'de'],
  ['firefox', 'en'],
] as const)('from a closed page into the ERP, in %s, %s', (name, language) => {
  const text = words[language];
  let bench: Workbench;
  let page: BrowserPage;
  let erp: ErpVisit;

  beforeAll(async () => {
    bench = await openWorkbench(name, { language });
    erp = await visitErp(bench);
    page = await bench.session.newPage();
  });
  afterAll(() => bench?.close());

  const openOrders = async (address: string) => {
    await page.goto(language === 'en' ? `${address}?lang=en` : address);
    await until('the rows', () => page.evaluate(`${overview}.querySelector(".inlineeditText") !== null`));
  };
  const hints = () => page.evaluate<number>(`document.querySelectorAll("${hint}").length`);
  const hintText = async () => {
    const inside = /<div role="status">([^<]*)</.exec(await page.closedContent(hint));
    return inside?.[1] ?? '';
  };
  /** What axe says of the hint, laid out on an empty page: no page sees into its closed root. */
  const hintViolations = async () => {
    const content = await page.closedContent(hint);
    const empty = await bench.session.newPage();
    await empty.goto(otherAddress);
    await empty.evaluate(`void (() => {
      document.documentElement.lang = '${language}';
      document.body.innerHTML = '<main><h1>Hint</h1>' + ${JSON.stringify(content)} + '</main>';
    })()`);
    expect(await empty.accessibleNames('button')).toEqual([text.close]);
    const found = await violations(empty);
    await empty.close();
    return found;
  };
  const isGone = (popup: ToolbarPopup) =>
    popup.evaluate('true').then(
      () => false,
      () => true,
    );
  const focusIs = (view: BrowserPage, condition: string) =>
    view.evaluate<boolean>(
      `((focus) => Boolean(focus && focus !== document.body && (${condition})))(document.activeElement)`,
    );
  const tabTo = async (view: BrowserPage, condition: string) => {
    for (let step = 0; step < 90; step += 1) {
      if (await focusIs(view, condition)) return;
      await view.press('Tab');
    }
    throw new Error(`90 times Tab did not lead to ${condition}`);
  };
  const inOverview =
    '(focus.contentDocument?.activeElement ?? focus).closest?.(".inlineeditText, .inlineedit-active a")';

  const fillAndUndo = async () => {
    await erp.goto('xentral');
    const popup = await erp.clickIcon();
    const button = '[data-action="fill-fields"]';
    await until('the form', () => popup.evaluate(`document.querySelector('${button}') !== null`));
    await popup.click(button);
    expect(await until('what was done', () => saidIn(popup, '.fill'))).toBe(text.filled);
    expect(await Promise.all(idFields.map(erp.value))).toEqual(['3', '16', '4']);
    expect(await erp.value('[name=e6]')).toBe('9');
    await popup.click('[data-action="undo-fill"]');
    await until('what was undone', async () => (await saidIn(popup, '.fill')) === text.undone);
    expect(await Promise.all(idFields.map(erp.value))).toEqual(['2', '3', '4711']);
  };

  it.each([
    ['with the frame', ordersAddress],
    ['without a frame', legacyAddress],
  ])('goes from the toolbar icon to the filled form and back, %s', async (_, address) => {
    await openOrders(address);
    const popup = await bench.session.clickIcon(page);
    const says = () =>
      popup.evaluate<string>('document.querySelector("[data-silence=closed-list]")?.textContent ?? ""');
    expect(await until('what to do', says)).toContain(text.whatToDo);
    await popup.click('[data-action="show-me"]');
    await until('the popup closed', () => isGone(popup));

    await until('the hint', async () => (await hints()) === 1);
    expect(await hintText()).toContain(text.click);
    expect(await hintViolations()).toEqual([]);
    await page.bringToFront();
    await page.evaluate(`${overview}.querySelectorAll(".inlineeditText")[1].focus()`);
    await page.press('Enter');
    await until('the count', async () => text.wasRead.test(await hintText()));
    expect(await hintViolations()).toEqual([]);

    const ready = await bench.session.clickIcon(page);
    await until('the ids', () => ready.evaluate('document.querySelector("[data-source=page]") !== null'));
    const ids =
      '[...document.querySelectorAll("[data-status-id]")].map((row) => Number(row.dataset.statusId))';
    expect(await ready.evaluate(ids)).toEqual(pageIds);
    await fillAndUndo();
  });

  it('does all of it by keyboard, without an accessibility violation', async () => {
    await openOrders(ordersAddress);
    const { page: shell, popup } = await bench.open(
      language === 'en' ? `${ordersAddress}?lang=en` : ordersAddress,
    );
    await popup.findsNoList();
    await until('what to do', () =>
      popup.page.evaluate('document.querySelector("[data-action=show-me]") !== null'),
    );
    expect(await violations(popup.page)).toEqual([]);
    await tabTo(popup.page, 'focus.matches("[data-action=show-me]")');
    await popup.page.press('Enter');
    const guided = `document.querySelectorAll("${hint}").length`;
    await until('the hint', async () => (await shell.evaluate(guided)) === 1);
    await shell.bringToFront();
    await tabTo(shell, inOverview);
    await shell.press('Enter');
    await popup.sourceIs('page');
    const view = popup.page;
    expect(await violations(view)).toEqual([]);
    await shell.bringToFront();
    // Ends the hint, and the page closes its list: what was read stays, marked as seen earlier.
    await shell.press('Escape');
    await until('the end of the hint', async () => (await shell.evaluate(guided)) === 0);
    await until('the mark', async () =>
      view.evaluate('document.querySelectorAll("[data-seen=earlier]").length > 0'),
    );
    await view.bringToFront();
    expect(await violations(view)).toEqual([]);
    expect((await popup.rows()).map((row) => row.name)).toContain(text.paid);
    await tabTo(view, `focus.matches('[data-status-id="3"] input')`);
    await view.press('Space');
    await tabTo(view, 'focus.matches("button") && /^(Kopieren|Copy)$/.test(focus.textContent.trim())');
    await view.press('Enter');
    await until('the success', async () => /3/.test(await popup.said()));
    expect(await violations(view)).toEqual([]);
    await view.close();
    await shell.close();
  });
});
