import { beforeEach, expect, test } from 'vitest';
import { orderOverviewUrl } from '../browser/billbee-tab.js';
import { lookRequest, restRequest } from '../messages.js';
import { FakeBrowser, found } from '../testing/fake-browser.js';
import { HandClock } from '../testing/open-view.js';
import { type Reading, readTab } from './tab-reading.js';

const tab = 7;
let browser: FakeBrowser;
let clock: HandClock;
let readings: Reading[];
let stop: () => void;

/** Lets the answers of the browser arrive. */
const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};
const last = () => readings.at(-1);
const ids = () => {
  const reading = last();
  return reading?.source === 'page' ? reading.statuses.map(({ id }) => id) : undefined;
};

const start = async (url?: string, tabId: number | undefined = tab) => {
  if (url !== undefined) browser.urls.set(tab, url);
  stop = readTab(browser, clock.after, tabId, (reading) => readings.push(reading));
  await settle();
};

beforeEach(() => {
  browser = new FakeBrowser();
  clock = new HandClock();
  readings = [];
});

test('asks the frames and shows what they report', async () => {
  await start(orderOverviewUrl);
  expect(browser.looks).toBe(1);
  expect(last()).toEqual({ source: 'loading' });

  browser.connect(tab, 0).report({});
  expect(last()).toEqual({ source: 'loading' });
  browser.connect(tab, 4).report({ statuses: [found(3, 'Bezahlt')] });
  expect(ids()).toEqual([3]);
});

test('keeps up with late content', async () => {
  await start(orderOverviewUrl);
  const frame = browser.connect(tab, 0);
  frame.report({});
  clock.pass(500);
  await settle();
  expect(last()).toMatchObject({
    source: 'standard',
    silence: 'closed-list',
    conflicts: [],
    truncated: false,
  });

  frame.report({ statuses: [found(3, 'Bezahlt')] });
  expect(ids()).toEqual([3]);
  frame.report({ statuses: [found(3, 'Bezahlt'), found(16, 'Im Fulfillment')] });
  expect(ids()).toEqual([3, 16]);
});

test('a replaced frame does not flicker to the standard list', async () => {
  await start(orderOverviewUrl);
  browser.connect(tab, 0).report({});
  const old = browser.connect(tab, 4);
  old.report({ statuses: [found(3, 'Bezahlt')] });
  old.vanish();
  clock.pass(300);
  browser.connect(tab, 5).report({ statuses: [found(4, 'Versendet')] });
  expect(ids()).toEqual([4]);

  clock.pass(1000);
  expect(ids()).toEqual([4]);
  expect(readings.some(({ source }) => source === 'standard')).toBe(false);
});

test('a new document in the same frame replaces the old one, whose end then says nothing', async () => {
  await start(orderOverviewUrl);
  const old = browser.connect(tab, 4);
  old.report({ statuses: [found(3, 'Bezahlt')] });
  browser.connect(tab, 4).report({ statuses: [found(4, 'Versendet')] });
  old.vanish();
  expect(ids()).toEqual([4]);
});

test('frames that vanish take their ids along', async () => {
  await start(orderOverviewUrl);
  const frame = browser.connect(tab, 0);
  frame.report({ statuses: [found(3, 'Bezahlt')] });
  frame.vanish();
  clock.pass(500);
  await settle();
  clock.pass(2_500);
  await settle();
  expect(last()).toMatchObject({ source: 'standard', silence: 'no-answer', conflicts: [], truncated: false });
});

test('no answer at all ends in the standard list and says so', async () => {
  await start(orderOverviewUrl);
  clock.pass(500);
  await settle();
  clock.pass(2_500);
  await settle();
  expect(last()).toMatchObject({ source: 'standard', silence: 'no-answer', conflicts: [], truncated: false });
});

test('a frame that has not answered yet is waited for before the view says what is missing', async () => {
  await start(orderOverviewUrl);
  browser.connect(tab, 0).report({ facts: { signs: [], elements: 1, milliseconds: 1, lists: [] } });
  const slow = browser.connect(tab, 4);
  clock.pass(500);
  await settle();
  expect(last()?.source).toBe('loading');
  slow.report({ statuses: [found(3, 'Bezahlt')] });
  expect(ids()).toEqual([3]);
});

test('contradictions reach the view even where nothing was accepted', async () => {
  await start(orderOverviewUrl);
  browser.connect(tab, 0).report({ disagreements: [{ id: 3, labels: ['Bezahlt', 'Offen'] }] });
  clock.pass(500);
  await settle();
  expect(last()).toMatchObject({ source: 'standard', conflicts: [{ kind: 'labels', id: 3 }] });
});

test('a frame that connects unasked is told at once that somebody listens', async () => {
  await start(orderOverviewUrl);
  expect(browser.connect(tab, 4).received).toEqual([lookRequest]);
  expect(browser.connect(tab + 1, 0).received).toEqual([]);
});

test('frames of other tabs do not count', async () => {
  await start(orderOverviewUrl);
  browser.connect(tab + 1, 0).report({ statuses: [found(3, 'Bezahlt')] });
  clock.pass(500);
  await settle();
  clock.pass(2_500);
  await settle();
  expect(last()?.source).toBe('standard');
});

test('nonsense from a page changes nothing', async () => {
  await start(orderOverviewUrl);
  const frame = browser.connect(tab, 0);
  frame.report({ statuses: [found(3, 'Bezahlt')] });
  frame.post('ids!');
  expect(ids()).toEqual([3]);
});

test.each(['https://example.com/', undefined])('%s is unsupported', async (url) => {
  await start(url);
  expect(last()).toEqual({ source: 'unsupported', reason: 'other-page' });
  expect(browser.looks).toBe(0);
});

test('a navigation to Billbee and away again is followed', async () => {
  await start('https://example.com/');
  browser.navigate(tab, orderOverviewUrl);
  const frame = browser.connect(tab, 0);
  frame.report({ statuses: [found(3, 'Bezahlt')] });
  await settle();
  expect(ids()).toEqual([3]);

  frame.vanish();
  browser.navigate(tab, 'https://example.com/');
  await settle();
  clock.pass(1000);
  expect(last()?.source).toBe('unsupported');
});

test('without permission it says so, and reads on as soon as it is granted', async () => {
  browser.mayRead = false;
  await start(orderOverviewUrl);
  expect(last()).toEqual({ source: 'unsupported', reason: 'no-permission' });

  await browser.permission.request();
  await settle();
  expect(last()?.source).toBe('loading');
  expect(browser.looks).toBe(1);
});

test('a permission that is withdrawn shows at once, also where a click on the icon still tells the address', async () => {
  await start(orderOverviewUrl);
  browser.connect(tab, 0).report({ statuses: [found(3, 'Bezahlt')] });
  browser.withdraw({ addressStays: true });
  await settle();
  expect(last()).toEqual({ source: 'unsupported', reason: 'no-permission' });
});

test('a page that stops loading is looked at anew', async () => {
  browser.tabState = { isLoading: true };
  await start(orderOverviewUrl);
  clock.pass(500);
  await settle();
  expect(last()).toMatchObject({ source: 'standard', silence: 'loading' });
  browser.tabState = {};
  browser.navigate(tab, orderOverviewUrl);
  await settle();
  clock.pass(2_500);
  await settle();
  expect(last()).toMatchObject({ source: 'standard', silence: 'no-answer' });
});

test('after the end nothing is shown, no listener stays and the frames rest', async () => {
  await start(orderOverviewUrl);
  const frame = browser.connect(tab, 0);
  stop();
  const before = readings.length;
  frame.report({ statuses: [found(3, 'Bezahlt')] });
  clock.pass(1000);
  expect(readings).toHaveLength(before);
  expect(browser.listeners).toBe(0);
  expect(frame.closed).toBe(true);
});

test('lets frames rest while the view is hidden, and looks again when it is seen', async () => {
  const listeners = new Set<() => void>();
  const visibility = {
    hidden: false,
    onChange(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  browser.urls.set(tab, orderOverviewUrl);
  stop = readTab(browser, clock.after, tab, (reading) => readings.push(reading), visibility);
  await settle();
  const frame = browser.connect(tab, 0);
  const turn = (hidden: boolean) => {
    visibility.hidden = hidden;
    for (const listener of listeners) listener();
  };
  turn(true);
  const late = browser.connect(tab, 5);
  turn(false);
  expect(frame.received).toEqual([lookRequest, restRequest, lookRequest]);
  expect(late.received).toEqual([lookRequest, restRequest, lookRequest]);
  stop();
  expect(listeners.size).toBe(0);
});

test('a tab that sleeps is not looked at', async () => {
  browser.tabState = { isAsleep: true };
  await start(orderOverviewUrl);
  clock.pass(500);
  await settle();
  expect(last()).toMatchObject({ source: 'standard', silence: 'asleep' });
  expect(browser.looks).toBe(0);
});
