import type { ErpOrder } from 'importer-core';
import { z } from 'zod';
import { FILL_IN, type Findings } from './findings.js';
import { mappingMessages } from './mapping-messages.js';
import { fitsIdOrName, sameName } from './names.js';
import type { ResolvedShop } from './resolved-order.js';
import { text, unmapped } from './table-parts.js';

const destination = {
  /** Id or name of the ERP's project. */
  project: text.optional(),
  salesChannel: text.optional(),
  /** Name under which the ERP knows the sub-shop. */
  subShop: text.optional(),
  /** For orders without a language, e.g. `de`. */
  language: z
    .string()
    .regex(/^[a-z]{2}$/, { error: 'expected two lower-case letters such as "de"' })
    .optional(),
  customerGroup: text.optional(),
};

/** Key `shops`: Billbee's shops to the ERP's projects and sales channels. The first row that fits decides. */
export const shops = z.strictObject({
  unmapped,
  /** For shops without a row, and for what a row leaves out. */
  default: z.strictObject(destination).optional(),
  table: z
    .array(
      z
        .strictObject({
          /** Billbee's id or name of the shop. */
          shop: text.optional(),
          /** Platform, e.g. `Amazon`. */
          platform: text.optional(),
          ...destination,
        })
        .refine((row) => row.shop !== undefined || row.platform !== undefined, {
          error: 'names neither "shop" nor "platform"; what is for every shop goes into "default"',
        }),
    )
    .default([]),
});

/** Holds `shop-unmapped` where the table is to be complete. */
export function resolveShop(
  { source, customer }: ErpOrder,
  tables: z.output<typeof shops>,
  findings: Findings,
): ResolvedShop {
  const { shopId, shopName, platform } = source;
  const row = tables.table.find(
    (candidate) =>
      fitsIdOrName(candidate.shop, shopId, shopName) &&
      (candidate.platform === undefined || sameName(candidate.platform, platform)),
  );
  const named = [shopName, shopId === null ? null : `(${shopId})`].filter((part) => part !== null);
  const value = named.length > 0 ? named.join(' ') : (platform ?? 'none');
  const decided = row !== undefined || tables.default !== undefined || tables.unmapped === 'pass';
  const held = row === undefined && tables.unmapped === 'hold';
  const found = { ...tables.default, ...withoutUndefined(row) };
  const project = found.project ?? null;
  findings.use({
    table: 'shops',
    value,
    state: held ? 'held' : decided ? 'mapped' : 'default',
    becomes: held ? null : (project ?? found.salesChannel ?? found.subShop ?? shopName),
    remedy:
      decided && !held
        ? null
        : shopId === null && shopName === null
          ? { shops: { default: { project: FILL_IN } } }
          : { shops: { table: [{ shop: shopId ?? shopName, project: FILL_IN }] } },
  });
  if (held) {
    const example = JSON.stringify({ shop: shopId ?? shopName ?? FILL_IN, project: FILL_IN });
    const values = { value, table: 'mapping.shops.table', row: example };
    findings.hold(mappingMessages.reason('shop-unmapped', values, 'source.shopId'));
  }
  return {
    project,
    salesChannel: found.salesChannel ?? null,
    subShop: found.subShop ?? shopName,
    language: customer.language ?? found.language ?? null,
    customerGroup: found.customerGroup ?? null,
  };
}

function withoutUndefined<T extends object>(row: T | undefined): Partial<T> {
  return Object.fromEntries(
    Object.entries(row ?? {}).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
