import { z } from 'zod';
import { FILL_IN } from './findings.js';
import { sameName } from './names.js';
import { text } from './table-parts.js';

/** Key `coupons`: vouchers. Billbee counts them as a payment, so they carry no tax. */
export const coupons = z.strictObject({
  as: z.enum(['line', 'header'], { error: 'expected "line" or "header"' }).default('line'),
  /** The ERP's article for a coupon; without it, its own SKU, else that of `discounts`, else the order is held. */
  article: text.optional(),
  /** Articles for certain coupons, by SKU or title. */
  table: z
    .array(
      z
        .strictObject({ sku: text.optional(), title: text.optional(), article: text })
        .refine((row) => row.sku !== undefined || row.title !== undefined, {
          error: 'names neither "sku" nor "title"',
        }),
    )
    .default([]),
});

/** The article a row or the default names. */
export function couponArticle(
  { sku, title }: { readonly sku: string | null; readonly title: string | null },
  tables: z.output<typeof coupons>,
): string | undefined {
  const row = tables.table.find(
    (candidate) =>
      (candidate.sku === undefined || candidate.sku === sku) &&
      (candidate.title === undefined || sameName(candidate.title, title)),
  );
  return row?.article ?? tables.article;
}

export const couponRemedy = { coupons: { article: FILL_IN } } as const;
