import type { ErpOrder, OrderLine } from 'importer-core';
import { z } from 'zod';
import { FILL_IN, type Findings } from './findings.js';
import { mappingMessages } from './mapping-messages.js';
import { fitsIdOrName } from './names.js';
import type { ArticleCandidate, ResolvedArticle } from './resolved-order.js';
import { text } from './table-parts.js';

/** Key `articles`: how an order's position is found among the ERP's articles. */
export const articles = z.strictObject({
  /**
   * Ways to look, in sequence: `sku` finds the ERP's article number, `ean` its EAN, `supplierNumber` a manufacturer's
   * or supplier's number that is the order's SKU.
   */
  matchBy: z
    .array(z.enum(['sku', 'ean', 'supplierNumber']))
    .min(1)
    .default(['sku', 'ean']),
  /** Replacements; the first row that fits decides. SKU and EAN are compared letter by letter. */
  table: z
    .array(
      z
        .strictObject({
          sku: text.optional(),
          ean: text.optional(),
          shop: text.optional(),
          /** The ERP's article number. */
          article: text,
        })
        .refine((row) => row.sku !== undefined || row.ean !== undefined, {
          error: 'names neither "sku" nor "ean"',
        }),
    )
    .default([]),
  /** The ERP's article number for positions that nothing else finds; without it such an order is held. */
  fallback: text.optional(),
});

/**
 * @param field path of the line, for a hold
 * @returns null when it is held (`article-unidentified`)
 */
export function resolveArticle(
  line: Pick<OrderLine, 'sku' | 'ean' | 'title'>,
  { source }: ErpOrder,
  field: string,
  tables: z.output<typeof articles>,
  findings: Findings,
): ResolvedArticle | null {
  const row = tables.table.find(
    (candidate) =>
      (candidate.sku === undefined || candidate.sku === line.sku) &&
      (candidate.ean === undefined || candidate.ean === line.ean) &&
      fitsIdOrName(candidate.shop, source.shopId, source.shopName),
  );
  const value = line.sku ?? (line.ean === null ? `no SKU (${line.title ?? 'no title'})` : `EAN ${line.ean}`);
  const found = row ? [{ by: 'number' as const, value: row.article }] : candidatesOf(line, tables.matchBy);
  const candidates: ArticleCandidate[] = [...found];
  if (tables.fallback !== undefined) candidates.push({ by: 'fallback', value: tables.fallback });
  const first = candidates[0];
  findings.use({
    table: 'articles',
    value,
    state: first ? 'mapped' : 'held',
    becomes: first?.value ?? null,
    remedy: first
      ? null
      : line.sku !== null || line.ean !== null
        ? {
            articles: {
              table: [{ ...(line.sku === null ? { ean: line.ean } : { sku: line.sku }), article: FILL_IN }],
            },
          }
        : { articles: { fallback: FILL_IN } },
  });
  if (!first) {
    findings.hold(mappingMessages.reason('article-unidentified', { field }, field));
    return null;
  }
  const from = row ? 'table' : first.by === 'fallback' ? 'fallback' : 'order';
  return { number: first.value, candidates, from };
}

/** An article that a table names. */
export function articleNumbered(number: string): ResolvedArticle {
  return { number, candidates: [{ by: 'number', value: number }], from: 'table' };
}

function candidatesOf(
  { sku, ean }: Pick<OrderLine, 'sku' | 'ean'>,
  ways: readonly ('sku' | 'ean' | 'supplierNumber')[],
): ArticleCandidate[] {
  const candidates: ArticleCandidate[] = [];
  for (const way of ways) {
    if (way === 'sku' && sku !== null) candidates.push({ by: 'number', value: sku });
    if (way === 'ean' && ean !== null) candidates.push({ by: 'ean', value: ean });
    if (way === 'supplierNumber' && sku !== null) candidates.push({ by: 'supplierNumber', value: sku });
  }
  return candidates;
}
