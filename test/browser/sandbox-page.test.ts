import { startSandbox } from 'billbee-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowsers } from '../../scripts/browsers.js';
import type { BrowserPage } from '../support/browser-page.js';
import { openChromium } from '../support/chromium-session.js';
import { openFirefox } from '../support/firefox-session.js';
import { startGateway } from '../support/gateway.js';
import { until } from '../support/until.js';
import { openStatusEditor } from '../support/workbench.js';

const orders = 'https://app.billbee.io/de/order';
const editors = 'document.querySelectorAll(".inlineedit-active").length';

describe.each(['chromium', 'firefox'] as const)('the sandbox’s order overview in %s', (name) => {
  let page: BrowserPage;
  let close = async () => {};
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;

  beforeAll(async () => {
    sandbox = await startSandbox();
    const gateway = await startGateway({ 'app.billbee.io': new URL(sandbox.backend).origin });
    const open = name === 'chromium' ? openChromium : openFirefox;
    const session = await open({ executable: (await findBrowsers())[name], proxy: gateway.proxy });
    page = await session.newPage();
    close = async () => {
      await session.close();
      await gateway.close();
      await sandbox.close();
    };
  });
  afterAll(() => close());

  const isClosed = () => until('a closed list', async () => (await page.evaluate(editors)) === 0);
  const statusOf = (index: number) =>
    page.evaluate<string>(`document.querySelectorAll(".orderGridBody td.c12")[${index}].textContent`);

  it('opens one list at a time, and closes it with "-", Escape and a click elsewhere', async () => {
    await page.goto(orders);
    await until('the rows', () => page.evaluate('document.querySelector(".orderGridBody td.c12") !== null'));
    expect(await page.evaluate('document.querySelectorAll("[data-stateid]").length')).toBe(0);
    for (const index of [1, 0]) {
      await page.click('.orderGridBody td.c12', index);
      await until('the list', () =>
        page.evaluate('document.querySelectorAll(".inlineedit-active a[data-stateid]").length === 16'),
      );
      expect(await page.evaluate(editors)).toBe(1);
    }
    await page.click('.inlineedit-active button');
    await isClosed();
    await openStatusEditor(page);
    await page.press('Escape');
    await isClosed();
    await openStatusEditor(page);
    await page.click('#actionbuttons .search');
    await isClosed();
    expect(await page.evaluate('document.querySelectorAll("[data-stateid]").length')).toBe(0);
  });

  it('changes the order’s status with a choice', async () => {
    await page.goto(orders);
    await openStatusEditor(page, 2);
    const id = await page.evaluate<string>('document.querySelectorAll(".orderGridBody > tr")[2].dataset.id');
    await page.click('.inlineedit-active a[data-stateid="16"]');
    await until('the new status', async () => (await statusOf(2)) === 'Im Fulfillment');
    expect(sandbox.orders.find((order) => String(order.BillBeeOrderId) === id)?.State).toBe(16);
    await isClosed();
  });

  it('is worked with the keyboard alone', async () => {
    await page.goto(orders);
    await until('the rows', () => page.evaluate('document.querySelector(".inlineeditText") !== null'));
    await page.evaluate('document.querySelectorAll(".inlineeditText")[1].focus()');
    const before = await statusOf(1);
    await page.press('Enter');
    await until('the list', () =>
      page.evaluate('document.activeElement.closest(".inlineedit-active") !== null'),
    );
    expect(await page.evaluate('document.activeElement.textContent')).toBe(before);
    await page.press('ArrowDown');
    const chosen = await page.evaluate<string>('document.activeElement.textContent');
    expect(chosen).not.toBe(before);
    await page.press('Enter');
    await until('the new status', async () => (await statusOf(1)) === chosen);
    await until('the focus', () =>
      page.evaluate('document.activeElement === document.querySelectorAll(".inlineeditText")[1]'),
    );
  });

  it('speaks English when asked to, in what comes later too, and leaves attributes alone', async () => {
    await page.goto(`${orders}?lang=en&toolbar=lazy`);
    await openStatusEditor(page);
    expect(await page.evaluate('document.querySelector(".inlineedit-active").textContent')).toMatch(
      /^-OfferedOrderedConfirmedPaid/,
    );
    expect(
      await page.evaluate('document.querySelector(".inlineedit-active button").getAttribute("aria-label")'),
    ).toBe('Schließen');
    await page.click('[data-menu-part="change"]');
    await until('the menu', () =>
      page.evaluate('document.querySelectorAll("#changeControl a[data-stateid]").length === 16'),
    );
    expect(await page.evaluate('document.querySelector("#changeControl a[data-stateid]").textContent')).toBe(
      'Offered',
    );
    await page.click('#actionbuttons .search');
    await until('a closed menu', () =>
      page.evaluate('document.querySelector("#changeControl a[data-stateid]") === null'),
    );
  });
});
