import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ToolbarPopup } from '../support/browser-page.js';
import { type ErpVisit, saidIn, visitErp } from '../support/erp/erp-visit.js';
import { until } from '../support/until.js';
import { violations } from '../support/violations.js';
import { openWorkbench, type Workbench } from '../support/workbench.js';

const fillButton = '[data-action="fill-fields"]';
const undoButton = '[data-action="undo-fill"]';
const has = (popup: ToolbarPopup, selector: string) =>
  popup.evaluate<boolean>(`document.querySelector(${JSON.stringify(selector)}) !== null`);

describe.each(['chromium', 'firefox'] as const)("the ERP's form in %s", (name) => {
  let bench: Workbench;
  let erp: ErpVisit;
  beforeAll(async () => {
    bench = await openWorkbench(name, { language: 'de' });
    erp = await visitErp(bench);
  });
  afterAll(() => bench?.close());

  const openForm = async (path: string): Promise<ToolbarPopup> => {
    await erp.goto(path);
    const popup = await erp.clickIcon();
    await until('the form', () => has(popup, fillButton));
    return popup;
  };
  const press = async (popup: ToolbarPopup, button: string): Promise<string> => {
    await popup.click(button);
    return await until('what was done', () => saidIn(popup, '.fill'));
  };
  const shownFields = (popup: ToolbarPopup) =>
    popup.evaluate<string[]>(
      `[...document.querySelectorAll('.fill-fields > div')].map((each) => [...each.children].map((child) => child.textContent).join(' '))`,
    );
  const everyValue = () =>
    erp.page.evaluate<string[]>('[...document.querySelectorAll("input")].map((each) => each.value)');

  it("fills Xentral's three fields with one click, and no other", async () => {
    const popup = await openForm('xentral');
    expect(await shownFields(popup)).toEqual([
      "'Offen' Status ID: jetzt „2“, neu: 3",
      "'In Bearbeitung' Status ID: jetzt „3“, neu: 16",
      "'Versendet' Status ID: jetzt „4711“, neu: 4",
    ]);
    const before = await everyValue();
    expect(await press(popup, fillButton)).toBe(
      'Offen: „3“ eingetragen. In Bearbeitung: „16“ eingetragen. Versendet: „4“ eingetragen. Speichern Sie jetzt das Formular.',
    );
    const after = await everyValue();
    expect(after.filter((value, at) => value !== before[at])).toEqual(['3', '16', '4']);

    // A view that is opened anew still offers it.
    const later = await erp.clickIcon();
    await until('the way back', () => has(later, undoButton));
    expect(await press(later, undoButton)).toBe(
      'Offen: wieder „2“. In Bearbeitung: wieder „3“. Versendet: wieder „4711“.',
    );
    expect(await everyValue()).toEqual(before);
    expect(await has(later, undoButton)).toBe(false);
  });

  it.each([
    ['openxe', ['[name=bbStatusOpen]', '[name=bbStatusInProgress]', '[name=bbStatusShipped]'], ['8', '1']],
    ['english', ['#a', '#b', '#c'], ['5', 'yesterday']],
  ])('fills the form of %s', async (path, fields, others) => {
    await press(await openForm(path), fillButton);
    expect(await Promise.all(fields.map(erp.value))).toEqual(['3', '16', '4']);
    expect((await everyValue()).slice(3)).toEqual(others);
  });

  it('fills fields of React and Vue, and both keep what was filled and undone', async () => {
    const popup = await openForm('frameworks');
    await press(popup, fillButton);
    expect([await erp.text('#react'), await erp.text('#vue')]).toEqual([
      JSON.stringify({ open: '3', progress: '16' }),
      '4',
    ]);
    await press(popup, undoButton);
    expect([await erp.text('#react'), await erp.text('#vue')]).toEqual([
      JSON.stringify({ open: '2', progress: '' }),
      '4711',
    ]);
  });

  it('fills fields in closed shadow roots and in a frame', async () => {
    await press(await openForm('shadow'), fillButton);
    expect(
      await erp.page.evaluate('[...document.querySelectorAll("x-field")].map((each) => each.title)'),
    ).toEqual(['3', '16', '4']);
    await press(await openForm('framed'), fillButton);
    expect(
      await erp.page.evaluate(
        '["e3", "e4", "e5"].map((name) => frames[0].document.querySelector("[name=" + name + "]").value)',
      ),
    ).toEqual(['3', '16', '4']);
  });

  it('says what the page made of it, and takes back only what nobody changed since', async () => {
    const popup = await openForm('unruly');
    await popup.evaluate(
      `chrome.storage.local.set({ 'fields:app.billbee.io': { version: 1, importStatusIds: [3, 16], inProgressStatusId: 16, shippedStatusId: 4 } }).then(() => null)`,
    );
    await until('the new ids', async () => (await shownFields(popup))[0]?.endsWith('neu: 3,16'));
    expect(await press(popup, fillButton)).toBe(
      'Offen: Die Seite hat die Eingabe geändert, im Feld steht jetzt „316“. ' +
        'In Bearbeitung: lässt sich nicht ändern, im Feld steht „3“. ' +
        'Versendet: Die Seite hat die Eingabe geändert, im Feld steht jetzt „7“.',
    );
    await erp.run('document.querySelector("[name=e3]").value = "5"');
    const said = await press(popup, undoButton);
    expect(said).toContain('Offen: inzwischen geändert, „5“ bleibt.');
    expect(await erp.value('[name=e3]')).toBe('5');
  });

  it('leaves a field alone for which no id was chosen, and says so', async () => {
    const popup = await openForm('xentral');
    await popup.evaluate(
      `chrome.storage.local.set({ 'fields:app.billbee.io': { version: 1, importStatusIds: [3] } }).then(() => null)`,
    );
    await until('no id', async () =>
      (await shownFields(popup))[1]?.includes('keine ID festgelegt, bleibt unverändert'),
    );
    expect(await press(popup, fillButton)).toBe('Offen: „3“ eingetragen. Speichern Sie jetzt das Formular.');
    expect(await Promise.all(['[name=e4]', '[name=e5]'].map(erp.value))).toEqual(['3', '4711']);
    await popup.evaluate(`chrome.storage.local.remove('fields:app.billbee.io').then(() => null)`);
  });

  it('is filled and undone by the keyboard alone, on a page without an accessibility violation', async () => {
    await erp.goto('xentral');
    const view = await erp.openView();
    await until('the form', () => view.evaluate(`document.querySelector('${fillButton}') !== null`));
    expect(await violations(view)).toEqual([]);
    const focusIs = (selector: string) =>
      view.evaluate<boolean>(`document.activeElement.matches('${selector}')`);
    const tabTo = async (selector: string) => {
      for (let step = 0; step < 20 && !(await focusIs(selector)); step += 1) await view.press('Tab');
      expect(await focusIs(selector)).toBe(true);
    };
    await tabTo(fillButton);
    await view.press('Enter');
    await until('the ids', async () => (await erp.value('[name=e5]')) === '4');
    await until('the way back', () => view.evaluate(`document.querySelector('${undoButton}') !== null`));
    expect(await violations(view)).toEqual([]);
    await tabTo(undoButton);
    await view.press('Enter');
    await until('the old value', async () => (await erp.value('[name=e5]')) === '4711');
    await until('the focus', () => focusIs(fillButton));
    await view.close();
  });

  it('offers nothing where it is unclear or where there is no such form', async () => {
    await erp.goto('unclear');
    const popup = await erp.clickIcon();
    await until('the hint', () => has(popup, '.fill .hint'));
    expect(await popup.evaluate('document.querySelector(".fill .hint").textContent')).toContain(
      'mehrere Felder',
    );
    expect(await has(popup, fillButton)).toBe(false);
    await erp.goto('no-form');
    const other = await erp.clickIcon();
    // Longer than the view needs to look again.
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(await has(other, '.fill')).toBe(false);
  });
});
