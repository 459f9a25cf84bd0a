import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage } from '../support/browser-page.js';
import { pageIds, pageStatuses } from '../support/page-statuses.js';
import type { Popup } from '../support/popup.js';
import { until } from '../support/until.js';
import { openStatusEditor, openWorkbench, ordersAddress, type Workbench } from '../support/workbench.js';

const readable = [
  'mix',
  'select',
  'select-multiple',
  'angularjs',
  'angularjs-string',
  'angular',
  'dropdown',
  'dropdown&attribute=data-state',
  'dropdown&attribute=data-order-state-id',
  'dropdown-item',
  'inline',
  'inline-quoted',
  'inline-link',
  'inline-ambiguous',
  'angularjs-list',
  'links',
  'links-hash',
  'links-path',
  'suffix',
  'checkbox',
  'checkbox-array',
  'checkbox-id',
  'radio',
  'widget',
  'widget-original-index',
  'script',
  'script-map',
  'script-values',
  'script-escaped',
  'script-json',
  'data-states',
];

/** Pages without an id, or with numbers that only look like one. */
const withoutIds = [
  'angularjs-object',
  'angularjs-index',
  'angular-object',
  'material',
  'angularjs-list-no-id',
  'labels',
  'traps',
];

describe('the ways in which a page can carry status ids', () => {
  let bench: Workbench;
  let page: BrowserPage;
  let popup: Popup;

  beforeAll(async () => {
    bench = await openWorkbench('chromium', { language: 'de' });
    ({ page, popup } = await bench.open());
  });
  afterAll(() => bench?.close());

  const show = async (encoding: string) => {
    await page.goto(`${ordersAddress}?encoding=${encoding}`);
    await popup.reopen();
  };

  it.each(readable)('reads %s', async (encoding) => {
    await show(encoding);
    await popup.sourceIs('page');
    expect((await popup.rows()).map((row) => row.name)).toEqual(pageStatuses);
  });

  it.each(withoutIds)('is not taken in by %s', async (encoding) => {
    await show(encoding);
    await popup.findsNoList();
  });

  it('says so when two lists disagree, and chooses neither', async () => {
    await show('conflict');
    await popup.sourceIs('page');
    const names = (await popup.rows()).map((row) => row.name);
    expect(names.filter((name) => /^(Bezahlt|Versendet) /.test(name))).toEqual([]);
    expect(await popup.page.evaluate('document.querySelector("main").textContent')).toMatch(
      /ID 3 .*„Bezahlt“.*„Versendet“/,
    );
  });

  it.each(['inline-editor', 'inline-editor&lang=en', 'inline-editor&extra=18:Sonderfall'])(
    'reads %s once the status of a row is open',
    async (encoding) => {
      await show(encoding);
      await popup.findsNoList();
      await openStatusEditor(page);
      await popup.sourceIs('page');
      const own = encoding.includes('18') ? [18] : [];
      expect(await popup.ids()).toEqual([...pageIds, ...own]);
    },
  );

  it('reads a status of the account’s own', async () => {
    await show('mix&extra=18:Sonderfall');
    await until('the own status', async () => (await popup.ids()).includes(18));
    expect((await popup.rows()).map((row) => row.name)).toEqual([...pageStatuses, 'Sonderfall (18)']);
  });

  it('reads controls that the page loads late, and menus that are filled when opened', async () => {
    await show('mix&late=700');
    await popup.sourceIs('page');
    await show('dropdown&menus=click');
    await popup.findsNoList();
    await page.evaluate(`[...frames[0].document.querySelectorAll('button, a')].find((button) =>
      button.textContent.includes('Status ändern')).click()`);
    await popup.sourceIs('page');
    expect((await popup.rows()).map((row) => row.name)).toEqual(pageStatuses);
  });

  it('reads the frame that the shell puts in the place of the first', async () => {
    await page.goto(`${ordersAddress}?encoding=select&replace=300`);
    await popup.reopen();
    await until('the second frame', () => page.evaluate('performance.now() > 1200'));
    await popup.sourceIs('page');
    expect((await popup.rows()).map((row) => row.name)).toEqual(pageStatuses);
  });

  it('leaves out none of the sandbox’s encodings', async () => {
    await page.goto('https://app.billbee.io/');
    const offered = await page.evaluate<string[]>(
      '[...document.querySelectorAll("a[href*=encoding]")].map((link) => new URL(link.href).searchParams.get("encoding"))',
    );
    expect(offered.length).toBeGreaterThan(4);
    const tested = ['inline-editor', ...readable, ...withoutIds, 'conflict'];
    expect(offered.filter((encoding) => !tested.includes(encoding))).toEqual([]);
  });
});
