import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage } from '../support/browser-page.js';
import { pageStatuses } from '../support/page-statuses.js';
import type { Popup } from '../support/popup.js';
import { until } from '../support/until.js';
import { openWorkbench, ordersAddress, type Workbench } from '../support/workbench.js';

/** Code that a page runs before its list appears; the list of the sandbox's page stays readable in all of them. */
const attacks: Readonly<Record<string, string>> = {
  'built-ins that were replaced': `
    const broken = () => { throw new Error('replaced'); };
    Object.defineProperty(Node.prototype, 'firstChild', { get: () => null });
    Object.prototype.id = 99; Object.prototype.label = 'Falsch';
    Element.prototype.getAttribute = Element.prototype.getAttributeNames = Element.prototype.attachShadow = broken;
    Element.prototype.querySelectorAll = Document.prototype.querySelector = Document.prototype.createElement = broken;
    MutationObserver.prototype.observe = Map.prototype.get = Map.prototype.set = String.prototype.replace = broken;
    Array.prototype.map = Array.prototype.filter = Array.prototype.push = Array.prototype[Symbol.iterator] = broken;`,
  'names that shadow properties': `
    const form = document.createElement('form');
    const table = document.querySelector('table');
    for (const name of ['attributes', 'parentNode', 'firstChild', 'nextSibling', 'getAttribute', 'querySelector',
      'querySelectorAll', 'childNodes', 'localName', 'nodeType', 'documentElement', 'body', 'contentType', 'hidden']) {
      const field = document.createElement('input');
      field.name = field.id = name;
      const image = document.createElement('img');
      image.name = image.id = name;
      form.append(field);
      table.before(image);
    }
    table.before(form);`,
  'a hundred thousand options': `
    const select = document.createElement('select');
    select.name = 'ArticleId';
    select.innerHTML = Array.from({ length: 100000 }, (_, n) => '<option value=' + (n + 1) + '>Artikel ' + n).join('');
    document.querySelector('table').after(select);`,
  'huge script data, and JSON that pollutes': `
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = '{"__proto__":{"Id":3,"Name":"Bezahlt"},"constructor":{"prototype":{"id":7}},"x":' +
      '['.repeat(300000) + '{"Bezahlt":'.repeat(20000) + '"Bezahlt",'.repeat(60000);
    document.body.append(script);
    document.body.setAttribute('data-state', '"\\\\'.repeat(300000) + 'Bezahlt');`,
  'elements nested ten thousand deep': `
    let deep = document.createElement('div');
    // Laid out, it can overflow the browser's own stack; hidden, only who reads the page goes down there.
    deep.style.display = 'none';
    document.body.append(deep);
    for (let n = 0; n < 10000; n++) { const next = document.createElement('div'); next.dataset.id = n % 20; deep.append(next); deep = next; }`,
  'a page that never rests': `
    const clock = document.createElement('p');
    document.body.append(clock);
    setInterval(() => { clock.textContent = performance.now(); }, 5);`,
};

describe.each(['chromium', 'firefox'] as const)('hostile pages in %s', (name) => {
  let bench: Workbench;
  let page: BrowserPage;
  let popup: Popup;

  beforeAll(async () => {
    bench = await openWorkbench(name, { language: 'de' });
    ({ page, popup } = await bench.open());
  });
  afterAll(() => bench?.close());

  const rows = async () => (await popup.rows()).map((row) => row.name);

  it.each(Object.entries(attacks))('%s', async (_attack, code) => {
    // This page lets inline scripts run: in the page's own world, in Firefox too.
    await page.goto('https://app.billbee.io/de/order?encoding=script');
    await page.evaluate(`void (() => {
      const script = document.createElement('script');
      script.textContent = ${JSON.stringify(`document.title = 'attacked'; (() => {${code}})(); document.title += ' to the end';`)};
      document.head.append(script);
    })()`);
    expect(await page.evaluate('document.title')).toBe('attacked to the end');
    await popup.reopen();
    await popup.sourceIs('page');
    expect(await rows()).toEqual(pageStatuses);
    // Nothing hangs: the page answers, and so does the popup.
    expect(await page.evaluate('1 + 1')).toBe(2);
  });

  it('shows labels with markup as text, in the popup and in its own window', async () => {
    const label = '<img src=x onerror="document.title=1">';
    await page.goto(`${ordersAddress}?encoding=select&extra=18:${encodeURIComponent(label)}`);
    await popup.reopen();
    await until('the label', async () => (await popup.ids()).includes(18));
    expect(await rows()).toContain(`${label} (18)`);
    expect(await popup.page.evaluate('document.querySelectorAll("img[src=x], [onerror]").length')).toBe(0);
  });

  it('reads frames in frames, with and without an address of their own', async () => {
    await page.goto(`${ordersAddress}?encoding=traps`);
    await page.evaluate(`new Promise((loaded) => {
      const outer = document.body.appendChild(document.createElement('iframe'));
      setTimeout(() => {
        const inner = outer.contentDocument.createElement('iframe');
        inner.src = '/de/order?encoding=select';
        inner.onload = () => loaded(true);
        outer.contentDocument.body.append(inner);
      }, 200);
    })`);
    await popup.reopen();
    await popup.sourceIs('page');
    expect(await rows()).toEqual(pageStatuses);
    await page.goto(`${ordersAddress}?encoding=traps`);
    await page.evaluate(`void (() => {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<select name="OrderStateId"><option value="3">Bezahlt</option><option value="16">Im Fulfillment</option><option value="4">Versendet</option></select>';
      document.body.append(frame);
    })()`);
    await popup.reopen();
    await until('the ids of the frame', async () => (await popup.ids()).join() === '3,4,16');
  });
});
