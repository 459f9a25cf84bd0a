import { z } from 'zod';
import { FILL_IN } from './findings.js';
import { rate, text } from './table-parts.js';

/**
 * Key `discounts`: which article stands for a discount, a deduction or a surcharge in the ERP.
 *
 * Discounts that are inside a position's price stay there. This is about amounts of their own: negative positions,
 * Billbee's discount positions and adjustments.
 */
export const discounts = z.strictObject({
  /** `line`: among the positions; `header`: in the ERP's own discount field. */
  as: z.enum(['line', 'header'], { error: 'expected "line" or "header"' }).default('line'),
  article: text.optional(),
  /** Articles for certain tax rates. */
  table: z.array(z.strictObject({ taxRate: rate, article: text })).default([]),
  /** For surcharges (a positive adjustment). */
  surchargeArticle: text.optional(),
});

/** The article for a discount of this rate. */
export function discountArticle(taxRate: string, tables: z.output<typeof discounts>): string | undefined {
  return tables.table.find((row) => row.taxRate === taxRate)?.article ?? tables.article;
}

export const discountRemedy = { discounts: { article: FILL_IN } } as const;
export const surchargeRemedy = { discounts: { surchargeArticle: FILL_IN } } as const;
