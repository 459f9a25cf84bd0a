import { startSandbox } from 'billbee-sandbox';
import { findBrowsers } from '../../scripts/browsers.js';
import type { BrowserPage } from './browser-page.js';
import type { BrowserSession, SessionOptions } from './browser-session.js';
import { builtExtension, inLanguage, readManifest } from './built-extension.js';
import { openChromium } from './chromium-session.js';
import { erp } from './erp/erp-page.js';
import { openFirefox } from './firefox-session.js';
import { type Gateway, startGateway } from './gateway.js';
import { openWithPopup, type Popup } from './popup.js';
import { until } from './until.js';

/** A browser with the production extension on Billbee's address, which the local sandbox answers. */
export interface Workbench {
  readonly session: BrowserSession;
  readonly gateway: Gateway;
  /**
   * Opens a page, by default the order overview with the list of statuses opened in a row, and the popup before it, or in
   * a window beside it.
   */
  open(
    address?: string,
    surface?: 'tab' | 'window',
  ): Promise<{ readonly page: BrowserPage; readonly popup: Popup }>;
  /** Pastes the clipboard into a text field of another site, as a person would, and returns what arrived. */
  paste(): Promise<string>;
  close(): Promise<void>;
}

/**
 * The order overview as merchants open it: a shell whose iframe holds the orders. No list of statuses is in it until
 * a click on the status of a row opens one: {@link openStatusEditor}.
 */
export const ordersAddress = 'https://app.billbee.io/app_v2/order';
/** An order overview without a list of statuses, but with lists that look like one. */
export const withoutListAddress = `${ordersAddress}?encoding=traps`;
/** Some other site: it is not Billbee's, and has a text field. */
export const otherAddress = 'https://shop.example.com/';

/** The settings page of an ERP, with fields of many kinds; `erp-page.ts` has it. */
export const erpAddress = 'https://erp.example.com/';

const otherSite = '<!doctype html><title>Shop settings</title><textarea></textarea>';

/** Opens the inline editor of the row at `index` (from 0) on the order overview, with the list of statuses. */
export async function openStatusEditor(page: BrowserPage, index = 0): Promise<void> {
  const overview = '(frames[0] ?? window).document';
  await until('the rows', () => page.evaluate(`${overview}.querySelector(".inlineeditText") !== null`));
  await page.evaluate(`${overview}.querySelectorAll(".orderGridBody > tr > td.c12")[${index}].click()`);
  await until('the list', () =>
    page.evaluate(`${overview}.querySelector(".inlineedit-active a[data-stateid]") !== null`),
  );
}

/** Starts sandbox, gateway and browser; `close` ends all three. */
export async function openWorkbench(
  name: BrowserSession['name'],
  options: Partial<Pick<SessionOptions, 'colorScheme' | 'viewport'>> & {
    readonly language?: 'de' | 'en';
  } = {},
): Promise<Workbench> {
  const closers: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (const closer of closers.reverse()) await closer();
  };
  try {
    const sandbox = await startSandbox();
    closers.push(() => sandbox.close());
    const gateway = await startGateway({
      'app.billbee.io': new URL(sandbox.backend).origin,
      'shop.example.com': (_request, response) => {
        response.setHeader('content-type', 'text/html; charset=utf-8').end(otherSite);
      },
      'erp.example.com': erp,
      'frame.example.com': erp,
    });
    closers.push(() => gateway.close());
    const built = builtExtension(name);
    const copy = options.language ? inLanguage(built, options.language) : undefined;
    if (copy) closers.push(copy.remove);
    const session = await (name === 'chromium' ? openChromium : openFirefox)({
      ...options,
      executable: (await findBrowsers())[name],
      extension: copy?.folder ?? built,
      proxy: gateway.proxy,
    });
    closers.push(() => session.close());
    const popupPath = readManifest(built).action.default_popup;
    return {
      session,
      gateway,
      async open(address, surface = 'tab') {
        const opened = await openWithPopup(session, popupPath, address ?? ordersAddress, surface);
        if (address === undefined) await openStatusEditor(opened.page);
        return opened;
      },
      async paste() {
        const shop = await session.newPage();
        await shop.goto(otherAddress);
        await shop.click('textarea');
        await shop.press('v', 'Control');
        const value = () => shop.evaluate<string>('document.querySelector("textarea").value');
        const pasted = await until('the pasted text', value);
        await shop.close();
        return pasted;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
