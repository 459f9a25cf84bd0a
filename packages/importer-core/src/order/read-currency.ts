import type { BillbeeOrder } from '../billbee/order-schema.js';
import { orderMessages } from '../messages/core/order-messages.js';
import { describeValue } from './describe-value.js';
import type { MapOrderOptions } from './map-options.js';
import { readText } from './read-values.js';

const CODE = /^[a-z]{3}$/i;

/**
 * The order's currency, upper case.
 *
 * @throws {HoldError} `currency-missing`, `currency-unreadable`
 * @throws {SettingsError} `currency-setting-unreadable`
 */
export function readCurrency(order: BillbeeOrder, orderId: string, options: MapOrderOptions): string {
  const code = readText(order.Currency);
  if (code !== null && CODE.test(code)) return code.toUpperCase();
  if (code !== null) {
    const found = describeValue(code);
    throw orderMessages.hold('currency-unreadable', { orderId, ...found }, { field: 'Currency' });
  }
  const fallback = options.defaultCurrency;
  if (fallback === undefined) {
    throw orderMessages.hold('currency-missing', { orderId }, { field: 'Currency' });
  }
  if (CODE.test(fallback)) return fallback.toUpperCase();
  const given = JSON.stringify(fallback).slice(0, 20);
  throw orderMessages.settings('currency-setting-unreadable', { given }, ['defaultCurrency']);
}
