import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrowsers } from '../../scripts/browsers.js';
import { openChromium } from '../support/chromium-session.js';
import { openFirefox } from '../support/firefox-session.js';
import { type Gateway, startGateway, withoutBrowserTraffic } from '../support/gateway.js';
import { until } from '../support/until.js';
import { erpAddress, openStatusEditor, openWorkbench, ordersAddress } from '../support/workbench.js';

const requests = (gateway: Gateway) =>
  new Set(withoutBrowserTraffic(gateway.seen).map(({ request }) => request));

describe.each(['chromium', 'firefox'] as const)('requests in %s', (name) => {
  it('a full session asks for nothing but what the pages themselves ask for', async () => {
    const bench = await openWorkbench(name);
    try {
      // Without a popup the content script rests, so this is what the page asks for by itself.
      const page = await bench.session.newPage();
      await page.goto(ordersAddress);
      await openStatusEditor(page);
      await until('the rows', () =>
        page.evaluate('frames[0].document.querySelector("#gridBody > tr[data-id]") !== null'),
      );
      const ofThePages = requests(bench.gateway);
      for (const path of ['', 'favicon.ico']) ofThePages.add(`GET https://shop.example.com/${path}`);
      for (const path of [
        '',
        'favicon.ico',
        'frame',
        'page.css',
        'page.js',
        'react.js',
        'react-dom.js',
        'vue.js',
      ]) {
        ofThePages.add(`GET https://erp.example.com/${path}`);
      }
      ofThePages.add('GET https://frame.example.com/frame');
      ofThePages.add('GET https://app.billbee.io/favicon.ico');

      const { popup } = await bench.open();
      await popup.sourceIs('page');
      await popup.check(3);
      await popup.copy();
      await until('the success', async () => /3/.test(await popup.said()));
      expect(await bench.paste()).toBe('3');

      for (const section of ['fields', 'export', 'options']) await popup.page.click(`#tab-${section}`);
      await popup.page.click('.switch input');
      await until('the badges', () =>
        page.evaluate('frames[0].document.querySelector("billbee-status-ids-badges") !== null'),
      );
      const erp = await bench.session.newPage();
      await erp.goto(erpAddress);
      await erp.click('#shipped');
      const icon = await bench.session.clickIcon(erp);
      await until('the ids', () => icon.evaluate('document.querySelector(".insert .chip") !== null'));
      await icon.click('.insert .chip', 0);
      await until(
        'the id',
        async () => (await erp.evaluate('document.querySelector("#shipped").value')) === '3',
      );
      const welcome = await bench.session.newPage();
      await welcome.goto(bench.session.extensionUrl('welcome/index.html'));
      await until('the steps', () => welcome.evaluate('document.querySelector(".welcome") !== null'));
      expect([...requests(bench.gateway)].filter((request) => !ofThePages.has(request))).toEqual([]);
    } finally {
      await bench.close();
    }
  });
});

describe.each([
  ['chromium', openChromium],
  ['firefox', openFirefox],
] as const)('the gateway in %s', (name, open) => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'billbee-telltale-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('sees what an extension asks for, from a page and from a content script', async () => {
    const manifest = {
      manifest_version: 3,
      name: 'Telltale',
      version: '1',
      content_scripts: [{ matches: ['https://app.billbee.io/*'], js: ['content.js'] }],
      host_permissions: ['https://app.billbee.io/*'],
      browser_specific_settings: { gecko: { id: 'telltale@example.com' } },
    };
    const files = {
      'manifest.json': JSON.stringify(manifest),
      'content.js': 'fetch("https://app.billbee.io/told").catch(() => {});',
      'page.html': '<!doctype html><title>Telltale</title><script src="page.js"></script>',
      'page.js': 'fetch("https://tell.example.com/").catch(() => {});',
    };
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    const gateway = await startGateway({
      'app.billbee.io': (_request, response) => response.end('<!doctype html><title>Page</title>'),
    });
    try {
      const executable = (await findBrowsers())[name];
      const session = await open({ executable, extension: folder, proxy: gateway.proxy });
      try {
        await (await session.newPage()).goto('https://app.billbee.io/');
        await (await session.newPage()).goto(session.extensionUrl('page.html'));
        await until('both requests', () => {
          const seen = requests(gateway);
          return seen.has('GET https://app.billbee.io/told') && seen.has('CONNECT tell.example.com:443');
        });
      } finally {
        await session.close();
      }
    } finally {
      await gateway.close();
    }
  });
});
