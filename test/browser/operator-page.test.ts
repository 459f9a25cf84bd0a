import axe from 'axe-core';
import type { Sandbox } from 'billbee-sandbox';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowsers } from '../../scripts/browsers.js';
import { until } from '../support/until.js';
import { type OperatorService, operatorToken, startOperatorService } from '../support/web-page.js';

const held = 10_000;
let service: OperatorService;
let sandbox: Sandbox;
let url: string;
let oldest: string;
let browser: Browser;

beforeAll(async () => {
  service = await startOperatorService(held);
  ({ sandbox, url, oldest } = service);
  browser = await puppeteer.launch({
    executablePath: (await findBrowsers()).chromium,
    args: ['--no-sandbox', '--disable-gpu'],
  });
});
afterAll(async () => {
  await browser?.close();
  await service?.close();
});

interface Look {
  readonly language?: string;
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
}

/** A browser profile of its own; client JavaScript is off, as for whoever blocks it. */
async function openPage({ language = 'en', scheme = 'light', width = 1200 }: Look = {}): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setExtraHTTPHeaders({ 'accept-language': language });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.setViewport({ width, height: 800 });
  return page;
}

/** By keyboard alone: the token, then Enter. */
async function signIn(page: Page, token = operatorToken): Promise<void> {
  await page.goto(url);
  await page.focus('input[name=token]');
  await page.keyboard.type(token);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

const text = (page: Page): Promise<string> =>
  page.$eval('body', (body) => (body as unknown as { innerText: string }).innerText);

async function press(page: Page, name: string): Promise<void> {
  const button = await page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`);
  await button?.focus();
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

/** axe runs in a world of its own, so the page's own policy need not let scripts in. */
async function violations(page: Page): Promise<string[]> {
  await page.setBypassCSP(true);
  await page.setJavaScriptEnabled(true);
  await page.reload();
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    `axe.run(document).then(({ violations }) => violations.map((rule) => rule.id + ': ' + rule.nodes.map((node) => node.html).join('; ')))`,
  );
  await page.setJavaScriptEnabled(false);
  await page.setBypassCSP(false);
  return found as string[];
}

describe('the operator’s page', () => {
  it('shows nothing without the token', async () => {
    const page = await openPage();
    const answer = await page.goto(`${url}/accounts/000000000000/held`);
    expect(answer?.status()).toBe(401);
    expect(await text(page)).not.toContain(sandbox.credentials.username);
    await signIn(page, 'not-the-token-at-all');
    expect(await text(page)).toContain('This is not the token');
  });

  it('says its rules to the browser', async () => {
    const { headers } = await fetch(url);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  describe('after signing in', () => {
    let page: Page;
    beforeAll(async () => {
      page = await openPage();
      await signIn(page);
    });

    it('keeps the session where no script and no other site can have it', async () => {
      const [cookie] = (await page.browserContext().cookies()).filter(({ name }) => name.endsWith('session'));
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
      expect(cookie?.value).not.toContain(operatorToken);
      expect(page.url()).toBe(`${url}/`);
    });

    it('shows the account, its runs and how far it lags', async () => {
      expect(await text(page)).toContain(sandbox.credentials.username);
      await Promise.all([page.waitForNavigation(), page.click('tbody a')]);
      const words = await text(page);
      expect(words).toContain('Last runs');
      expect(words).toMatch(/runs; longest .+, latest .+/);
      expect(page.url()).not.toContain('@');
      expect(await page.$$eval('polyline.lag', (lines) => lines.length)).toBe(1);
    });

    it('pages through ten thousand held orders, and shows no word of an ERP', async () => {
      const held = await page.$eval('.cards a[href$="/held"]', (link) => link.getAttribute('href'));
      await page.goto(url + held);
      expect(await text(page)).toContain('Page 1 of 200, 10,000 in all');
      await Promise.all([page.waitForNavigation(), page.click('a[rel=next]')]);
      expect(await text(page)).toContain('Page 2 of 200');
      expect(await page.$$eval('tbody tr', (rows) => rows.length)).toBe(50);
      expect(await text(page)).toContain('The ERP refused it');
      await page.goto(`${url}${held}?reason=currency-missing`);
      expect(await page.$$eval('tbody tr', (rows) => rows.length)).toBe(50);
      expect(await text(page)).not.toContain('Page 2 of 200');
    });

    it('tries a held order again by its button, and imports it', async () => {
      expect(await page.$eval('tbody th code', (code) => code.textContent)).toBe(oldest);
      await press(page, `Try again: order ${oldest}`);
      expect(await text(page)).toContain('1 held orders are tried again');
      await until('the import', async () => {
        await page.reload();
        return (await page.$eval('tbody th code', (code) => code.textContent)) !== oldest;
      });
      expect(await text(page)).not.toContain(oldest);
      expect(service.output()).toContain('Tried again: 1 held orders, 1 imported.');
      expect(service.output()).not.toContain(operatorToken);
    });

    it('sends a dead report again by its button', async () => {
      const outbox = page.url().replace(/\/held.*/, '/outbox?state=dead');
      await page.goto(outbox);
      expect(await page.$$eval('tbody tr', (rows) => rows.length)).toBe(3);
      await press(page, 'Send all 3 dead ones again');
      expect(await text(page)).toContain('3 reports are sent again');
      await until(
        'the reports',
        () => sandbox.calls.filter(({ method }) => method === 'PUT' || method === 'POST').length >= 3,
      );
    });

    it('does nothing for a form from elsewhere, or without its token', async () => {
      const { value = '' } =
        (await page.browserContext().cookies()).find(({ name }) => name.endsWith('session')) ?? {};
      const headers = { cookie: `billbee_importer_session=${value}` };
      const account = page.url().replace(/\/outbox.*/, '');
      const form = await page.$eval('input[name=form]', (input) => input.getAttribute('value') ?? '');
      const send = (more: Record<string, string>, fields: Record<string, string>): Promise<Response> =>
        fetch(`${account}/held/retry`, {
          method: 'POST',
          headers: { ...headers, ...more },
          body: new URLSearchParams(fields),
          redirect: 'manual',
        });
      expect((await send({ 'sec-fetch-site': 'cross-site' }, { form })).status).toBe(403);
      expect((await send({ origin: 'https://evil.example.com' }, { form })).status).toBe(403);
      expect((await send({}, {})).status).toBe(403);
      expect((await send({}, { form: `${form.slice(0, -1)}x` })).status).toBe(403);
      expect((await send({}, { form, order: 'nobody' })).status).toBe(303);
    });

    it.each([
      ['en', 'light', 1200],
      ['de', 'dark', 360],
    ] as const)(
      'has no accessibility violation in %s, %s, %i pixels wide',
      async (language, scheme, width) => {
        const other = await openPage({ language, scheme, width });
        await other.goto(url);
        expect(await violations(other)).toEqual([]);
        await signIn(other);
        const account = await other.$eval('tbody a', (link) => link.getAttribute('href'));
        for (const path of [
          '/',
          '/?show=attention',
          account,
          `${account}/held`,
          `${account}/outbox`,
          '/nowhere',
        ]) {
          await other.goto(`${url}${path}`);
          expect([path, await other.$eval('html', (html) => html.getAttribute('lang'))]).toEqual([
            path,
            language,
          ]);
          expect([path, await violations(other)]).toEqual([path, []]);
          const wide = await other.$eval(
            'html',
            (html) => (html as unknown as { scrollWidth: number }).scrollWidth,
          );
          expect([path, wide <= width]).toEqual([path, true]);
        }
      },
    );

    it('changes its language by a link, and keeps it', async () => {
      await page.goto(`${url}/?lang=de`);
      await page.goto(url);
      expect(await text(page)).toContain('Konten');
    });

    it('ends by signing out', async () => {
      await press(page, 'Abmelden');
      expect((await page.goto(url))?.status()).toBe(401);
    });
  });

  it('lets nobody guess the token', async () => {
    const tries = await Promise.all(
      Array.from({ length: 12 }, () =>
        fetch(`${url}/login`, { method: 'POST', body: new URLSearchParams({ token: 'wrong' }) }),
      ),
    );
    expect(tries.map(({ status }) => status)).toContain(429);
  });
});
