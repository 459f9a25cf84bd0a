import type { ErpOrder } from 'importer-core';
import { z } from 'zod';
import { FILL_IN, type Findings } from './findings.js';
import { mappingMessages } from './mapping-messages.js';
import { fitsIdOrName } from './names.js';
import type { ResolvedShipping } from './resolved-order.js';
import { countries, text, unmapped } from './table-parts.js';

/**
 * Key `shipping`: what Billbee ships with to the ERP's shipping methods. The first row whose criteria all fit decides;
 * a row without criteria fits every order.
 */
export const shipping = z.strictObject({
  unmapped,
  /** For orders that no row fits, and for those without a shipping method. */
  default: text.optional(),
  table: z
    .array(
      z.strictObject({
        /** Shipping provider of the Billbee account, its product, and shipping profile: id or name. */
        provider: text.optional(),
        product: text.optional(),
        profile: text.optional(),
        /** Countries the goods go to. */
        country: countries.optional(),
        shop: text.optional(),
        /** Id or name of the shipping method in the ERP. */
        method: text,
        autoShip: z.boolean().optional(),
      }),
    )
    .default([]),
});

/** Holds `shipping-unmapped` where the table is to be complete. */
export function resolveShipping(
  { shipping: given, source }: ErpOrder,
  country: string,
  tables: z.output<typeof shipping>,
  findings: Findings,
): ResolvedShipping {
  const row = tables.table.find(
    (candidate) =>
      fitsIdOrName(candidate.provider, given.providerId, given.providerName) &&
      fitsIdOrName(candidate.product, given.productId, given.productName) &&
      fitsIdOrName(candidate.profile, given.profileId, given.profileName) &&
      fitsIdOrName(candidate.shop, source.shopId, source.shopName) &&
      (candidate.country?.includes(country) ?? true),
  );
  const provider = given.providerName ?? given.providerId;
  const product = given.productName ?? given.productId;
  const profile = given.profileName ?? given.profileId;
  const named = [provider, product, profile].filter((part) => part !== null).join(' / ') || 'none';
  const byCountry = tables.table.some((candidate) => candidate.country !== undefined);
  const value = byCountry ? `${named} to ${country}` : named;
  const chosen = row?.method ?? tables.default;
  const method = chosen ?? product ?? provider ?? profile;
  const held = chosen === undefined && tables.unmapped === 'hold';
  const criteria = {
    ...(provider !== null && { provider }),
    ...(product !== null && { product }),
    ...(provider === null && product === null && profile !== null && { profile }),
    ...(byCountry && { country: [country] }),
  };
  findings.use({
    table: 'shipping',
    value,
    state: chosen !== undefined || tables.unmapped === 'pass' ? 'mapped' : held ? 'held' : 'default',
    becomes: held ? null : method,
    remedy:
      chosen !== undefined
        ? null
        : named === 'none'
          ? { shipping: { default: FILL_IN } }
          : { shipping: { table: [{ ...criteria, method: FILL_IN }] } },
  });
  if (held) {
    const row = JSON.stringify({ ...criteria, method: FILL_IN });
    const values = { value, table: 'mapping.shipping.table', row };
    findings.hold(mappingMessages.reason('shipping-unmapped', values, 'shipping'));
  }
  return { method, mapped: chosen !== undefined, autoShip: row?.autoShip ?? null };
}
