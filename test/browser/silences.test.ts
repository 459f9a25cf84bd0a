import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowsers } from '../../scripts/browsers.js';
import type { BrowserPage } from '../support/browser-page.js';
import type { BrowserSession } from '../support/browser-session.js';
import { builtExtension, readManifest } from '../support/built-extension.js';
import { openChromium } from '../support/chromium-session.js';
import { openFirefox } from '../support/firefox-session.js';
import { type Gateway, startGateway } from '../support/gateway.js';
import { openWithPopup, type Popup } from '../support/popup.js';
import { until } from '../support/until.js';

const html = '<!doctype html><title>Billbee</title>';
const select = (...entries: string[]) =>
  `<select>${entries.map((entry) => entry.replace(/(\d+) (.*)/, '<option value="$1">$2</option>')).join('')}</select>`;
const common = ['2 Bestätigt', '3 Bezahlt', '4 Versendet', '8 Storniert'];
const list = select(...common, '16 Im Fulfillment');
/** What `/list` holds once its tab has slept. */
const listAfterSleep = select(...common, '17 Retoure');
const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const pdf =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>';

/** What Billbee's host answers, by path. */
const answers: Readonly<Record<string, readonly [type: string, body: string | Buffer]>> = {
  '/pdf': ['application/pdf', pdf],
  '/json': ['application/json', '{"orders":[]}'],
  '/xml': ['application/xml', '<orders><order/></orders>'],
  '/picture': ['image/png', Buffer.from(dot, 'base64')],
  '/text': ['text/plain', 'orders'],
  '/other': ['text/html', `${html}<p>Artikel</p>`],
  '/overview': ['text/html', `${html}<table><tbody id="gridBody"></tbody></table>`],
  '/list': ['text/html', `${html}${list}<script>if (document.prerendering) fetch('/prepared')</script>`],
  '/prerenders': [
    'text/html',
    `${html}<p>Artikel</p><script type="speculationrules">{"prerender":[{"source":"list","urls":["/list"],"eagerness":"immediate"}]}</script>`,
  ],
};

describe.each(['chromium', 'firefox'] as const)('a page of Billbee’s that gives no status, in %s', (name) => {
  let gateway: Gateway;
  let session: BrowserSession;
  let page: BrowserPage;
  let popup: Popup;
  let popupPath = '';
  let finish = () => {};
  let hasSlept = false;

  beforeAll(async () => {
    gateway = await startGateway({
      'app.billbee.io': (request, response) => {
        const [type, body] = answers[new URL(request.url ?? '/', 'https://x').pathname] ?? [
          'text/html',
          html,
        ];
        response.setHeader('content-type', type);
        // A tab that wakes may take its document from the cache.
        response.setHeader('cache-control', 'no-store');
        if (request.url !== '/slow') {
          response.end(hasSlept ? html + listAfterSleep : body);
          return;
        }
        response.write(html + ' '.repeat(5_000));
        finish = () => response.end(list);
      },
    });
    const built = builtExtension(name);
    const open = name === 'chromium' ? openChromium : openFirefox;
    session = await open({
      executable: (await findBrowsers())[name],
      extension: built,
      proxy: gateway.proxy,
    });
    popupPath = readManifest(built).action.default_popup;
    ({ page, popup } = await openWithPopup(session, popupPath, 'https://app.billbee.io/other', 'window'));
  });
  afterAll(async () => {
    await session?.close();
    await gateway?.close();
  });

  const silence = () =>
    popup.page.evaluate<string>('document.querySelector("[data-silence]")?.dataset.silence ?? ""');
  const silenceIs = (cause: string) => until(cause, async () => (await silence()) === cause, 20_000);
  const offers = () =>
    popup.page.evaluate<string[]>(
      '[...document.querySelectorAll(".remedies button")].map((button) => button.dataset.action)',
    );
  const visit = async (path: string) => {
    await page.goto(`https://app.billbee.io${path}`);
    await popup.page.bringToFront();
    await popup.reopen();
  };

  it.each(['/pdf', '/json', '/xml', '/picture', '/text'])('is a document: %s', async (path) => {
    await visit(path);
    await silenceIs('document');
    expect(await offers()).toEqual(['open-orders']);
  });

  it.each([
    ['/overview', 'closed-list', 'show-me'],
    ['/other', 'no-list', 'open-orders'],
  ])('%s: %s', async (path, cause, offer) => {
    await visit(path);
    await silenceIs(cause);
    expect((await offers())[0]).toBe(offer);
  });

  it('is still loading, and is read as soon as it is there', async () => {
    await popup.page.bringToFront();
    await page.evaluate('void setTimeout(() => { location.href = "/slow"; })');
    await until('the slow page', () => gateway.seen.some(({ request }) => request.endsWith('/slow')));
    await popup.reopen();
    await silenceIs('loading');
    finish();
    await popup.sourceIs('page');
  });

  // Chromium takes such a policy from the machine's own folders only.
  if (name === 'firefox') {
    it('is closed to extensions by a policy of the company', async () => {
      const domains = 'extensions.webextensions.restrictedDomains';
      await session.chrome?.setPreference(domains, 'app.billbee.io');
      await visit('/list');
      await silenceIs('blocked');
      expect(await offers()).toEqual(['tell-administrator']);
      await session.chrome?.setPreference(domains, undefined);
      await visit('/list');
      await popup.sourceIs('page');
    });
  }

  it('reads no page that the browser only prepares, and reads it once it is shown', async () => {
    // A page of its own: a tab whose document is exchanged for a prepared one is lost to the debugger.
    const address = 'https://app.billbee.io/prerenders';
    const other = await openWithPopup(session, popupPath, address, 'window');
    const asked = (path: string) => gateway.seen.filter(({ request }) => request.endsWith(path)).length;
    if (name === 'chromium') await until('the prepared page', () => asked('/prepared') > 0);
    await until('no list', async () =>
      other.popup.page.evaluate('document.querySelector("[data-silence=no-list]") !== null'),
    );
    await other.popup.page.evaluate('new Promise((waited) => setTimeout(waited, 700))');
    expect(await other.popup.source()).not.toBe('page');
    const lists = asked('/list');
    await other.page.evaluate(`void setTimeout(() => { location.href = '/list'; })`);
    await other.popup.sourceIs('page');
    expect(asked('/list') - lists).toBe(name === 'chromium' ? 0 : 1);
    await other.popup.page.close();
  });

  it('was put to sleep by the browser, also under a new number, and can be woken', async () => {
    await visit('/list');
    await popup.sourceIs('page');
    expect(await popup.ids()).toEqual([2, 3, 4, 8, 16]);
    hasSlept = true;
    // Browsers put tabs to sleep that nobody looks at: another one comes before this in its window.
    const wasReplaced = await popup.page.evaluate<boolean>(`(async () => {
      const { tabs } = globalThis.browser ?? chrome;
      const id = Number(new URLSearchParams(location.search).get('tabId'));
      const { windowId } = await tabs.get(id);
      await tabs.create({ windowId, url: 'about:blank', active: true });
      await tabs.discard(id);
      return await tabs.get(id).then(() => false, () => true);
    })()`);
    expect(wasReplaced).toBe(name === 'chromium');
    // In Chromium under its debugger the tab is loaded again at once, under its new number.
    if (name === 'firefox') {
      await silenceIs('asleep');
      await popup.page.click('[data-action="wake"]');
    }
    await until('the list of the new document', async () => (await popup.ids()).includes(17));
    expect([await popup.source(), await popup.ids()]).toEqual(['page', [2, 3, 4, 8, 17]]);
  });
});
