import { HoldError, type OrderTarget } from 'importer-core';
import type { MappingSettings } from './mapping-tables.js';
import { readMapping } from './read-mapping.js';
import { resolveMapping } from './resolve-mapping.js';
import type { ResolvedOrder } from './resolved-order.js';

/**
 * Puts the merchant's tables between the neutral order and an ERP: the target is given what the tables make of each order. An order
 * that they leave open is held.
 *
 * @param settings the tables, as under the key `mapping` of a settings file
 * @throws SettingsError `mapping-invalid`
 * @example
 * const tables = { payments: { table: [{ type: 'PayPal', method: 'paypal-plus' }] } };
 * await billbee.import({ status: 'Bezahlt', into: withMapping(tables, erp) });
 */
export function withMapping(settings: MappingSettings, target: OrderTarget<ResolvedOrder>): OrderTarget {
  const tables = readMapping(settings);
  return {
    name: target.name,
    has: (key) => target.has(key),
    async put(order, key) {
      const result = resolveMapping(order, tables);
      if (result.outcome === 'held') {
        const { reason, message, field, values } = result;
        throw new HoldError(reason, message, { field, values });
      }
      await target.put(result.resolved, key);
    },
  };
}
