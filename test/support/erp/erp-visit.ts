import type { BrowserPage, ToolbarPopup } from '../browser-page.js';
import { until } from '../until.js';
import { erpAddress, type Workbench } from '../workbench.js';

/** A person on a page of the ERP, with the extension's icon at hand. */
export interface ErpVisit {
  readonly page: BrowserPage;
  /** Opens a page of `forms.ts`, e.g. `xentral`. */
  goto(path: string): Promise<void>;
  value(selector: string): Promise<string>;
  text(selector: string): Promise<string>;
  /** Runs statements in the page. */
  run(statements: string): Promise<void>;
  /** Clicks the extension's icon and returns the popup once it knows that the page is not Billbee's. */
  clickIcon(): Promise<ToolbarPopup>;
  /** Clicks the icon, which opens the page to the extension, and opens the view of this page in a tab of its own. */
  openView(): Promise<BrowserPage>;
  /** Runs statements that set the focus, then clicks the icon and one button of the popup: what it says. */
  insert(focus: string, chip: string): Promise<string>;
}

export const saidIn = (popup: ToolbarPopup, region = ''): Promise<string> =>
  popup.evaluate<string>(`document.querySelector(${JSON.stringify(`${region} [role=status]`)}).textContent`);

export async function visitErp(bench: Workbench): Promise<ErpVisit> {
  const page = await bench.session.newPage();
  const inPage = (selector: string, property: string): Promise<string> =>
    page.evaluate(`document.querySelector(${JSON.stringify(selector)}).${property}`);
  const visit: ErpVisit = {
    page,
    goto: (path) => page.goto(`${erpAddress}${path}`),
    value: (selector) => inPage(selector, 'value'),
    text: (selector) => inPage(selector, 'textContent'),
    run: (statements) => page.evaluate(`(() => { ${statements} })()`),
    async clickIcon() {
      await page.bringToFront();
      const popup = await bench.session.clickIcon(page);
      await until('another page', () =>
        popup.evaluate('document.querySelector("[data-source=unsupported] .insert .chip") !== null'),
      );
      return popup;
    },
    async openView() {
      await visit.clickIcon();
      const view = await bench.session.newPage();
      await view.goto(bench.session.extensionUrl('popup/index.html'));
      const tabId = await view.evaluate<number>(
        `chrome.tabs.query({}).then((tabs) => tabs.find(({ url }) => url?.startsWith('${erpAddress}')).id)`,
      );
      await view.goto(bench.session.extensionUrl(`popup/index.html?tabId=${tabId}`));
      await view.bringToFront();
      return view;
    },
    async insert(focus, chip) {
      await page.bringToFront();
      await visit.run(focus);
      const popup = await visit.clickIcon();
      const chips = '.insert .chip';
      const texts = await popup.evaluate<string[]>(
        `[...document.querySelectorAll('${chips}')].map((each) => each.textContent.trim())`,
      );
      await popup.click(chips, texts.indexOf(chip));
      return await until('an answer', () => saidIn(popup, '.insert'));
    },
  };
  return visit;
}
