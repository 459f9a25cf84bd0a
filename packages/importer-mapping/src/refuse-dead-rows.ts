import { mappingMessages } from './mapping-messages.js';
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
 * @throws {SettingsError} `mapping-row-dead`
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
      const row = `${path}[${index}]`;
      throw mappingMessages.settings('mapping-row-dead', { row, before: `${path}[${before}]` }, [row]);
    }
    seen.set(key, index);
  }
}

function spelling(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return [...value].sort();
  return typeof value === 'string' && !exact.has(name) ? nameKey(value) : value;
}
