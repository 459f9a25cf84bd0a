import { expect, test } from 'vitest';
import { isBillbeeTab, orderOverviewUrl } from './billbee-tab.js';

test.each([orderOverviewUrl, 'https://app.billbee.io/de/order?x=1#y', 'https://app.billbee.io/'])(
  '%s is a page of the backend',
  (url) => expect(isBillbeeTab(url)).toBe(true),
);

test.each([
  undefined,
  '',
  'about:blank',
  'http://app.billbee.io/de/order',
  'https://app.billbee.io:8443/de/order',
  'https://app.billbee.io.example.com/de/order',
  'https://example.com/?https://app.billbee.io/',
  'https://www.billbee.io/',
])('%s is not', (url) => expect(isBillbeeTab(url)).toBe(false));
