import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { orderOverviewUrl } from '../browser/billbee-tab.js';
import type { TabState } from '../browser/browser-port.js';
import { type FrameReport, guideScript } from '../messages.js';
import { emptyReport, FakeBrowser, found } from '../testing/fake-browser.js';
import { type OpenView, openView, type ViewOptions, viewedTab } from '../testing/open-view.js';

const statuses = [found(3, 'Bezahlt', 'select-option'), found(8, 'Storno'), found(16, 'Im Fulfillment')];

const openPage = async (options?: ViewOptions): Promise<OpenView> => {
  const view = await openView(options);
  await view.does(() => view.browser.connect(viewedTab, 0).report({ statuses }));
  return view;
};
const source = () => document.querySelector<HTMLElement>('[data-source]')?.dataset['source'];
const shownIds = () =>
  [...document.querySelectorAll<HTMLElement>('[data-status-id]')].map((row) =>
    Number(row.dataset['statusId']),
  );
const checkbox = (id: number) => `[data-status-id="${id}"] input`;
const isChecked = (id: number) => document.querySelector<HTMLInputElement>(checkbox(id))?.checked;
const said = () => document.querySelector('[role=status]')?.textContent;
const preview = () => document.querySelector<HTMLInputElement>('.preview')?.value;
const copyButton = '.copy-line .primary';

afterEach(() => render(null, document.body));

test("one row per status: the page's label and the id name the checkbox", async () => {
  const view = await openPage();
  expect(source()).toBe('page');
  expect(shownIds()).toEqual([3, 8, 16]);
  expect(view.names('[data-status-id] input')).toEqual(['Bezahlt (3)', 'Storno (8)', 'Im Fulfillment (16)']);
  expect(document.querySelector('[data-status-id="8"] .standard-name')?.textContent).toBe('Storniert');
  expect(document.querySelector('.source')?.textContent).toContain('Auswahlliste');
});

test('copies the checked ids as text and says so after the clipboard has them', async () => {
  let finish = () => {};
  const written: string[] = [];
  const view = await openPage({
    writeClipboard: (text) => {
      written.push(text);
      return new Promise((resolve) => {
        finish = resolve;
      });
    },
  });
  await view.click(checkbox(16));
  await view.click(checkbox(3));
  expect(preview()).toBe('3,16');
  expect(view.names(copyButton)).toEqual(['Kopieren']);

  await view.click(copyButton);
  expect(written).toEqual(['3,16']);
  expect(said()).toBe('');
  await view.does(() => finish());
  expect(said()).toBe('2 IDs kopiert: 3,16');
});

test('one button has exactly the name Copy in English too', async () => {
  const view = await openPage({ language: 'en' });
  expect(view.names('button').filter((name) => /copy/i.test(name))).toEqual(['Copy']);
  expect(document.documentElement.lang).toBe('en');
  expect(document.querySelector('[data-status-id="3"] .label')?.getAttribute('lang')).toBe('de');
});

test('copies one id and all ids without touching the selection', async () => {
  const view = await openPage();
  await view.click('[data-status-id="8"] button');
  await view.click('.copy-line .button:not(.primary)');
  expect(view.clipboard).toEqual(['8', '3,8,16']);
  expect(said()).toBe('3 IDs kopiert: 3,8,16');
  expect(preview()).toBe('');
  expect(view.names('[data-status-id="8"] button')).toEqual(['In die Zwischenablage: Storno (8)']);
});

test('with nothing selected it asks for a selection and leaves the clipboard alone', async () => {
  const view = await openPage();
  await view.click(copyButton);
  expect(view.clipboard).toEqual([]);
  expect(said()).toBe('Wählen Sie zuerst mindestens einen Status aus.');
});

test('a refusing clipboard leaves the text selected in a field, and claims nothing', async () => {
  const view = await openPage({ writeClipboard: () => Promise.reject(new Error('no')) });
  await view.click(checkbox(3));
  await view.click(copyButton);
  const field = document.querySelector<HTMLInputElement>('.by-hand');
  expect(field?.value).toBe('3');
  expect(document.activeElement).toBe(field);
  expect([field?.selectionStart, field?.selectionEnd]).toEqual([0, 1]);
  expect(said()).toContain('Strg+C');
  expect(said()).not.toContain('kopiert');

  await view.click(checkbox(16));
  expect(document.querySelector('.by-hand')).toBeNull();
  expect(preview()).toBe('3,16');
  expect(said()).toBe('');
});

test('the live regions are there before they have anything to say', async () => {
  await openPage();
  expect(said()).toBe('');
  expect(document.querySelector('[role=alert]')?.textContent).toBe('');
});

test('the search narrows the list; all and none mean what is shown', async () => {
  const view = await openPage();
  await view.click('.tools button:first-of-type');
  expect(preview()).toBe('3,8,16');

  await view.type('sto');
  expect(shownIds()).toEqual([8]);
  await view.click('.tools button:last-of-type');
  expect(preview()).toBe('3,16');

  await view.type('nichts davon');
  expect(document.querySelector('.no-match')?.textContent).toBe('Kein Status passt zu „nichts davon“.');
});

test('the / key goes to the search, and is a letter there', async () => {
  const view = await openPage();
  const press = (target: Element) => {
    const event = new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const search = view.root.querySelector('input[type=search]');
  expect(press(view.root)).toBe(true);
  expect(document.activeElement).toBe(search);
  expect(search && press(search)).toBe(false);
});

test('the selection is remembered, also for ids this page does not show', async () => {
  const browser = new FakeBrowser();
  browser.stored.set('selection:app.billbee.io', [4, 16]);
  const view = await openPage({ browser });
  expect(isChecked(16)).toBe(true);
  expect(preview()).toBe('16');

  await view.click(checkbox(3));
  expect(browser.stored.get('selection:app.billbee.io')).toEqual([3, 4, 16]);
});

test('a browser that keeps nothing still lets people select and copy', async () => {
  const browser = new FakeBrowser();
  Object.assign(browser.memory, {
    get: () => Promise.reject(new Error('no')),
    set: () => Promise.reject(new Error('no')),
  });
  const view = await openPage({ browser });
  await view.click(checkbox(3));
  await view.click(copyButton);
  expect(view.clipboard).toEqual(['3']);
});

test('contradictions are an alert, and both labels stand in the row', async () => {
  const view = await openPage();
  await view.does(() => view.browser.connect(viewedTab, 4).report({ statuses: [found(3, 'Offen')] }));
  expect(document.querySelector('[role=alert]')?.textContent).toContain('„Bezahlt“, „Offen“');
  expect(view.names(checkbox(3))).toEqual(['Bezahlt / Offen (3)']);
});

test.each([
  ['de', 'Es können Status fehlen'],
  ['en', 'statuses may be missing'],
] as const)('a page that was not read to its end is an alert, in %s', async (language, text) => {
  const view = await openView({ language });
  const report = { statuses: [found(3, 'Bezahlt')] };
  const frame = view.browser.connect(viewedTab, 0);
  await view.does(() => frame.report({ ...report, truncated: true }));
  expect(source()).toBe('page');
  expect(document.querySelector('[role=alert]')?.textContent).toContain(text);
  await view.does(() => frame.report(report));
  expect(document.querySelector('[role=alert]')?.textContent).toBe('');
});

test.each([
  ['de', '3 Status, vorhin auf dieser Seite gelesen', 'vorhin auf der Seite'],
  ['en', '3 statuses, read earlier on this page', 'earlier on this page'],
] as const)(
  'what the page has shown and shows no longer stays, marked as such, in %s',
  async (language, mark, row) => {
    const view = await openPage({ language });
    const frame = view.browser.connect(viewedTab, 0);
    await view.does(() => frame.report({ statuses }));
    await view.click(checkbox(16));
    const chips = view.names('.chip').length;
    await view.does(() => frame.report({ statuses, earlier: [3, 8, 16] }));
    expect(source()).toBe('page');
    expect(document.querySelector('.source')?.textContent).toContain(mark);
    expect(view.names('[data-seen=earlier] .seen-earlier')).toEqual([row, row, row]);
    expect([preview(), view.names('.chip').length]).toEqual(['16', chips]);
    expect(document.querySelector(checkbox(3))?.getAttribute('aria-describedby')).toBe('earlier-3');

    await view.does(() => frame.report({ statuses, earlier: [8] }));
    expect(document.querySelector('.source')?.textContent).not.toContain(mark);
    expect(shownIds()).toEqual([3, 8, 16]);
    expect(view.names('[data-seen=earlier] .label')).toEqual(['Storno']);
  },
);

test('labels with markup are text', async () => {
  const view = await openView();
  const label = '<img src=x onerror=alert(1)>';
  await view.does(() => view.browser.connect(viewedTab, 0).report({ statuses: [found(30, label)] }));
  expect(document.querySelector('[data-status-id="30"] .label')?.textContent).toBe(label);
  expect(document.querySelector('[data-status-id] img')).toBeNull();
});

test('a page without ids gets the standard list, marked as such', async () => {
  const view = await openView();
  await view.does(() => view.browser.connect(viewedTab, 0).report({}));
  await view.does(() => view.clock.pass(500));
  expect(source()).toBe('standard');
  expect(shownIds()).toHaveLength(17);
  expect(document.querySelector('.source')?.textContent).toContain(
    'Standardliste, nicht von der Seite gelesen',
  );
  expect(document.querySelector('.explanation')?.textContent).toBe(
    'Klicken Sie in einer Zeile auf den Status, dann öffnet sich die Liste.',
  );
  expect(view.names('.source button')).toEqual(['Auf der Seite zeigen', 'Auf den Status zeigen']);
});

test('the guide starts in the page and says so in a window; the page learns nothing else', async () => {
  const view = await openView({ surface: 'window' });
  await view.does(() => view.browser.connect(viewedTab, 0).report({}));
  await view.does(() => view.clock.pass(500));
  await view.click('[data-action=show-me]');
  expect(view.browser.ranFiles).toEqual([`${viewedTab} ${guideScript}`]);
  expect(said()).toContain('Klicken Sie jetzt auf der Seite');
});

test.each([
  ['de', 'Von einer früheren Seite, gelesen am 26.11.2026'],
  ['en', 'From an earlier page, read on Nov 26, 2026'],
] as const)(
  'the last reading of the host takes the place of the standard list, with its time, in %s',
  async (language, mark) => {
    const browser = new FakeBrowser(language);
    const stored = {
      at: '2026-11-26T09:30:00.000Z',
      statuses: [
        { id: 3, label: 'Bezahlt' },
        { id: 18, label: 'Sonderfall' },
      ],
      isComplete: true,
    };
    browser.stored.set('reading:app.billbee.io', stored);
    const view = await openView({ browser, language });
    const frame = view.browser.connect(viewedTab, 0);
    await view.does(() => frame.report({}));
    await view.does(() => view.clock.pass(500));
    expect(source()).toBe('kept');
    expect(shownIds()).toEqual([3, 18]);
    expect(document.querySelector('.source')?.textContent).toContain(mark);
    expect(document.querySelector('time')?.getAttribute('datetime')).toBe(stored.at);
    await view.click('.copy-line .button:not(.primary)');
    expect(browser.stored.get('copied')).toMatchObject({ text: '3,18', fromPage: false });

    await view.does(() => frame.report({ statuses }));
    expect(source()).toBe('page');
    expect(browser.stored.get('reading:app.billbee.io')).toMatchObject({
      statuses: statuses.map(({ id, label }) => ({ id, label })),
      isComplete: true,
    });
  },
);

test.each(['de', 'en'] as const)(
  'every silence has its own sentence and an offer, in %s',
  async (language) => {
    const sentences = new Set<string>();
    const offers: string[] = [];
    const cases: readonly [Partial<TabState>, string | undefined, FrameReport | undefined][] = [
      [{}, 'text/html', emptyReport],
      [{}, 'text/html', { ...emptyReport, facts: { ...emptyReport.facts, signs: [] } }],
      [{ isLoading: true }, 'text/html', undefined],
      [{ isAsleep: true }, undefined, undefined],
      [{ isLoading: true }, 'application/pdf', undefined],
      [{ icon: 'chrome://global/skin/icons/pdf.svg' }, undefined, undefined],
      [{}, undefined, undefined],
      [{}, 'text/html', undefined],
    ];
    for (const [state, type, report] of cases) {
      const browser = new FakeBrowser(language);
      Object.assign(browser, { tabState: state, contentType: type });
      const view = await openView({ browser, language });
      if (report) await view.does(() => browser.connect(viewedTab, 0).report(report));
      await view.does(() => view.clock.pass(500));
      await view.does(() => view.clock.pass(2_500));
      expect(source()).toBe('standard');
      sentences.add(document.querySelector('.explanation')?.textContent ?? '');
      offers.push(document.querySelector<HTMLElement>('.source button')?.dataset['action'] ?? 'none');
      render(null, document.body);
    }
    expect(sentences.size).toBe(cases.length - 1);
    expect(offers).toEqual([
      'show-me',
      'open-orders',
      'reload',
      'wake',
      'open-orders',
      'open-orders',
      'tell-administrator',
      'reload',
    ]);
  },
);

test.each([
  ['de', 40, 'Die Liste auf der Seite hat 40 Einträge, gelesen sind 3 Status.', '3 gelesene IDs', 'Gelesene'],
  ['en', -1, 'longer than what it shows right now', '3 IDs read', 'Read'],
] as const)(
  'a list that says it is longer is called so, and nothing says “all”: %s, %i',
  async (language, declaredLength, says, copy, select) => {
    const view = await openView({ language });
    const frame = view.browser.connect(viewedTab, 0);
    await view.does(() => frame.report({ statuses, declaredLength }));
    expect(document.querySelector('[data-warning=part]')?.textContent).toContain(says);
    expect(document.querySelector('.copy-line .button:not(.primary)')?.textContent).toBe(copy);
    expect(document.querySelector('.tools button')?.textContent).toBe(select);
    expect(view.browser.stored.get('reading:app.billbee.io')).toMatchObject({ isComplete: false });
    await view.click('#tab-export');
    expect(document.querySelector('#section')?.textContent).not.toMatch(/alle 3|all 3/);
    await view.click('#tab-statuses');
    await view.does(() => frame.report({ statuses }));
    expect(document.querySelector('[data-warning=part]')).toBeNull();
    expect(document.querySelector('.copy-line .button:not(.primary)')?.textContent).toMatch(/Alle 3|All 3/);
  },
);

test('two open views show the same selection', async () => {
  const view = await openPage();
  await view.does(() => view.browser.memory.set('selection:app.billbee.io', [3, 16]));
  expect([isChecked(3), isChecked(8), isChecked(16)]).toEqual([true, false, true]);
  await view.click(checkbox(8));
  expect(view.browser.stored.get('selection:app.billbee.io')).toEqual([3, 8, 16]);
});

test('a page that does not answer gets the standard list and a way to reload it', async () => {
  const view = await openView();
  await view.does(() => view.clock.pass(500));
  await view.does(() => view.clock.pass(2_500));
  expect(source()).toBe('standard');
  await view.click('.source button');
  expect(view.browser.reloaded).toEqual([viewedTab]);
});

test('another page says so and leads to the order overview', async () => {
  const view = await openView({ url: 'https://example.com/' });
  expect(source()).toBe('unsupported');
  expect(shownIds()).toEqual([]);
  expect(document.querySelector('a')?.getAttribute('href')).toBe(orderOverviewUrl);
  await view.click('a');
  expect(view.browser.opened).toEqual([orderOverviewUrl]);
});

test('missing permission is asked for in the click', async () => {
  const browser = new FakeBrowser();
  browser.mayRead = false;
  const view = await openView({ browser });
  expect(source()).toBe('unsupported');
  await view.click('.unsupported button');
  expect(browser.mayRead).toBe(true);
  expect(source()).toBe('loading');
});

test('the popup opens a window of its own for the same tab; that window does not offer another', async () => {
  const view = await openPage();
  await view.click('[data-open=window]');
  expect(view.browser.windows).toEqual([viewedTab]);
  await view.click('[data-open=panel]');
  expect(view.browser.panels).toHaveLength(1);

  render(null, document.body);
  const window = await openPage({ surface: 'window' });
  expect(window.names('.header button')).toEqual([]);
});
