import type { ErpOrder, OrderLine } from 'importer-core';
import { z } from 'zod';
import { articleNumbered, type articles, resolveArticle } from './articles.js';
import { couponArticle, couponRemedy, type coupons } from './coupons.js';
import { discountArticle, discountRemedy, type discounts, surchargeRemedy } from './discounts.js';
import type { Findings, MappingTableName } from './findings.js';
import { mappingMessages } from './mapping-messages.js';
import type { LineRole, ResolvedArticle, ResolvedLine, ResolvedTax } from './resolved-order.js';
import { type sets, spreadSet } from './sets.js';
import { taxClassOf } from './tax.js';

/** Key `lines`: texts of the positions. */
export const lineTexts = z.strictObject({
  /** `order`: the title in Billbee; `erp`: the article's own text. */
  title: z.enum(['order', 'erp'], { error: 'expected "order" or "erp"' }).default('order'),
  /** Options such as `Farbe: rot`: behind the title, as the line's description, or not at all. */
  attributes: z
    .enum(['title', 'description', 'omit'], { error: 'expected "title", "description" or "omit"' })
    .default('description'),
});

/** The tables that decide about positions. */
export interface LineTables {
  readonly articles: z.output<typeof articles>;
  readonly sets: z.output<typeof sets>;
  readonly coupons: z.output<typeof coupons>;
  readonly discounts: z.output<typeof discounts>;
  readonly lines: z.output<typeof lineTexts>;
}

export interface ResolvedLines {
  readonly lines: readonly ResolvedLine[];
  readonly discounts: readonly ResolvedLine[];
}

/** Every position with its article; sets spread, discounts put where the tables want them. */
export function resolveLines(
  order: ErpOrder,
  tax: ResolvedTax,
  tables: LineTables,
  findings: Findings,
): ResolvedLines {
  const lines: ResolvedLine[] = [];
  const discounts: ResolvedLine[] = [];
  for (const [index, line] of order.lines.entries()) {
    const role = roleOf(line);
    const article = articleOf(order, line, role, `lines[${index}]`, tables, findings);
    const resolved = resolvedLine(line, role, article, tax, tables);
    if (role === 'article') {
      lines.push(...spreadSet(resolved, line.sku, lines.length, tables.sets));
    } else {
      const toHeader = role === 'coupon' ? tables.coupons.as : tables.discounts.as;
      (toHeader === 'header' && role !== 'surcharge' ? discounts : lines).push(resolved);
    }
  }
  return { lines, discounts };
}

/** A negative position without SKU and EAN is a discount, whatever the shop calls it. */
function roleOf(line: OrderLine): LineRole {
  if (line.kind === 'coupon') return 'coupon';
  const negative = line.totalGross.startsWith('-');
  if (line.kind === 'adjustment') return negative ? 'discount' : 'surcharge';
  if (line.kind === 'discount') return 'discount';
  return negative && line.sku === null && line.ean === null ? 'discount' : 'article';
}

function articleOf(
  order: ErpOrder,
  line: OrderLine,
  role: LineRole,
  field: string,
  tables: LineTables,
  findings: Findings,
): ResolvedArticle | null {
  if (role === 'article') return resolveArticle(line, order, field, tables.articles, findings);
  const isCoupon = role === 'coupon';
  const named = isCoupon
    ? couponArticle(line, tables.coupons)
    : role === 'surcharge'
      ? tables.discounts.surchargeArticle
      : discountArticle(line.taxRate, tables.discounts);
  const number =
    named ?? line.sku ?? (isCoupon ? discountArticle(line.taxRate, tables.discounts) : undefined);
  const table: MappingTableName = isCoupon ? 'coupons' : 'discounts';
  const value = `${role}: ${line.title ?? 'no title'} (${line.taxRate} %)`;
  findings.use({
    table,
    value,
    state: number === undefined ? 'held' : 'mapped',
    becomes: number ?? null,
    remedy:
      number !== undefined
        ? null
        : isCoupon
          ? couponRemedy
          : role === 'surcharge'
            ? surchargeRemedy
            : discountRemedy,
  });
  if (number !== undefined) return articleNumbered(number);
  const key = isCoupon
    ? 'coupons.article'
    : `discounts.${role === 'surcharge' ? 'surchargeArticle' : 'article'}`;
  const kind = isCoupon ? 'coupon' : role === 'surcharge' ? 'surcharge' : 'discount';
  const values = { field, role: kind, amount: line.totalGross, setting: `mapping.${key}` } as const;
  const code = isCoupon ? 'coupon-article-missing' : 'discount-article-missing';
  findings.hold(mappingMessages.reason(code, values, field));
  return null;
}

function resolvedLine(
  line: OrderLine,
  role: LineRole,
  article: ResolvedArticle | null,
  tax: ResolvedTax,
  { lines: texts }: Pick<LineTables, 'lines'>,
): ResolvedLine {
  const attributes = line.attributes.map(({ name, value }) => (name === '' ? value : `${name}: ${value}`));
  const title = texts.title === 'erp' && role === 'article' ? null : line.title;
  const inTitle = texts.attributes === 'title' && attributes.length > 0 && title !== null;
  return {
    role,
    lineId: line.lineId,
    article,
    title: inTitle ? `${title} (${attributes.join(', ')})` : title,
    description:
      texts.attributes === 'omit' || inTitle || attributes.length === 0 ? null : attributes.join('\n'),
    quantity: line.quantity,
    unitPriceGross: line.unitPriceGross,
    unitPriceNet: line.unitPriceNet,
    totalGross: line.totalGross,
    totalNet: line.totalNet,
    taxRate: line.taxRate,
    taxClass: taxClassOf(line.taxRate, tax),
    parent: null,
  };
}
