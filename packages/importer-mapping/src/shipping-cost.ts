import type { ErpOrder } from 'importer-core';
import { z } from 'zod';
import { articleNumbered } from './articles.js';
import type { ResolvedLine, ResolvedTax } from './resolved-order.js';
import { rate, text } from './table-parts.js';
import { taxClassOf } from './tax.js';

/** Key `shippingCost`: a field of the order's head, or a line with an article. */
export const shippingCost = z
  .strictObject({
    as: z.enum(['header', 'line'], { error: 'expected "header" or "line"' }).default('header'),
    article: text.optional(),
    /** Articles for certain tax rates, e.g. for orders of food only. */
    table: z.array(z.strictObject({ taxRate: rate, article: text })).default([]),
    title: text.optional(),
  })
  .refine((value) => value.as === 'header' || value.article !== undefined, {
    path: ['article'],
    error: 'is missing: shipping cost as a line needs an article of the ERP, e.g. "VERSAND"',
  });

/** null when there is no shipping cost. */
export function resolveShippingCost(
  { shipping }: ErpOrder,
  tax: ResolvedTax,
  tables: z.output<typeof shippingCost>,
): ResolvedLine | null {
  if (shipping.gross === '0.00') return null;
  const number = tables.table.find((row) => row.taxRate === shipping.taxRate)?.article ?? tables.article;
  return {
    role: 'shipping',
    lineId: null,
    article: number === undefined ? null : articleNumbered(number),
    title: tables.title ?? null,
    description: null,
    quantity: '1',
    unitPriceGross: shipping.gross,
    unitPriceNet: shipping.net,
    totalGross: shipping.gross,
    totalNet: shipping.net,
    taxRate: shipping.taxRate,
    taxClass: taxClassOf(shipping.taxRate, tax),
    parent: null,
  };
}
