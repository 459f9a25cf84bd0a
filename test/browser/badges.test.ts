import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage } from '../support/browser-page.js';
import type { Popup } from '../support/popup.js';
import { until } from '../support/until.js';
import { openStatusEditor, openWorkbench, ordersAddress, type Workbench } from '../support/workbench.js';

const tag = 'billbee-status-ids-badges';

describe.each(['chromium', 'firefox'] as const)('badges on the order overview in %s', (name) => {
  let bench: Workbench;
  let page: BrowserPage;
  let popup: Popup;
  beforeAll(async () => {
    bench = await openWorkbench(name, { language: 'de' });
    ({ page, popup } = await bench.open());
    await popup.sourceIs('page');
    await until('the rows', () =>
      page.evaluate('frames[0].document.querySelector("#gridBody > tr[data-id]") !== null'),
    );
  });
  afterAll(() => bench?.close());

  const layers = () => page.evaluate<number>(`frames[0].document.querySelectorAll('${tag}').length`);
  /** Where everything of the page stands. */
  const layout = () =>
    page.evaluate<string>(`JSON.stringify([...frames[0].document.body.querySelectorAll('*')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height];
    }))`);

  it('are off until they are switched on, move nothing, and go when they are switched off', async () => {
    expect(await layers()).toBe(0);
    // The page is still being laid out when it has just been opened.
    let before = '';
    await until('a layout that stays', async () => {
      const seen = before;
      await delay(250);
      before = await layout();
      return before === seen;
    });
    await popup.page.click('#tab-options');
    await popup.page.click('.switch input');
    await until('the badges', async () => (await layers()) === 1);
    await page.bringToFront();
    await until('every badge', async () => (await page.screenshot()).length > 0);
    expect(await layout()).toBe(before);

    await page.goto('about:blank');
    await page.goto(ordersAddress);
    await openStatusEditor(page);
    await until('the badges of a new page', async () => (await layers()) === 1);
    // Until the window has followed the page, what it says above the switch moves it.
    await popup.sourceIs('page');

    await popup.page.click('.switch input');
    await until('no badges', async () => (await layers()) === 0);
  });

  it('go when the option was switched off while their script was on its way', async () => {
    await popup.page.evaluate(`(async () => {
      const { scripting } = globalThis.browser ?? chrome;
      const tabId = Number(new URLSearchParams(location.search).get('tabId'));
      const files = ['billbee-page/badges/badges.js'];
      await scripting.executeScript({ target: { tabId, allFrames: true }, files });
    })()`);
    await until('no badges', async () => (await layers()) === 0, 5_000);
  });
});
