import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage } from '../support/browser-page.js';
import { pageIds, pageStatuses } from '../support/page-statuses.js';
import type { Popup } from '../support/popup.js';
import { until } from '../support/until.js';
import { openWorkbench, otherAddress, type Workbench, withoutListAddress } from '../support/workbench.js';

describe.each(['chromium', 'firefox'] as const)('from the order overview to the clipboard in %s', (name) => {
  let bench: Workbench;
  let page: BrowserPage;
  let popup: Popup;

  beforeAll(async () => {
    bench = await openWorkbench(name, { language: 'de' });
    ({ page, popup } = await bench.open());
    await popup.sourceIs('page');
  });
  afterAll(() => bench?.close());

  it('reads the list out of the iframe', async () => {
    expect(await page.evaluate('document.querySelectorAll("iframe").length')).toBe(1);
    expect(await popup.ids()).toEqual(pageIds);
  });

  it('names each row by label and id', async () => {
    expect((await popup.rows()).map((row) => row.name)).toEqual(pageStatuses);
  });

  it('says that nothing is selected, and copies nothing, while nothing is checked', async () => {
    await popup.copy();
    expect(await until('an answer', () => popup.said())).not.toMatch(/\d/);
  });

  it('puts the checked ids on the clipboard and says so', async () => {
    await popup.check(16);
    await popup.check(3);
    await popup.copy();
    await until('the success', async () => /3,16/.test(await popup.said()));
    expect(await bench.paste()).toBe('3,16');
  });

  it('remembers the selection', async () => {
    const again = await bench.open();
    await again.popup.sourceIs('page');
    const checked = (await again.popup.rows()).filter((row) => row.checked);
    expect(checked.map((row) => row.id)).toEqual([3, 16]);
  });

  it('shows the last reading, marked as such, when the page holds no ids', async () => {
    const other = await bench.open(withoutListAddress);
    await other.popup.sourceIs('kept');
    expect(await other.popup.ids()).toEqual(expect.arrayContaining([3, 4, 8, 16]));
  });

  it('reads no other site', async () => {
    const other = await bench.open(otherAddress);
    await other.popup.sourceIs('unsupported');
    expect(await other.popup.ids()).toEqual([]);
  });
});
