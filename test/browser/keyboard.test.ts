import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage } from '../support/browser-page.js';
import type { Popup } from '../support/popup.js';
import { until } from '../support/until.js';
import { openWorkbench, type Workbench } from '../support/workbench.js';

const sections = ['statuses', 'fields', 'export', 'options'];

/** Presses Tab until the focus is on an element that `condition`, an expression about `focus`, is true of. */
async function tabTo(page: BrowserPage, condition: string): Promise<void> {
  for (let step = 0; step < 90; step += 1) {
    const there = await page.evaluate(
      `((focus) => focus !== document.body && (${condition}))(document.activeElement)`,
    );
    if (there) return;
    await page.press('Tab');
  }
  throw new Error(`90 times Tab did not lead to ${condition}`);
}

describe.each(['chromium', 'firefox'] as const)('the keyboard alone in %s', (name) => {
  let bench: Workbench;
  let popup: Popup;

  beforeAll(async () => {
    bench = await openWorkbench(name, { language: 'de' });
    ({ popup } = await bench.open());
    await popup.sourceIs('page');
    await popup.page.bringToFront();
  });
  afterAll(() => bench?.close());

  it('searches, checks and copies', async () => {
    const { page } = popup;
    for (const [text, id] of [
      ['fulfill', 16],
      ['bezahlt', 3],
    ] as const) {
      await tabTo(page, 'focus.matches("input[type=search]")');
      await page.press('a', 'Control');
      await page.type(text);
      await until(`only ${id}`, async () => (await popup.ids()).join() === String(id));
      await tabTo(page, `focus.matches('[data-status-id="${id}"] input[type="checkbox"]')`);
      await page.press('Space');
    }
    await tabTo(page, 'focus.matches("button") && focus.textContent.trim() === "Kopieren"');
    await page.press('Enter');
    await until('the success', async () => /3,16/.test(await popup.said()));
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Kopieren');
    expect(await bench.paste()).toBe('3,16');
  });

  it('reaches every section and does what it offers', async () => {
    const { page } = popup;
    const open = async (section: string) => {
      await tabTo(page, 'focus.matches("[role=tab]")');
      await page.press('Home');
      for (let step = sections.indexOf(section); step > 0; step -= 1) await page.press('ArrowRight');
      expect(await page.evaluate('document.activeElement.id')).toBe(`tab-${section}`);
    };
    const press = async (name: string, key = 'Enter') => {
      await tabTo(
        page,
        `(focus.getAttribute('aria-label') ?? focus.textContent.trim()) === ${JSON.stringify(name)}`,
      );
      await page.press(key);
    };
    const says = (text: string) => until(text, async () => (await popup.said()).includes(text));

    await open('statuses');
    await press('Versendet 4 in die Zwischenablage');
    await says('„Versendet“ kopiert: 4');
    expect(await bench.paste()).toBe('4');

    await open('fields');
    await tabTo(page, 'focus.matches("[data-role=open] summary")');
    await page.press('Enter');
    await tabTo(page, 'focus.matches("[data-role=open] label:nth-of-type(2) input")');
    await page.press('Space');
    await tabTo(page, 'focus.matches("[data-role=cancelled] select")');
    await page.type('Storno');
    await press('Storniert 8 in die Zwischenablage');
    await says('„Storniert“ kopiert: 8');
    expect(await page.evaluate('document.querySelector("[data-role=open] .field-ids").textContent')).toBe(
      '2,3',
    );

    await open('export');
    await press('In die Zwischenablage: Markdown');
    await says('Markdown kopiert');
    await tabTo(page, 'focus.matches(".template-line input")');
    await page.press('a', 'Control');
    await page.type('{id}!');
    await press('In die Zwischenablage: Eigene Vorlage');
    await says('Eigene Vorlage kopiert');
    expect(await bench.paste()).toBe('3!\n16!');
    await press('Als Datei: CSV');
    await says('Gespeichert: billbee-status.csv');
    await press('Datei speichern');
    await says('Gespeichert: billbee-settings.json');
    await tabTo(page, 'focus.matches("input[type=file]")');

    await open('options');
    await tabTo(page, 'focus.matches(".switch input")');
    await page.press('Space');
    await until('the option', () =>
      page.evaluate('chrome.storage.local.get("badges").then((kept) => kept.badges)'),
    );
    await page.press('Space');
    await tabTo(page, 'focus.matches("summary")');
    await page.press('Enter');
    await press('In die Zwischenablage: Bericht für den Support');
    await says('Bericht für den Support kopiert');
    await tabTo(page, 'focus.textContent === "Tastenkürzel ändern"');
    await open('statuses');
  });

  it('shows where the focus is', async () => {
    const { page } = popup;
    await page.bringToFront();
    const focused = () =>
      page.evaluate<{ what: string; outline: string }>(`((focus) => ({
        what: focus.tagName + (focus.getAttribute('aria-label') ?? focus.textContent),
        outline: getComputedStyle(focus).outlineStyle + getComputedStyle(focus.parentElement).outlineStyle,
      }))(document.activeElement ?? document.body)`);
    const seen = new Set<string>();
    for (let step = 0; step < 12; step += 1) {
      await page.press('Tab');
      const { what } = await focused();
      if (what.startsWith('BODY')) continue;
      seen.add(what);
      await until(`the outline of ${what}`, async () => {
        if ((await focused()).outline !== 'nonenone') return true;
        // The browser's own panel about the file saved before can take the window's focus away, and the ring with it.
        if (!(await page.evaluate('document.hasFocus()'))) await page.bringToFront();
        return false;
      });
    }
    expect(seen.size).toBeGreaterThan(4);
  });
});
