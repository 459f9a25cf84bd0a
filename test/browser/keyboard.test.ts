import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage } from '../support/browser-session.js';
import type { Popup } from '../support/popup.js';
import { until } from '../support/until.js';
import { openWorkbench, type Workbench } from '../support/workbench.js';

/** Presses Tab until the focus is on an element that `condition`, an expression about `focus`, is true of. */
async function tabTo(page: BrowserPage, condition: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    const there = await page.evaluate(
      `((focus) => focus !== document.body && (${condition}))(document.activeElement)`,
    );
    if (there) return;
    await page.press('Tab');
  }
  throw new Error(`60 times Tab did not lead to ${condition}`);
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

  it('shows where the focus is', async () => {
    const { page } = popup;
    await page.bringToFront();
    const seen = new Set<string>();
    for (let step = 0; step < 12; step += 1) {
      await page.press('Tab');
      const { what, outline } = await page.evaluate<{ what: string; outline: string }>(`((focus) => ({
        what: focus.tagName + (focus.getAttribute('aria-label') ?? focus.textContent),
        outline: getComputedStyle(focus).outlineStyle + getComputedStyle(focus.parentElement).outlineStyle,
      }))(document.activeElement ?? document.body)`);
      if (what.startsWith('BODY')) continue;
      seen.add(what);
      expect(outline, what).not.toBe('nonenone');
    }
    expect(seen.size).toBeGreaterThan(4);
  });
});
