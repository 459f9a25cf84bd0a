import type { BrowserPage } from './browser-page.js';
import type { BrowserSession } from './browser-session.js';
import { until } from './until.js';

/** One row of the popup's list. */
export interface ShownRow {
  readonly id: number;
  /** Accessible name of the row's checkbox, e.g. `Bezahlt (3)`. */
  readonly name: string;
  readonly checked: boolean;
}

/** The popup, opened as a page of its own; reads what a person or a screen reader gets. */
export class Popup {
  readonly page: BrowserPage;
  readonly #address: string;

  constructor(page: BrowserPage, address: string) {
    this.page = page;
    this.#address = address;
  }

  /** Closes the popup and opens it again. */
  async reopen(): Promise<void> {
    await this.page.goto('about:blank');
    await this.page.goto(this.#address);
  }

  /** Where the ids come from: `page`, `kept`, `standard` or `unsupported`; null while nothing is shown yet. */
  source(): Promise<string | null> {
    return this.page.evaluate('document.querySelector("[data-source]")?.dataset.source ?? null');
  }

  /** Waits until the popup says that its ids come from `source`. */
  async sourceIs(source: string, limitMs?: number): Promise<void> {
    await until(`data-source="${source}"`, async () => (await this.source()) === source, limitMs);
  }

  /** Waits until the popup says that the page holds no list: it shows the last reading of the host, or the standard list. */
  async findsNoList(limitMs?: number): Promise<void> {
    await until('no list', async () => /^(?:kept|standard)$/.test((await this.source()) ?? ''), limitMs);
  }

  ids(): Promise<number[]> {
    return this.page.evaluate(
      '[...document.querySelectorAll("[data-status-id]")].map((row) => Number(row.dataset.statusId))',
    );
  }

  async rows(): Promise<ShownRow[]> {
    const ids = await this.ids();
    const boxes = '[data-status-id] input[type="checkbox"]';
    const names = await this.page.accessibleNames(boxes);
    const checked = await this.page.evaluate<boolean[]>(
      `[...document.querySelectorAll(${JSON.stringify(boxes)})].map((box) => box.checked)`,
    );
    return ids.map((id, index) => ({ id, name: names[index] ?? '', checked: checked[index] ?? false }));
  }

  async check(id: number): Promise<void> {
    await this.page.click(`[data-status-id="${id}"] input[type="checkbox"]`);
  }

  /** Presses the button that is called `Kopieren` or `Copy`. */
  async copy(): Promise<void> {
    const index = (await this.page.accessibleNames('button')).findIndex((name) =>
      /^(Kopieren|Copy)$/.test(name),
    );
    await this.page.click('button', index);
  }

  /** What the live region says. */
  said(): Promise<string> {
    return this.page.evaluate(
      '[...document.querySelectorAll("[role=status]")].map((region) => region.textContent).join(" ").trim()',
    );
  }
}

/**
 * Opens `address` in a tab of its own and the popup in another one that reads it.
 *
 * @param surface - `tab`: both in one window, the page hidden behind the popup; `window`: a window each, both visible.
 * @param popupPath - `action.default_popup` of the manifest.
 */
export async function openWithPopup(
  session: BrowserSession,
  popupPath: string,
  address: string,
  surface: 'tab' | 'window' = 'tab',
): Promise<{ readonly page: BrowserPage; readonly popup: Popup }> {
  const popup = await session.newPage(surface);
  await popup.goto(session.extensionUrl(popupPath));
  const tabs = () =>
    popup.evaluate<number[]>(
      '(globalThis.browser ?? chrome).tabs.query({}).then((tabs) => tabs.map(({ id }) => id))',
    );
  const before = new Set(await tabs());
  const page = await session.newPage(surface);
  const tabId = await until('the new tab', async () => (await tabs()).find((id) => !before.has(id)));
  await page.goto(address);
  // In front, as a popup is: browsers slow down the timers of tabs in the background.
  await popup.bringToFront();
  const popupAddress = session.extensionUrl(`${popupPath}?tabId=${tabId}`);
  await popup.goto(popupAddress);
  return { page, popup: new Popup(popup, popupAddress) };
}
