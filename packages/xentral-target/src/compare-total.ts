import type { HoldReason } from 'importer-core';
import type { SalesOrder } from './api/answers.js';
import type { XentralSettings } from './settings.js';

/** Why an order that Xentral has is not what Billbee sold; undefined: they agree, or nobody wants to know. */
export function totalDifference(
  found: SalesOrder,
  expectedGross: string,
  { totals }: XentralSettings,
): HoldReason | undefined {
  if (totals.difference === 'ignore' || found.total === null || found.total === undefined) return undefined;
  const difference = Math.round(Number(found.total) * 100) - Math.round(Number(expectedGross) * 100);
  if (Math.abs(difference) <= Math.round(Number(totals.tolerance) * 100)) return undefined;
  const name = found.documentNumber || found.id;
  return {
    reason: 'total-differs-in-xentral',
    field: 'totals.gross',
    message: `Xentral has the order as ${name} with a total of ${Number(found.total).toFixed(2)}, Billbee's is ${expectedGross}. Correct ${name} in Xentral, then retry the order: it is compared again, not imported again.`,
  };
}
