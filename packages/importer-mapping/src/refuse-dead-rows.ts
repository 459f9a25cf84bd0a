import { SettingsError } from 'importer-core';
import type { MappingTables } from './mapping-tables.js';
import { nameKey } from './names.js';

/** What decides whether a row of a table applies. */
const criteria = {
  payments: ['type', 'shop'],
  shipping: ['provider', 'product', 'profile', 'country', 'shop'],
  carriers: ['carrier'],
  shops: ['shop', 'platform'],
  customerGroups: ['shop', 'platform', 'country', 'company', 'vatId', 'tag'],
  articles: ['sku', 'ean', 'shop'],
  sets: ['sku'],
  discounts: ['taxRate'],
  coupons: ['sku', 'title'],
  shippingCost: ['taxRate'],
  prices: ['shop', 'customerGroup', 'taxCase'],
  currencies: ['currency'],
} as const;

/** Written letter by letter; everywhere else spelling does not count. */
const exact = new Set(['sku', 'ean']);

/**
 * Refuses a row that never applies: one with the criteria of an earlier row, or behind a row without any.
 *
 * @throws {SettingsError} `mapping-invalid`
 */
export function refuseDeadRows(tables: MappingTables): void {
  for (const name of Object.keys(criteria) as (keyof typeof criteria)[]) {
    checkRows(`mapping.${name}.table`, tables[name].table, criteria[name]);
  }
  checkRows('mapping.tax.oss', tables.tax.oss, ['country', 'from', 'until']);
  checkRows('mapping.tax.cases', tables.tax.cases, ['case', 'from', 'to']);
}

function checkRows(path: string, rows: readonly object[], names: readonly string[]): void {
  const seen = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const key = JSON.stringify(names.map((name) => spelling(name, (row as Record<string, unknown>)[name])));
    const all = seen.get(JSON.stringify(names.map(() => undefined)));
    const before = seen.get(key) ?? all;
    if (before !== undefined) {
      throw new SettingsError(
        'mapping-invalid',
        `"${path}[${index}]" never applies: "${path}[${before}]" already decides about everything it fits. Remove one of them, or put the more special one first.`,
        { settings: [`${path}[${index}]`] },
      );
    }
    seen.set(key, index);
  }
}

function spelling(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return [...value].sort();
  return typeof value === 'string' && !exact.has(name) ? nameKey(value) : value;
}
