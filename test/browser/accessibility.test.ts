import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../support/until.js';
import { violations } from '../support/violations.js';
import {
  openWorkbench,
  ordersAddress,
  otherAddress,
  type Workbench,
  withoutListAddress,
} from '../support/workbench.js';

const states = [
  // First: as soon as a list was read, its statuses take the place of the standard list.
  ['standard', ordersAddress],
  ['page', undefined],
  ['kept', withoutListAddress],
  ['unsupported', otherAddress],
] as const;

describe.each([
  ['chromium', 'de', 'light', 480],
  ['chromium', 'de', 'dark', 480],
  ['chromium', 'en', 'light', 320],
  ['chromium', 'en', 'dark', 320],
  // Texts and styles are the same in Firefox, whose windows are wider: what may differ is what it makes of them.
  ['firefox', 'de', 'dark', 640],
] as const)('the popup in %s, %s, %s, %i pixels wide', (name, language, colorScheme, width) => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await openWorkbench(name, { language, colorScheme, viewport: { width, height: 640 } });
  });
  afterAll(() => bench?.close());

  it.each(states)('has no accessibility violation: %s', async (source, address) => {
    const { popup } = await bench.open(address);
    await popup.sourceIs(source);
    expect(await popup.page.evaluate('document.documentElement.lang')).toBe(language);
    expect(await violations(popup.page)).toEqual([]);

    if (source !== 'page') return;
    await popup.check(3);
    await popup.copy();
    expect(await violations(popup.page)).toEqual([]);
    for (const section of ['fields', 'export', 'options']) {
      await popup.page.click(`#tab-${section}`);
      await popup.page.evaluate(
        'document.querySelectorAll("details").forEach((each) => { each.open = true; })',
      );
      expect(await violations(popup.page), section).toEqual([]);
    }
  });

  it.each(['welcome/index.html', 'panel/index.html'])('has no accessibility violation: %s', async (path) => {
    const page = await bench.session.newPage();
    await page.goto(bench.session.extensionUrl(path));
    await until('its content', () => page.evaluate('document.querySelector("main h1, main h2") !== null'));
    expect(await page.evaluate('document.documentElement.lang')).toBe(language);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.close();
  });

  it('needs no sideways scrolling', async () => {
    const { popup } = await bench.open();
    await popup.sourceIs('page');
    for (const section of ['statuses', 'fields', 'export', 'options']) {
      await popup.page.click(`#tab-${section}`);
      expect(await popup.page.evaluate('document.scrollingElement.scrollWidth'), section).toBeLessThanOrEqual(
        width,
      );
    }
  });
});
