/** Part of `npm run screenshots`: takes the pictures of the operator's page, docs/images/operator-*.png. */
import { fileURLToPath } from 'node:url';
import puppeteer, { type Page } from 'puppeteer-core';
import { operatorToken, startOperatorService } from '../test/support/web-page.js';
import { findBrowsers } from './browsers.js';

const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));
const service = await startOperatorService(240);
const browser = await puppeteer.launch({
  executablePath: (await findBrowsers()).chromium,
  args: ['--no-sandbox', '--disable-gpu'],
});

async function signedIn(
  language: string,
  scheme: 'light' | 'dark',
  width: number,
  height: number,
): Promise<Page> {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport({ width, height, deviceScaleFactor: 2 });
  await page.setExtraHTTPHeaders({ 'accept-language': language });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(service.url);
  await page.type('input[name=token]', operatorToken);
  await Promise.all([page.waitForNavigation(), page.click('form.login button')]);
  return page;
}

async function take(page: Page, name: string): Promise<void> {
  const path = `${folder}${name}` as `${string}.png`;
  await page.screenshot({ path });
  console.log(`docs/images/${name}`);
}

try {
  const english = await signedIn('en', 'light', 1100, 760);
  const account = await english.$eval('tbody a', (link) => link.getAttribute('href'));
  await english.goto(`${service.url}${account}`);
  await take(english, 'operator-account.png');
  const german = await signedIn('de', 'dark', 1280, 800);
  await german.goto(`${service.url}${account}/held`);
  await take(german, 'operator-held-dark.png');
  const phone = await signedIn('de', 'light', 390, 800);
  await phone.goto(`${service.url}${account}/held`);
  await take(phone, 'operator-held-phone.png');
  await english.goto(`${service.url}${account}/orders`);
  await take(english, 'operator-orders.png');
} finally {
  await browser.close();
  await service.close();
}
