import { expect, test } from 'vitest';
import { requestedTab } from './requested-tab.js';

test('the query names the tab', () => {
  expect(requestedTab('?tabId=12')).toBe(12);
  expect(requestedTab('?a=b&tabId=0')).toBe(0);
});

test.each(['', '?tabId=', '?tabId=-1', '?tabId=1.5', '?tabId=abc', '?tabId=9999999999999999'])(
  '%j names none',
  (search) => expect(requestedTab(search)).toBeUndefined(),
);
