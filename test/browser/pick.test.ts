import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyHereScript, type PickMessage, pickScript } from '../../extension/messages.js';
import type { BrowserPage } from '../support/browser-page.js';
import type { Popup } from '../support/popup.js';
import { until } from '../support/until.js';
import { openWorkbench, ordersAddress, type Workbench } from '../support/workbench.js';

const orders = (encoding: string) => `https://app.billbee.io/de/order?encoding=${encoding}`;

/** What a page can do to click, press and leave in a person's place. */
const madeUp = [
  ['a click', 'entry.click(); entry.dispatchEvent(new MouseEvent("click", all));'],
  [
    'a pointer',
    `for (const type of ['pointermove', 'pointerdown', 'pointerup']) entry.dispatchEvent(new PointerEvent(type, all));
      for (const type of ['mousedown', 'mouseup', 'click', 'auxclick', 'dblclick']) entry.dispatchEvent(new MouseEvent(type, all));
      entry.dispatchEvent(new Event('touchstart', all));`,
  ],
  [
    'keys',
    `entry.dispatchEvent(new PointerEvent('pointermove', all));
      for (const key of ['Tab', 'ArrowDown', 'Enter', ' ']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, ...all }));`,
  ],
  ['Escape', `document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', ...all }));`],
  ['leaving', `dispatchEvent(new PageTransitionEvent('pagehide'));`],
  [
    'a click in a frame',
    `const frame = document.createElement('iframe');
      document.body.append(frame);
      frame.contentDocument.body.append(entry.closest('ul').cloneNode(true));
      frame.dispatchEvent(new Event('load', all));
      frame.contentDocument.querySelectorAll('a')[3].click();`,
  ],
] as const;

describe.each(['chromium', 'firefox'] as const)('pointing at a status in %s', (name) => {
  let bench: Workbench;
  let page: BrowserPage;
  let popup: Popup;

  beforeAll(async () => {
    bench = await openWorkbench(name, { language: 'de' });
    ({ page, popup } = await bench.open(orders('dropdown')));
  });
  afterAll(() => bench?.close());

  const inject = async (file: string) => {
    await popup.page.evaluate(`(async () => {
      const { runtime, scripting } = globalThis.browser ?? chrome;
      const notes = document.documentElement.dataset;
      if (!notes.picked) {
        runtime.onMessage.addListener((message) => {
          notes.picked = JSON.stringify([...JSON.parse(notes.picked), message]);
        });
      }
      notes.picked = '[]';
      const tabId = Number(new URLSearchParams(location.search).get('tabId'));
      await scripting.executeScript({ target: { tabId }, files: [${JSON.stringify(file)}] });
    })()`);
  };
  const start = async (address: string) => {
    await page.goto(address);
    await popup.page.bringToFront();
    await inject(pickScript);
    await page.bringToFront();
  };
  const messages = () =>
    popup.page.evaluate<PickMessage[]>('JSON.parse(document.documentElement.dataset.picked)');
  const picked = async (count = 1) => {
    await until(`${count} answers`, async () => (await messages()).length >= count);
    return (await messages()).map(({ outcome, statuses }) => [
      outcome,
      ...statuses.map(({ id, label }) => `${id} ${label}`),
    ]);
  };
  const overlays = () => page.evaluate<number>('document.querySelectorAll("billbee-status-ids-pick").length');

  it('opens a menu as ever, takes the id of the entry that is clicked, and copies it', async () => {
    await start(orders('dropdown'));
    await page.evaluate(`void document.querySelector('#changeControl .dropdown-menu').addEventListener('click', () => {
      document.documentElement.dataset.reached = 'yes';
    })`);
    await page.click('#changeControl [data-toggle="dropdown"]');
    await page.click('#changeControl .dropdown-menu a', 3);
    expect(await picked()).toEqual([['found', '3 Bezahlt']]);
    expect((await messages())[0]?.copied).toBe(true);
    expect(await page.evaluate('document.documentElement.dataset.reached ?? "no"')).toBe('no');
    expect(await bench.paste()).toBe('3');
  });

  it('takes the whole list of a select', async () => {
    await start(orders('select'));
    await page.click('#filterControl select');
    const [[outcome, ...found] = []] = await picked();
    expect(outcome).toBe('found');
    expect(found).toHaveLength(16);
  });

  it('says honestly that there is no id, and goes on', async () => {
    await start(orders('labels'));
    await page.click('#grid th');
    await page.click('#btnShipOrders');
    expect(await picked(2)).toEqual([['none'], ['none']]);
    await page.press('Escape');
    expect((await picked(3)).at(-1)).toEqual(['cancelled']);
    expect(await overlays()).toBe(0);
  });

  it('is done by keyboard alone, in the frame of the overview too', async () => {
    await start(`${ordersAddress}?encoding=links`);
    await until('the frame', () =>
      page.evaluate('frames[0]?.document.querySelectorAll("#changeControl a").length > 10'),
    );
    await page.evaluate(
      'void frames[0].document.querySelector("#changeControl .btn-group").classList.add("open")',
    );
    await page.press('Tab');
    await page.press('ArrowDown');
    await page.press('Tab', 'Shift');
    await page.press('Enter');
    expect(await picked()).toEqual([['found', '14 Angeboten']]);
  });

  it('ends with Escape and leaves nothing behind', async () => {
    await start(orders('dropdown'));
    expect(await overlays()).toBe(1);
    await inject(pickScript);
    expect(await overlays()).toBe(1);
    await page.press('Escape');
    await until('the end', async () => (await overlays()) === 0);
    await page.evaluate(`void document.addEventListener('keydown', () => {
      document.documentElement.dataset.pressed = 'yes';
    })`);
    await page.press('Escape');
    expect(await page.evaluate('document.documentElement.dataset.pressed')).toBe('yes');
  });

  it('copies the id the context menu was opened over', async () => {
    await page.goto(orders('dropdown'));
    await page.click('#changeControl [data-toggle="dropdown"]');
    await page.rightClick('#changeControl .dropdown-menu a', 4);
    // What the page makes up afterwards moves nothing.
    await page.evaluate(`void [...document.querySelectorAll('#changeControl .dropdown-menu a')].forEach((entry) => {
      entry.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, composed: true }));
      entry.dispatchEvent(new PointerEvent('contextmenu', { bubbles: true, composed: true }));
    })`);
    await inject(copyHereScript);
    expect(await picked()).toEqual([['found', '13 Gepackt']]);
  });

  it('ignores a context menu that the page makes up', async () => {
    await page.goto(orders('dropdown'));
    await page.evaluate(`void document.querySelectorAll('#changeControl .dropdown-menu a')[4]
      .dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, composed: true }))`);
    await inject(copyHereScript);
    expect(await picked()).toEqual([['none']]);
  });

  it.each(madeUp)(
    'chooses, copies and ends nothing by itself when the page makes up %s',
    async (_what, code) => {
      await start(orders('dropdown'));
      await page.evaluate(`void (() => {
      const entry = document.querySelectorAll('#changeControl .dropdown-menu a')[3];
      const all = { bubbles: true, cancelable: true, composed: true };
      ${code}
    })()`);
      // A click of a person is answered, and nothing before it was.
      await page.click('#changeControl [data-toggle="dropdown"]');
      await page.click('#changeControl .dropdown-menu a', 4);
      expect(await picked()).toEqual([['found', '13 Gepackt']]);
    },
  );
});
