/**
 * `npm run screenshots`: takes every picture of the documents and the stores from the built extension over the
 * sandbox, each view in both languages and themes: 1280 x 800 as the stores want them, under docs/store/screenshots; the
 * other views alone, under docs/images/views; the two of the README under docs/images.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Popup } from '../test/support/popup.js';
import { until } from '../test/support/until.js';
import {
  erpAddress,
  openWorkbench,
  ordersAddress,
  type Workbench,
  withoutListAddress,
} from '../test/support/workbench.js';
import { type Language, over, type Theme } from './screenshots/composition.js';

const docs = fileURLToPath(new URL('../docs/', import.meta.url));
const small = { width: 400, height: 600 };

/** A view, and how it is brought up in a popup that shows the order overview. */
const views: Readonly<Record<string, { address: string; prepare(popup: Popup): Promise<unknown> }>> = {
  statuses: {
    address: ordersAddress,
    async prepare(popup) {
      await popup.sourceIs('page');
      await popup.check(3);
      await popup.check(16);
      await popup.copy();
      await until('the success', async () => /3,16/.test(await popup.said()));
      await popup.page.evaluate('document.querySelector(".statuses").scrollTo(0, 0)');
    },
  },
  ...Object.fromEntries(
    ['fields', 'export', 'options'].map((section) => [
      section,
      {
        address: ordersAddress,
        async prepare(popup: Popup) {
          await popup.sourceIs('page');
          await popup.page.click(`#tab-${section}`);
        },
      },
    ]),
  ),
  standard: { address: withoutListAddress, prepare: (popup) => popup.sourceIs('standard') },
  insert: {
    address: erpAddress,
    async prepare(popup) {
      await popup.sourceIs('unsupported');
      await until('the ids', () => popup.page.evaluate('document.querySelector(".insert .chip") !== null'));
    },
  },
};

/** Stores show a handful of pictures; the other views are for the documents. */
const forStores = new Set(['statuses', 'fields', 'insert']);

interface Shot {
  readonly view: string;
  readonly popup: Buffer;
}

/** The popup in every view. */
async function popups(language: Language, theme: Theme): Promise<Shot[]> {
  const bench = await openWorkbench('chromium', { language, colorScheme: theme, viewport: small });
  try {
    const shots: Shot[] = [];
    for (const [view, { address, prepare }] of Object.entries(views)) {
      const { page, popup } = await bench.open(address);
      await prepare(popup);
      await popup.page.bringToFront();
      shots.push({ view, popup: await popup.page.screenshot() });
      await page.close();
      await popup.page.close();
    }
    return shots;
  } finally {
    await bench.close();
  }
}

/** The page behind the popup. */
async function behind(bench: Workbench, address: string): Promise<Buffer> {
  const page = await bench.session.newPage();
  await page.goto(address);
  const ready =
    address === erpAddress
      ? 'document.querySelector("#open") !== null'
      : 'frames[0].document.querySelector("#gridBody > tr[data-id]") !== null';
  await until('the page', () => page.evaluate(ready));
  const picture = await page.screenshot();
  await page.close();
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
      for (const { view, popup } of shots) {
        if (!forStores.has(view)) {
          save(`images/views/${view}-${language}-${theme}.png`, popup);
          continue;
        }
        const address = views[view]?.address ?? ordersAddress;
        const page = pages.get(address) ?? (await behind(bench, address));
        pages.set(address, page);
        const picture = await over(bench, page, popup, theme);
        save(`store/screenshots/${view}-${language}-${theme}.png`, picture);
        if (view === 'statuses' && language === 'de') {
          save(`images/popup${theme === 'dark' ? '-dark' : ''}.png`, picture);
        }
      }
      save(`store/screenshots/welcome-${language}-${theme}.png`, await welcome(bench));
    } finally {
      await bench.close();
    }
  }
}
