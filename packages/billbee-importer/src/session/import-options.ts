import { type PrepareOrder, prepareOrder } from 'importer-core';
import { resolveMapping } from 'importer-mapping';
import type { ImportPlan } from './import-plan.js';

/**
 * The way of an order to its target. For an ERP the tables are applied here as well, so that an order they hold is
 * held before anything is claimed or sent, and a dry run shows it.
 */
export function prepareForTarget({
  mapping,
  tables,
  xentral,
}: Pick<ImportPlan, 'mapping' | 'tables' | 'xentral'>): PrepareOrder {
  const prepare = prepareOrder(mapping);
  if (!xentral) return prepare;
  return (raw) => {
    const prepared = prepare(raw);
    if (prepared.result.outcome === 'held') return prepared;
    const result = resolveMapping(prepared.result.order, tables);
    if (result.outcome === 'resolved') return prepared;
    const { reason, field } = result;
    const message = `Order ${prepared.result.order.source.orderId}: ${result.message}`;
    return { ...prepared, contentHash: '', result: { outcome: 'held', reason, field, message } };
  };
}
