import type { ErpOrder } from 'importer-core';
import { z } from 'zod';
import { companyName, fitsIdOrName, sameName } from './names.js';
import type { ResolvedShop, ResolvedTax } from './resolved-order.js';
import { countries, text } from './table-parts.js';

/** Key `customerGroups`: who belongs to which group of the ERP. The first row whose criteria all fit decides. */
export const customerGroups = z.strictObject({
  /** For customers without a row. */
  default: text.optional(),
  table: z
    .array(
      z.strictObject({
        shop: text.optional(),
        platform: text.optional(),
        /** Country of the billing address. */
        country: countries.optional(),
        /** Whether the billing address names a company. */
        company: z.boolean().optional(),
        /** Whether the order has a VAT id. */
        vatId: z.boolean().optional(),
        /** A tag of the order. */
        tag: text.optional(),
        group: text,
      }),
    )
    .default([]),
});

/** The row, else the group of the shop's row, else the default. */
export function resolveCustomerGroup(
  { source, billingAddress, tags }: ErpOrder,
  { customerGroup }: ResolvedShop,
  { country, vatId }: ResolvedTax,
  tables: z.output<typeof customerGroups>,
): string | null {
  const { company = null, firstName = null, lastName = null } = billingAddress ?? {};
  const isCompany = companyName(company, firstName, lastName) !== null;
  const row = tables.table.find(
    (candidate) =>
      fitsIdOrName(candidate.shop, source.shopId, source.shopName) &&
      (candidate.platform === undefined || sameName(candidate.platform, source.platform)) &&
      (candidate.country?.includes(billingAddress?.countryCode ?? country) ?? true) &&
      (candidate.company ?? isCompany) === isCompany &&
      (candidate.vatId ?? vatId !== null) === (vatId !== null) &&
      (candidate.tag === undefined || tags.some((tag) => sameName(candidate.tag ?? null, tag))),
  );
  return row?.group ?? customerGroup ?? tables.default ?? null;
}
