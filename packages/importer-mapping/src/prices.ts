import type { ErpOrder } from 'importer-core';
import { z } from 'zod';
import { fitsIdOrName } from './names.js';
import type { PriceMode } from './resolved-order.js';
import { text } from './table-parts.js';
import { type TaxCase, taxCases } from './tax-case.js';

const mode = z.enum(['gross', 'net'], { error: 'expected "gross" or "net"' });

/** Key `prices`: whether the ERP is given gross or net prices. Both add up to the order's total. */
export const prices = z.strictObject({
  default: mode.default('gross'),
  /** The first row whose criteria all fit decides. */
  table: z
    .array(
      z.strictObject({
        shop: text.optional(),
        customerGroup: text.optional(),
        taxCase: z.enum(taxCases).optional(),
        mode,
      }),
    )
    .default([]),
});

export function resolvePrices(
  { source }: ErpOrder,
  taxCase: TaxCase,
  customerGroup: string | null,
  tables: z.output<typeof prices>,
): PriceMode {
  const row = tables.table.find(
    (candidate) =>
      fitsIdOrName(candidate.shop, source.shopId, source.shopName) &&
      (candidate.customerGroup === undefined || candidate.customerGroup === customerGroup) &&
      (candidate.taxCase === undefined || candidate.taxCase === taxCase),
  );
  return row?.mode ?? tables.default;
}
