/**
 * `npm run screenshots`: takes every picture of the documents and the stores from the built extension over the
 * sandbox, each view in both languages and themes: 1280 x 800 as the stores want them, under docs/store/screenshots; the
 * other views alone, under docs/images/views; those of the README and the guides under docs/images.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Popup } from '../test/support/popup.js';
import { until } from '../test/support/until.js';
import {
  erpAddress,
  listAddress,
  openWorkbench,
  ordersAddress,
  type Workbench,
} from '../test/support/workbench.js';
import { type Language, over, type Theme } from './screenshots/composition.js';

const docs = fileURLToPath(new URL('../docs/', import.meta.url));
const small = { width: 400, height: 600 };

/** A view, and how it is brought up in a popup that shows the order overview. */
const views: Readonly<Record<string, { address: string; prepare(popup: Popup): Promise<unknown> }>> = {
  // First: once a list was read, its statuses take the place of the standard list.
  standard: { address: ordersAddress, prepare: (popup) => popup.sourceIs('standard') },
  statuses: {
    address: listAddress,
    async prepare(popup) {
      await popup.sourceIs('page');
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
        address: listAddress,
        async prepare(popup: Popup) {
          await popup.sourceIs('page');
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

/** Stores show a handful of pictures; the other views are for the documents. */
const forStores = new Set(['statuses', 'fields', 'insert']);

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
      const { page, popup } = await bench.open(address);
      await prepare(popup);
      await popup.page.bringToFront();
      const height = await popup.page.evaluate<number>(
        'document.querySelector(".view > :last-child").getBoundingClientRect().bottom',
      );
      shots.push({ view, popup: await popup.page.screenshot(), height: Math.min(height, small.height) });
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
  // What only tests need of the ERP's page; an ERP has no such fields.
  if (address === erpAddress)
    await page.evaluate(
      'document.querySelectorAll("p:has(#shipped) ~ *").forEach((each) => { each.hidden = true; })',
    );
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

/** Pick mode over the page: the pointer is on an entry of the status menu. */
async function picking(bench: Workbench): Promise<Buffer> {
  const { page, popup } = await bench.open(`${new URL(listAddress).origin}/de/order?encoding=dropdown`);
  await popup.sourceIs('page');
  await popup.page.click('#tab-options');
  await popup.page.click('[data-do="pick"]');
  const overlay = 'document.querySelector("billbee-status-ids-pick") !== null';
  await until('pick mode', () => page.evaluate(overlay));
  await page.click('#changeControl [data-toggle="dropdown"]');
  await page.evaluate(`void document.querySelectorAll('#changeControl .dropdown-menu a')[3]
    .dispatchEvent(new PointerEvent('pointermove', { bubbles: true, composed: true }))`);
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
        if (!forStores.has(view)) {
          save(`images/views/${view}-${language}-${theme}.png`, popup);
          continue;
        }
        const address = views[view]?.address ?? listAddress;
        const page = pages.get(address) ?? (await behind(bench, address));
        pages.set(address, page);
        const picture = await over(bench, { page, popup, height, theme });
        save(`store/screenshots/${view}-${language}-${theme}.png`, picture);
        if (view === 'statuses' && language === 'de') {
          save(`images/popup${theme === 'dark' ? '-dark' : ''}.png`, picture);
        }
      }
      // Its text is the same in both languages, and its colours in both themes.
      if (language === 'de' && theme === 'light') save('images/pick.png', await picking(bench));
      save(`store/screenshots/welcome-${language}-${theme}.png`, await welcome(bench));
    } finally {
      await bench.close();
    }
  }
}
