import type { BillbeeOrder } from '../billbee/order-schema.js';
import { SettingsError } from '../errors.js';
import { describeValue, holdOrder } from './hold-order.js';
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
    const problem = `Currency is ${describeValue(code)}, expected three letters such as EUR`;
    throw holdOrder(orderId, 'currency-unreadable', 'Currency', problem);
  }
  const fallback = options.defaultCurrency;
  if (fallback === undefined) {
    const remedy = 'Fill it in in Billbee, then retry it, or set defaultCurrency';
    throw holdOrder(orderId, 'currency-missing', 'Currency', 'the order has no currency', remedy);
  }
  if (CODE.test(fallback)) return fallback.toUpperCase();
  throw new SettingsError(
    'currency-setting-unreadable',
    `The setting defaultCurrency is ${JSON.stringify(fallback).slice(0, 20)}. Give three letters such as EUR.`,
    { settings: ['defaultCurrency'] },
  );
}
