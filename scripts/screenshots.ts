/**
 * `npm run screenshots`: takes every picture of the documents and the stores from the built extension over the
 * sandbox, each view in both languages and themes: 1280 x 800 as the stores want them, under docs/store/screenshots; the
 * other views alone, under docs/images/views; those of the README and the guides under docs/images.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserPage } from '../test/support/browser-page.js';
import { visitErp } from '../test/support/erp/erp-visit.js';
import type { Popup } from '../test/support/popup.js';
import { until } from '../test/support/until.js';
import {
  erpAddress,
  openStatusEditor,
  openWorkbench,
  ordersAddress,
  type Workbench,
} from '../test/support/workbench.js';
import { type Language, over, type Theme } from './screenshots/composition.js';

const docs = fileURLToPath(new URL('../docs/', import.meta.url));
const small = { width: 400, height: 600 };

/** A view, and how it is brought up in a popup that shows the order overview. */
const views: Readonly<
  Record<string, { address: string; prepare(popup: Popup, page: BrowserPage): Promise<unknown> }>
> = {
  // First: once a list was read, its statuses take the place of the standard list.
  standard: { address: ordersAddress, prepare: (popup) => popup.sourceIs('standard') },
  statuses: {
    address: ordersAddress,
    async prepare(popup, page) {
      await readList(popup, page);
      await popup.check(3);
      await popup.check(16);
      await popup.copy();
      await until('the success', async () => /3,16/.test(await popup.said()));
      await popup.page.bringToFront();
      // Pages in front only draw, and scroll when they do.
      await until('the top of the list', () =>
        popup.page.evaluate(`new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() => {
          const list = document.querySelector('.statuses');
          const isTop = list.scrollTop === 0;
          list.scrollTo(0, 0);
          return isTop;
        })`),
      );
    },
  },
  ...Object.fromEntries(
    ['fields', 'export', 'options'].map((section) => [
      section,
      {
        address: ordersAddress,
        async prepare(popup: Popup, page: BrowserPage) {
          await readList(popup, page);
          await popup.page.click(`#tab-${section}`);
        },
      },
    ]),
  ),
  kept: { address: ordersAddress, prepare: (popup) => popup.sourceIs('kept') },
  insert: {
    address: erpAddress,
    async prepare(popup) {
      await popup.sourceIs('unsupported');
      await until('the ids', () => popup.page.evaluate('document.querySelector(".insert .chip") !== null'));
    },
  },
};

/** As a person does it: a click on the status of a row opens its list. */
async function readList(popup: Popup, page: BrowserPage): Promise<void> {
  await popup.findsNoList();
  await openStatusEditor(page);
  await popup.sourceIs('page');
  await popup.page.bringToFront();
}

const formAddress = `${erpAddress}xentral`;
/** Stores show a handful of pictures, each before its page; the other views are for the documents. */
const forStores: Readonly<Record<string, string>> = {
  statuses: ordersAddress,
  fields: ordersAddress,
  insert: erpAddress,
  fill: formAddress,
};

interface Shot {
  readonly view: string;
  readonly popup: Buffer;
  readonly height: number;
}

/** The popup in every view. */
async function popups(language: Language, theme: Theme): Promise<Shot[]> {
  const bench = await openWorkbench('chromium', { language, colorScheme: theme, viewport: small });
  try {
    const shots: Shot[] = [];
    for (const [view, { address, prepare }] of Object.entries(views)) {
      const { page, popup } = await bench.open(inLanguage(address, language));
      await prepare(popup, page);
      shots.push(await shoot(view, popup.page));
      await page.close();
      await popup.page.close();
    }
    const erp = await visitErp(bench);
    await erp.goto('xentral');
    const form = await erp.openView();
    await until('the form', () =>
      form.evaluate('document.querySelector("[data-action=fill-fields]") !== null'),
    );
    shots.push(await shoot('fill', form));
    return shots;
  } finally {
    await bench.close();
  }
}

/** Billbee's page in English, as its translation service shows it. */
const inLanguage = (address: string, language: Language): string =>
  language === 'en' && address.includes('/order') ? `${address}?lang=en` : address;

async function shoot(view: string, page: BrowserPage): Promise<Shot> {
  await page.bringToFront();
  const height = await page.evaluate<number>(
    'document.querySelector(".view > :last-child").getBoundingClientRect().bottom',
  );
  return { view, popup: await page.screenshot(), height: Math.min(height, small.height) };
}

/** The page behind the popup. */
async function behind(bench: Workbench, address: string, language: Language): Promise<Buffer> {
  const page = await bench.session.newPage();
  await page.goto(inLanguage(address, language));
  if (address === ordersAddress) await openStatusEditor(page, 1);
  else await until('the form', () => page.evaluate('document.querySelector("#open, [name=e3]") !== null'));
  // What only tests need of the ERP's page; an ERP has no such fields.
  if (address === erpAddress)
    await page.evaluate(
      'document.querySelectorAll("p:has(#shipped) ~ *").forEach((each) => { each.hidden = true; })',
    );
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

/** The hint on the page: before the list is open, or, as pick mode, on an entry of it. */
async function onPage(bench: Workbench, what: 'guide' | 'pick', language: Language): Promise<Buffer> {
  const { page, popup } = await bench.open(inLanguage(`${new URL(ordersAddress).origin}/de/order`, language));
  await popup.findsNoList();
  await popup.page.click(`[data-action="${what === 'guide' ? 'show-me' : 'pick'}"]`);
  const hint = 'document.querySelector("billbee-status-ids-pick") !== null';
  await until('the hint', () => page.evaluate(hint));
  await page.bringToFront();
  if (what === 'pick') {
    await openStatusEditor(page, 1);
    for (let entry = 0; entry < 4; entry += 1) await page.press('ArrowDown');
  }
  // The frame around what is meant.
  await until('the frame', async () =>
    (await page.closedContent('billbee-status-ids-pick')).includes('display: block; outline'),
  );
  const picture = await page.screenshot();
  await page.press('Escape');
  await page.close();
  await popup.page.close();
  return picture;
}

async function welcome(bench: Workbench): Promise<Buffer> {
  const page = await bench.session.newPage();
  await page.goto(bench.session.extensionUrl('welcome/index.html'));
  await until('the steps', () => page.evaluate('document.querySelectorAll(".welcome kbd").length === 2'));
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

function save(path: string, picture: Buffer): void {
  writeFileSync(`${docs}${path}`, picture);
  console.log(`docs/${path}  ${picture.length} bytes`);
}

for (const folder of ['images/views', 'store/screenshots'])
  mkdirSync(`${docs}${folder}`, { recursive: true });
for (const language of ['de', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    const shots = await popups(language, theme);
    const viewport = { width: 1280, height: 800 };
    const bench = await openWorkbench('chromium', { language, colorScheme: theme, viewport });
    try {
      const pages = new Map<string, Buffer>();
      for (const { view, popup, height } of shots) {
        const address = forStores[view];
        if (!address) {
          save(`images/views/${view}-${language}-${theme}.png`, popup);
          continue;
        }
        const page = pages.get(address) ?? (await behind(bench, address, language));
        pages.set(address, page);
        const picture = await over(bench, { page, popup, height, theme });
        save(`store/screenshots/${view}-${language}-${theme}.png`, picture);
        if (view === 'statuses' && language === 'de') {
          save(`images/popup${theme === 'dark' ? '-dark' : ''}.png`, picture);
        }
      }
      // Their colours are the same in both themes.
      if (theme === 'light') {
        for (const what of ['guide', 'pick'] as const)
          save(`images/${what}-${language}.png`, await onPage(bench, what, language));
      }
      save(`store/screenshots/welcome-${language}-${theme}.png`, await welcome(bench));
    } finally {
      await bench.close();
    }
  }
}
