import { expect, test } from 'vitest';
import { FakeBrowser } from '../testing/fake-browser.js';
import { textsToInsert } from './texts-to-insert.js';

test('before anything was chosen it is what ERPs usually ask for', async () => {
  expect(await textsToInsert(new FakeBrowser().memory)).toEqual([
    { from: 'open', text: '3' },
    { from: 'inProgress', text: '16' },
    { from: 'shipped', text: '4' },
  ]);
});

test('then what was copied last, first, and what was chosen', async () => {
  const browser = new FakeBrowser();
  const copied = {
    text: '3,16',
    statuses: [],
    host: 'app.billbee.io',
    fromPage: true,
    at: '2026-11-24T08:00:00Z',
  };
  browser.stored.set('copied', copied);
  browser.stored.set('fields:app.billbee.io', {
    version: 1,
    importStatusIds: [16, 3, 'x'],
    shippedStatusId: 4,
  });
  expect(await textsToInsert(browser.memory)).toEqual([
    { from: 'copied', text: '3,16' },
    { from: 'open', text: '3,16' },
    { from: 'shipped', text: '4' },
  ]);
});
