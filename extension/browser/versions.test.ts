import { expect, test, vi } from 'vitest';

vi.mock('./web-extension.js', () => ({ webExtension: {} }));

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox 153.0 (Linux)'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    'Chrome 142.0.0.0 (Windows)',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    'Edge 142.0.0.0 (Mac OS X)',
  ],
  ['something else', 'unknown (unknown)'],
])('%s', async (userAgent, browser) => {
  const { browserOf } = await import('./versions.js');
  expect(browserOf(userAgent)).toBe(browser);
});
