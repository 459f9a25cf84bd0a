import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badgesBeside } from '../support/badge-places.js';
import type { BrowserPage } from '../support/browser-page.js';
import type { Popup } from '../support/popup.js';
import { until } from '../support/until.js';
import { openWorkbench, type Workbench } from '../support/workbench.js';

/** Where a page keeps its ids, three names in the page, two in a container that scrolls, and what moves or covers them. */
const markup = `
  <style>
    body { margin: 10px; font: 16px sans-serif; background: #fff }
    p { margin: 8px 0; width: 240px } .panel { display: none; height: 90px; background: #eee } .open { display: block }
    .menu { display: none; position: absolute; left: 0; top: 0; width: 420px; height: 400px; z-index: 5; background: #fff; margin: 0 }
    .menu.open { display: block } .menu li { height: 40px } #box { height: 60px; width: 300px; overflow: auto }
    dialog { width: 600px; height: 500px; margin: 0; background: #fff } #wide { transition: height 0.4s; height: 0 }
    .high #wide { height: 70px } details { width: 240px } details div { height: 80px }
    :checked ~ .panel { display: block }
  </style>
  <select name="OrderStateId"><option value="3">Bezahlt</option><option value="16">Im Fulfillment</option>
    <option value="4">Versendet</option></select>
  <details><summary>More</summary><div></div></details>
  <input type="checkbox" id="check"><div class="panel" id="panel"></div><div id="wide"></div><div id="above"></div>
  <p><span data-name="paid">Bezahlt</span></p>
  <p><a href="#" data-name="shipped">Versendet (12)</a></p>
  <p><button type="button" data-name="button">Im Fulfillment</button></p>
  <div id="box"><p><b data-name="first">Bezahlt</b></p><p>…</p><p>…</p><p>…</p><p><b data-name="last">Versendet</b></p></div>
  <ul class="menu" id="menu"><li>An entry<li>Another</ul>
  <dialog><p><span data-name="inside">Versendet</span></p></dialog>`;

const all = ['button', 'first', 'paid', 'shipped'];

/** What pages do, and beside which names a person sees badges then. */
const kinds: Readonly<
  Record<string, readonly (readonly [what: string, code: string, badges: readonly string[]])[]>
> = {
  'what pushes names down': [
    ['a panel opened by a class', 'panel.classList.add("open")', all],
    [
      'a panel shown by a style sheet',
      'document.styleSheets[0].insertRule(".panel { display: block !important }", 20)',
      all,
    ],
    ['a panel opened by a checkbox', 'check.checked = true', all],
    ['details', 'document.querySelector("details").open = true', all],
    ['a transition', 'document.body.classList.add("high")', all],
    [
      'an image that comes late',
      `const image = above.appendChild(new Image());
      setTimeout(() => { image.src = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="50" height="70"/>'; }, 600);`,
      all,
    ],
    ['a script that sets a size', 'wide.style.height = "66px"', all],
  ],
  'what covers names': [
    ['a menu opened by a class', 'menu.classList.add("open")', []],
    [
      'a menu without a colour of its entries, fixed',
      'menu.style.cssText = "display: block; position: fixed"',
      [],
    ],
    [
      'a popover',
      'menu.className = ""; menu.style.cssText = "inset: 0; width: 420px; height: 400px; margin: 0"; menu.popover = "auto"; menu.showPopover()',
      [],
    ],
    [
      'a modal dialog, whose own names have badges',
      'document.querySelector("dialog").showModal()',
      ['inside'],
    ],
    [
      'a layer of a shadow root',
      `const host = document.body.appendChild(document.createElement('x-layer'));
      host.attachShadow({ mode: 'closed' }).innerHTML = '<div style="position: fixed; inset: 0; background: #fff"></div>';`,
      [],
    ],
    [
      'a picture',
      'above.innerHTML = `<canvas style="position: absolute; left: 0; top: 0" width="500" height="500"></canvas>`',
      [],
    ],
  ],
  'what takes names away': [
    [
      'another text',
      'document.querySelector("[data-name=paid]").firstChild.data = "Offen"',
      ['button', 'first', 'shipped'],
    ],
    [
      'a text that becomes another status',
      'document.querySelector("[data-name=paid]").textContent = "Versendet"',
      all,
    ],
    ['visibility', 'box.style.visibility = "hidden"', ['button', 'paid', 'shipped']],
    ['opacity', 'document.querySelector("button").style.opacity = 0', ['first', 'paid', 'shipped']],
    ['removal', 'box.remove()', ['button', 'paid', 'shipped']],
  ],
  'what scrolls and zooms': [
    ['a container to its end', 'box.scrollTop = 1000', ['button', 'last', 'paid', 'shipped']],
    ['a container a little', 'box.scrollTop = 4', all],
    ['the body enlarged', 'document.body.style.zoom = 1.3', all],
    ['everything enlarged', 'document.documentElement.style.zoom = 1.3', all],
    [
      'a transform',
      'document.body.style.cssText = "transform-origin: 0 0; transform: translate(30px, 40px) scale(1.2)"',
      all,
    ],
  ],
};

describe.each(['chromium', 'firefox'] as const)('badges on a page that moves, in %s', (name) => {
  let bench: Workbench;
  let page: BrowserPage;
  let popup: Popup;
  const address = 'https://app.billbee.io/de/order?encoding=widget';
  const switchTo = (on: boolean) =>
    popup.page.evaluate(`(globalThis.browser ?? chrome).storage.local.set({ badges: ${on} })`);

  beforeAll(async () => {
    bench = await openWorkbench(name, { language: 'de' });
    ({ page, popup } = await bench.open(address));
    await switchTo(true);
  });
  afterAll(() => bench?.close());

  const layers = () => page.evaluate<number>('document.querySelectorAll("billbee-status-ids-badges").length');
  const shown = async (expected: readonly string[]) => {
    let seen: readonly string[] = [];
    await until(
      `badges beside ${expected.join(', ')}`,
      async () => {
        seen = await badgesBeside(page);
        return seen.join() === [...expected].sort().join();
      },
      8_000,
    ).catch(() => undefined);
    expect(seen).toEqual([...expected].sort());
  };
  const open = async () => {
    await page.goto(address);
    await page.bringToFront();
    await page.evaluate(`void (document.body.innerHTML = ${JSON.stringify(markup)})`);
    await shown(all);
  };

  describe.each(Object.entries(kinds))('%s', (_kind, variants) => {
    it.each(variants)('%s', async (_what, code, badges) => {
      await open();
      await page.evaluate(`void (() => { ${code} })()`);
      await shown(badges);
    });
  });

  it('comes back when what covered the names goes', async () => {
    await open();
    await page.evaluate('void document.querySelector("dialog").showModal()');
    await shown(['inside']);
    await page.evaluate('void document.querySelector("dialog").close()');
    await shown(all);
  });

  it('finds the names of a new part of the page, and far down in a long one', async () => {
    await open();
    await page.evaluate(`void (() => {
      document.querySelector('#box').remove();
      const rows = Array.from({ length: 3000 }, (_, n) => '<p>' + n + '<i data-name="row ' + n + '">Bezahlt</i></p>');
      document.querySelector('#above').innerHTML = rows.join('');
      document.querySelector('[data-name="row 2000"]').scrollIntoView({ block: 'start' });
    })()`);
    const inWindow = await page.evaluate<
      string[]
    >(`[...document.querySelectorAll('[data-name]')].filter((name) => {
      const { top, bottom } = name.getBoundingClientRect();
      return bottom > 0 && top < innerHeight - 40;
    }).map((name) => name.dataset.name)`);
    expect(inWindow.length).toBeGreaterThan(10);
    await until(
      'a badge beside each',
      async () => {
        const seen = await badgesBeside(page);
        return (
          inWindow.slice(1).every((each) => seen.includes(each)) &&
          !seen.some((each) => each.startsWith('astray'))
        );
      },
      15_000,
    );
  });

  it('has one layer after the extension was updated, and none when it is switched off', async () => {
    await open();
    await page.evaluate('void (window.oldLayer = document.querySelector("billbee-status-ids-badges"))');
    await bench.session.updateExtension();
    // What was drawn before goes, and the new scripts draw anew.
    await until(
      'the new layer',
      async () => {
        const seen = await page.evaluate<boolean>(`(() => {
        const layer = document.querySelector('billbee-status-ids-badges');
        return layer !== null && layer !== window.oldLayer;
      })()`);
        return seen;
      },
      20_000,
    );
    expect(await layers()).toBe(1);
    await page.bringToFront();
    await shown(all);
    const again = await bench.session.newPage();
    await again.goto(bench.session.extensionUrl('popup/index.html'));
    await again.evaluate('(globalThis.browser ?? chrome).storage.local.set({ badges: false })');
    await until('no layer', async () => (await layers()) === 0);
    await page.evaluate('void (panel.className = "open")');
    await new Promise((wait) => setTimeout(wait, 1_500));
    expect(await layers()).toBe(0);
  });
});
