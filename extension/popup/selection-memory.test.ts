import { expect, test } from 'vitest';
import { FakeBrowser } from '../testing/fake-browser.js';
import { selectionMemory } from './selection-memory.js';

test('what was saved is loaded again, for that host only', async () => {
  const { memory } = new FakeBrowser();
  await selectionMemory(memory, 'app.billbee.io').save(new Set([16, 3]));

  expect(await selectionMemory(memory, 'app.billbee.io').load()).toEqual(new Set([3, 16]));
  expect(await selectionMemory(memory, 'example.com').load()).toEqual(new Set());
});

test('keeps ids and nothing else', async () => {
  const browser = new FakeBrowser();
  await selectionMemory(browser.memory, 'app.billbee.io').save(new Set([16, 3]));
  expect([...browser.stored]).toEqual([['selection:app.billbee.io', [3, 16]]]);
});

test.each([undefined, null, 'x', { 3: true }, [3, '16', -1, 0.5, null]])(
  'what is no list of ids is left out: %j',
  async (kept) => {
    const browser = new FakeBrowser();
    browser.stored.set('selection:app.billbee.io', kept);
    const ids = await selectionMemory(browser.memory, 'app.billbee.io').load();
    expect([...ids]).toEqual(Array.isArray(kept) ? [3] : []);
  },
);
