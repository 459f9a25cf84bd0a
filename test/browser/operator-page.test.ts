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

/** As the page of an order tells it: held, tried again, arrived. */
const happened = {
  de: ['zurückgehalten', 'neuer Versuch verlangt', 'importiert'],
  en: ['held', 'another try was asked for', 'delivered'],
} as const;

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
      expect(await text(page)).toMatch(/Page 1 of 20\d, 10,00\d in all/);
      await Promise.all([page.waitForNavigation(), page.click('a[rel=next]')]);
      expect(await text(page)).toContain('Page 2 of 20');
      expect(await page.$$eval('tbody tr', (rows) => rows.length)).toBe(50);
      expect(await text(page)).toContain('The ERP refused it');
      await page.goto(`${url}${held}?reason=currency-missing`);
      expect(await page.$$eval('tbody tr', (rows) => rows.length)).toBe(50);
      expect(await text(page)).not.toContain('Page 2 of 20');
    });

    it('tries a held order again by its button, and imports it', async () => {
      expect(await page.$eval('tbody th a', (link) => link.textContent)).toBe(oldest);
      await press(page, `Try again: order ${oldest}`);
      expect(await text(page)).toContain('1 held orders are tried again');
      await until('the import', async () => {
        await page.reload();
        return (await page.$eval('tbody th a', (link) => link.textContent)) !== oldest;
      });
      expect(await text(page)).not.toContain(oldest);
      // Told when the work on the account has ended.
      await until('the words', () => service.output().includes('Tried again: 1 held orders, 1 imported.'));
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
          `${account}/held?q=B-4`,
          `${account}/orders`,
          `${account}/orders/300000170000001`,
          `${account}/orders/${oldest}`,
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

  it.each([
    [
      'de',
      [
        'Importierte Aufträge',
        'Auftragsnummer oder ID',
        'Ist er zurückgehalten?',
        'Noch einmal: Auftrag 4711-de',
      ],
      ['Kein Auftrag mit dieser Nummer ist importiert', 'wird bald noch einmal versucht', 'importiert'],
      ['Meldungen gescheitert', 'Status Versendet (4)', 'Billbee findet das nicht'],
    ],
    [
      'en',
      ['Delivered orders', 'Order number or id', 'Is it held?', 'Try again: order 4711-en'],
      ['No order with this number has been delivered', 'is tried again soon', 'delivered'],
      ['Reports dead', 'Status Shipped (4)', 'Billbee does not find it'],
    ],
  ] as const)(
    'lets a clerk find why order 4711 did not arrive, mend it and see it arrive: %s',
    async (language, [orders, field, isHeld, again], [missing, soon, arrived], [dead, what, cause]) => {
      const page = await openPage({ language, width: 1280 });
      await signIn(page);
      const number = `4711-${language}`;
      const follow = async (name: string): Promise<void> => {
        const link = await page.waitForSelector(`::-p-aria([name="${name}"][role="link"])`);
        await Promise.all([page.waitForNavigation(), link?.click()]);
      };
      const look = async (label: string): Promise<void> => {
        const input = await page.waitForSelector(`::-p-aria([name="${label}"])`);
        await input?.click({ count: 3 });
        await input?.type(number);
        await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      };
      await Promise.all([page.waitForNavigation(), page.click('tbody a')]);
      await follow(orders);
      await look(field);
      expect(await text(page)).toContain(missing);
      await until('the first poll', async () => {
        if (page.url().includes('/orders')) await follow(isHeld);
        else await page.reload();
        return (await page.$$('tbody tr')).length === 1;
      });
      const row = await page.$eval(
        'tbody tr',
        (cells) => (cells as unknown as { innerText: string }).innerText,
      );
      // The buyer, the amount, why and what to do, in words; the code is an aside.
      expect(row).toMatch(/1,00\s€|€1\.00/);
      expect(row).toMatch(language === 'de' ? /Positionen.*ergeben/s : /add up to/);
      const link = await page.$eval('tbody a[target=_blank]', (one) => one.getAttribute('href'));
      expect(link).toMatch(/^https:\/\/app\.billbee\.io\//);
      service.mend(language);
      await press(page, again);
      expect(await text(page)).toContain(soon);
      await page.goto(`${page.url().replace(/\/held.*/, '/orders')}?q=${number}`);
      await until('the order', async () => {
        await page.reload();
        return (await page.$$('tbody tr')).length === 1;
      });
      expect(
        await page.$eval('tbody', (cells) => (cells as unknown as { innerText: string }).innerText),
      ).toContain(arrived);

      await follow(number);
      const history = await page.$$eval('ol.history li', (items) =>
        items.map((item) => (item as unknown as { innerText: string }).innerText),
      );
      expect(history.map((item) => happened[language].findIndex((one) => item.includes(one)))).toEqual([
        0, 1, 2,
      ]);
      expect(history[0]).toMatch(language === 'de' ? /Summe weicht ab/ : /total/i);

      await page.goto(page.url().replace(/\/orders.*/, ''));
      await follow(dead);
      expect(await text(page)).toContain(what);
      expect(await text(page)).toContain(cause);
    },
  );

  it('gives an order up with a note, and hands the list to a spreadsheet', async () => {
    const page = await openPage();
    await signIn(page);
    const account = await page.$eval('tbody a', (link) => link.getAttribute('href'));
    await page.goto(`${url}${account}/held?q=${encodeURIComponent('Beispiel 9998')}`);
    await page.click('details summary');
    await page.type('input[name=note]', 'a test order');
    await press(page, 'Give up: order B-9998');
    expect(await text(page)).toContain('1 held orders are given up');
    expect(page.url()).toContain('q=Beispiel');
    await page.goto(`${url}${account}/orders/300000180009998`);
    expect(await text(page)).toContain('given up');
    expect(await text(page)).toContain('a test order');
    const cookies = await page.browserContext().cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const csv = await (await fetch(`${url}${account}/held.csv?q=B-99`, { headers: { cookie } })).text();
    const lines = csv.trim().split('\r\n');
    expect(lines[0]).toMatch(/^\ufeff?"Order";"Number";"Shop"/);
    expect(lines.length).toBeGreaterThan(90);
    expect(lines[1]).toContain('"Erika Beispiel 99');
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
