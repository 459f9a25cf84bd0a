import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ErpVisit, visitErp } from '../support/erp/erp-visit.js';
import { until } from '../support/until.js';
import { openWorkbench, type Workbench } from '../support/workbench.js';

const notice = 'billbee-status-ids-notice';

describe.each(['chromium', 'firefox'] as const)('insertion tells the truth in %s', (name) => {
  let bench: Workbench;
  let erp: ErpVisit;
  beforeAll(async () => {
    bench = await openWorkbench(name, { language: 'de' });
    erp = await visitErp(bench);
    await erp.goto('fields');
    const popup = await erp.clickIcon();
    await popup.evaluate(
      `chrome.storage.local.set({ 'fields:app.billbee.io': { version: 1, importStatusIds: [3, 16], shippedStatusId: 4 } }).then(() => null)`,
    );
  });
  afterAll(() => bench?.close());

  it.each([
    ['strips', 'Offen 3,16', '316'],
    ['parses', 'Offen 3,16', '3'],
    ['restores', 'Versendet 4', '7'],
    ['microtask', 'Versendet 4', '7'],
    ['frame', 'Versendet 4', '70'],
    ['late', 'Versendet 4', '71'],
    ['formats', 'Offen 3,16', '3, 16'],
    ['rebuilt', 'Versendet 4', '5'],
    ['empties', 'Versendet 4', ''],
    ['react-field', 'Offen 3,16', '316'],
    ['vue-field', 'Offen 3,16', '3'],
  ])('%s: says what the field holds', async (field, chip, holds) => {
    await erp.goto('fields');
    const said = await erp.insert(`document.querySelector('#${field}').focus()`, chip);
    expect(said).not.toMatch(/^Eingefügt/);
    expect(said).toContain(`im Feld steht jetzt ${holds === '' ? 'nichts' : `„${holds}“`}.`);
    expect(await erp.value(`#${field}`)).toBe(holds);
  });

  it('claims nothing about a field that does not show what it took, and types there once', async () => {
    await erp.goto('fields');
    const said = await erp.insert('document.querySelector("#code").focus()', 'Versendet 4');
    expect(said).toContain('zeigt nicht, was es enthält');
    expect(await erp.text('#code-text')).toBe('4');
  });

  it.each(['slate', 'lexical', 'prosemirror'])('asks the model of %s', async (editor) => {
    for (const [text, at, shows] of [
      ['', '', '4'],
      ['3', '', '4'],
      ['Status:', 'end', 'Status:4'],
    ] as const) {
      await erp.goto(`editors?text=${encodeURIComponent(text)}`);
      await until('the editor', () => erp.page.evaluate(`document.querySelector('#${editor}') !== null`));
      await erp.page.click(`#${editor}`);
      if (at) await erp.page.press('End');
      const said = await erp.insert('', 'Versendet 4');
      expect([await erp.text(`#${editor}-model`), said]).toEqual([shows, 'Eingefügt: 4']);
      const shown = await erp.page.evaluate<string>(`document.querySelector('#${editor}').innerText`);
      expect(shown.replace(/[\uFEFF\u200B]/g, '').trim()).toBe(shows.trim());
    }
  });

  it('names a frame that the browser does not open', async () => {
    await erp.goto('stubborn');
    const said = await erp.insert('document.querySelector("iframe").focus()', 'Versendet 4');
    expect(said).toContain('in einem Rahmen einer anderen Website');
    expect(await erp.value('#order')).toBe('100042');
  });

  if (name === 'firefox') {
    const menu = (selector: string) =>
      bench.session.chrome?.chooseFromMenu(selector, 'Billbee-Status-IDs einfügen', 'Versendet: 4');
    const hasNotice = () => erp.page.evaluate<boolean>(`document.querySelector('${notice}') !== null`);

    it('inserts by the menu where it was opened, wherever the focus is', async () => {
      await erp.goto('stubborn');
      await erp.page.bringToFront();
      await menu('#target');
      await until('the id in the field', async () => (await erp.value('#target')) === '4');
      await menu('#rich');
      await until('the id in the text', async () => (await erp.text('#rich')) === '4');
      expect(await erp.value('#order')).toBe('100042');
    });

    it('shows its notice inside a modal dialog, where it is read out', async () => {
      await erp.goto('stubborn');
      await erp.page.bringToFront();
      await erp.run(
        'document.querySelector("dialog").showModal(); document.querySelector("#inside").focus()',
      );
      await menu('#inside');
      await until('the notice', hasNotice);
      expect(
        await erp.page.evaluate(`(() => { const host = document.querySelector('${notice}');
          return [host.closest('dialog') !== null, host.matches(':popover-open')]; })()`),
      ).toEqual([true, true]);
    });
  }
});
