/**
 * `npm run screenshots`: takes the pictures of the README, docs/images/popup.png and popup-dark.png: the built popup, after a copy,
 * over the sandbox's order overview.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { until } from '../test/support/until.js';
import { openWorkbench } from '../test/support/workbench.js';

type Theme = 'light' | 'dark';

const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));
const whole = { width: 1120, height: 720, scale: 2 };
const small = { width: 420, height: 600, scale: 2 };

const dataAddress = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;

/** The popup where a browser shows it: below the toolbar's button, over the page. */
const composition = (page: Buffer, popup: Buffer, theme: Theme) => `<!doctype html>
  <style>
    body { margin: 0; width: ${whole.width}px; height: ${whole.height}px; overflow: hidden; position: relative;
      background: ${theme === 'dark' ? '#1c1e22' : '#fff'} }
    .page { position: absolute; inset: 0; width: 100%; ${theme === 'dark' ? 'filter: brightness(.75)' : ''} }
    .popup { position: absolute; top: 18px; right: 28px; width: ${small.width}px; border-radius: 10px;
      box-shadow: 0 0 0 1px #0003, 0 14px 44px #0007 }
  </style>
  <img class="page" alt="" src="${dataAddress(page)}">
  <img class="popup" alt="" src="${dataAddress(popup)}">`;

async function popupPicture(theme: Theme): Promise<Buffer> {
  const bench = await openWorkbench('chromium', { language: 'de', colorScheme: theme, viewport: small });
  try {
    const { popup } = await bench.open();
    await popup.sourceIs('page');
    await popup.check(3);
    await popup.check(16);
    await popup.copy();
    await until('the success', async () => /3,16/.test(await popup.said()));
    await popup.page.evaluate('document.querySelector(".statuses").scrollTo(0, 0)');
    return await popup.page.screenshot();
  } finally {
    await bench.close();
  }
}

async function picture(theme: Theme): Promise<Buffer> {
  const popup = await popupPicture(theme);
  const bench = await openWorkbench('chromium', { language: 'de', colorScheme: theme, viewport: whole });
  try {
    const { page } = await bench.open();
    await page.bringToFront();
    await until('the rows', () =>
      page.evaluate('frames[0].document.querySelector("#gridBody > tr[data-id]") !== null'),
    );
    const canvas = await bench.session.newPage();
    const html = composition(await page.screenshot(), popup, theme);
    await canvas.goto('https://shop.example.com/');
    await canvas.evaluate(`(document.open(), document.write(${JSON.stringify(html)}), document.close(), Promise.all(
      [...document.images].map((image) => image.decode())).then(() => true))`);
    return await canvas.screenshot();
  } finally {
    await bench.close();
  }
}

mkdirSync(folder, { recursive: true });
for (const [theme, name] of [
  ['light', 'popup.png'],
  ['dark', 'popup-dark.png'],
] as const) {
  writeFileSync(`${folder}${name}`, await picture(theme));
  console.log(`docs/images/${name}`);
}
