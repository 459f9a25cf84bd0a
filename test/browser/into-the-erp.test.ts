import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserPage, ToolbarPopup } from '../support/browser-page.js';
import { until } from '../support/until.js';
import {
  erpAddress,
  openStatusEditor,
  openWorkbench,
  ordersAddress,
  type Workbench,
} from '../support/workbench.js';

const said = (popup: ToolbarPopup) =>
  popup.evaluate<string>('document.querySelector("[role=status]").textContent');
const source = (popup: ToolbarPopup) =>
  popup.evaluate<string>('document.querySelector("[data-source]").dataset.source');

describe.each(['chromium', 'firefox'] as const)('from the toolbar into the ERP in %s', (name) => {
  let bench: Workbench;
  let billbee: BrowserPage;
  let erp: BrowserPage;
  const fieldValue = (selector: string) =>
    erp.evaluate<string>(`document.querySelector(${JSON.stringify(selector)}).value`);
  const shownText = (selector: string) =>
    erp.evaluate<string>(`document.querySelector(${JSON.stringify(selector)}).textContent`);

  beforeAll(async () => {
    bench = await openWorkbench(name, { language: 'de' });
    erp = await bench.session.newPage();
    billbee = await bench.session.newPage();
    await billbee.goto(ordersAddress);
    await openStatusEditor(billbee);
  });
  afterAll(() => bench?.close());
  beforeEach(async () => {
    await erp.goto(erpAddress);
    await until('the form', () => erp.evaluate('document.querySelector("#open") !== null'));
  });

  /** Clicks into a field, then the icon, then a button of the popup: what came of it. */
  const insert = async (focus: string, chip: string): Promise<string> => {
    await erp.bringToFront();
    await erp.evaluate(`(() => { ${focus} })()`);
    const popup = await bench.session.clickIcon(erp);
    await until('other page', async () => (await source(popup)) === 'unsupported');
    const chips = '.insert .chip';
    const texts = await until('the buttons', async () => {
      const all = await popup.evaluate<string[]>(
        `[...document.querySelectorAll('${chips}')].map((each) => each.textContent.trim())`,
      );
      return all.length > 0 ? all : undefined;
    });
    await popup.click(chips, texts.indexOf(chip));
    return await until('an answer', () => said(popup));
  };

  it('takes two clicks and one keystroke: icon, field, paste', async () => {
    await erp.click('#open');
    const popup = await bench.session.clickIcon(billbee);
    await until('the ids of the page', async () => (await source(popup)) === 'page');
    await popup.click('.chips .chip', 0);
    await until('the success', async () => /Offen.*3/.test(await said(popup)));

    await erp.bringToFront();
    await erp.evaluate('document.querySelector("#open").focus()');
    await erp.press('v', 'Control');
    await until('the id in the field', async () => (await fieldValue('#open')) === '3');
    expect(await shownText('#react')).toBe('3');
  });

  it('inserts by icon and button, and React and Vue notice', async () => {
    expect(await insert('document.querySelector("#open").focus()', 'Zuletzt kopiert 3')).toBe('Eingefügt: 3');
    expect([await fieldValue('#open'), await shownText('#react')]).toEqual(['3', '3']);

    await insert('document.querySelector("#progress").focus()', 'In Bearbeitung 16');
    expect([await fieldValue('#progress'), await shownText('#vue')]).toEqual(['16', '16']);
  });

  it('inserts into number fields, text areas and rich text', async () => {
    await insert('document.querySelector("#shipped").focus()', 'Versendet 4');
    expect(await fieldValue('#shipped')).toBe('4');
    await insert(
      'const note = document.querySelector("#note"); note.focus(); note.setSelectionRange(8, 8)',
      'Versendet 4',
    );
    expect(await fieldValue('#note')).toBe('Status: 4');
    await insert('document.querySelector("#rich").focus()', 'Versendet 4');
    expect((await shownText('#rich')).replace(/Text/, '')).toBe('4');
  });

  it('reaches into a closed shadow root and an inner frame', async () => {
    expect(await insert('document.querySelector("x-field").focus()', 'Versendet 4')).toBe('Eingefügt: 4');
    expect(await erp.evaluate('document.querySelector("x-field").title')).toBe('4');
    await insert('frames[0].document.querySelector("#inner").focus()', 'Versendet 4');
    expect(await erp.evaluate('frames[0].document.querySelector("#inner").value')).toBe('4');
  });

  it('changes nothing where it cannot insert, and says why', async () => {
    expect(await insert('document.querySelector("#locked").focus()', 'Versendet 4')).toMatch(
      /lässt sich nicht ändern/,
    );
    expect(await fieldValue('#locked')).toBe('7');
    expect(await insert('document.activeElement.blur()', 'Versendet 4')).toMatch(/Klicken Sie zuerst/);
  });

  it('stays open at the side of the window, from one click', async () => {
    const popup = await bench.session.clickIcon(billbee);
    await until('the ids of the page', async () => (await source(popup)) === 'page');
    await popup.click('[data-open="panel"]');
    await until('the side view', () => bench.session.sideViewIsOpen());
  });

  // Chromium's debugger sends keys and clicks to pages only, not to the browser's own menus and shortcuts.
  if (name === 'firefox') {
    it('inserts by the shortcut, with one keystroke', async () => {
      await erp.click('#open');
      await bench.session.chrome?.pressShortcut('Alt+Shift+E');
      await until('the id in the field', async () => (await fieldValue('#open')) === '3');
      expect(await shownText('#react')).toBe('3');
      // Success is said once the page's own handlers have had their time with the value.
      const notices = () =>
        erp.evaluate<number>('document.querySelectorAll("billbee-status-ids-notice").length');
      await until('the notice', async () => (await notices()) > 0);
      expect(await notices()).toBe(1);
    });

    it('copies the id under the pointer by the context menu', async () => {
      const orders = await bench.session.newPage();
      await orders.goto('https://app.billbee.io/de/order?encoding=dropdown');
      await orders.click('#changeControl [data-toggle="dropdown"]');
      await orders.evaluate(`[...document.querySelectorAll('#changeControl .dropdown-menu a')]
        .find((entry) => /Im Fulfillment/.test(entry.textContent)).id = 'here'`);
      await bench.session.chrome?.chooseFromMenu('#here', 'ID dieses Status kopieren');
      await until('the answer in the page', () =>
        orders.evaluate('document.querySelector("billbee-status-ids-pick") !== null'),
      );
      expect(await bench.paste()).toBe('16');
      expect(await insert('document.querySelector("#open").focus()', 'Zuletzt kopiert 16')).toBe(
        'Eingefügt: 16',
      );
    });

    it('inserts by the context menu', async () => {
      await erp.bringToFront();
      await bench.session.chrome?.chooseFromMenu(
        '#progress',
        'Billbee-Status-IDs einfügen',
        'In Bearbeitung: 16',
      );
      await until('the id in the field', async () => (await fieldValue('#progress')) === '16');
      expect(await shownText('#vue')).toBe('16');
    });
  }
});
