import type { HoldReason } from 'importer-core';
import type { SalesOrder } from './api/answers.js';
import { xentralOrderMessages } from './messages/index.js';
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
  const values = { document: name, total: Number(found.total).toFixed(2), expected: expectedGross };
  return xentralOrderMessages.reason('total-differs-in-xentral', values, 'totals.gross');
}
