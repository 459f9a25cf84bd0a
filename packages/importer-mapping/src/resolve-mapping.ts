import type { ErpOrder, HoldReason } from 'importer-core';
import { resolveAddresses } from './addresses.js';
import { resolveCurrency } from './currencies.js';
import { resolveCustomerGroup } from './customer-groups.js';
import { Findings, type MappingUse } from './findings.js';
import { resolveLines } from './lines.js';
import type { MappingTables } from './mapping-tables.js';
import { resolvePayment } from './payments.js';
import { resolvePrices } from './prices.js';
import type { ResolvedOrder } from './resolved-order.js';
import { resolveShipping } from './shipping.js';
import { resolveShippingCost } from './shipping-cost.js';
import { resolveShop } from './shops.js';
import { localDay, resolveTax } from './tax.js';
import { resolveTexts } from './texts.js';

/** What the tables make of an order. */
export type MappingResult = {
  /** Every value the tables were asked about, for `mapping check`. */
  readonly uses: readonly MappingUse[];
} & (
  | { readonly outcome: 'resolved'; readonly resolved: ResolvedOrder }
  | ({
      readonly outcome: 'held';
      /** All reasons; the first one is also `reason`, `field` and `message`. */
      readonly holds: readonly HoldReason[];
    } & HoldReason)
);

/**
 * Applies the mapping tables to an order: payment and shipping method, project, tax case, articles, addresses, texts.
 * Pure, and neutral of any ERP.
 *
 * Amounts are moved between lines, never changed: lines, discounts and shipping cost of the result add up to the
 * order's total.
 *
 * @param order from `mapOrder`
 * @param tables from `readMapping`
 * @example
 * const result = resolveMapping(order, readMapping(settings.mapping));
 * if (result.outcome === 'resolved') send(result.resolved);
 */
export function resolveMapping(order: ErpOrder, tables: MappingTables): MappingResult {
  const findings = new Findings();
  const payment = resolvePayment(order, tables.payments, findings);
  const shop = resolveShop(order, tables.shops, findings);
  const tax = resolveTax(order, tables.tax, findings);
  const shipping = resolveShipping(order, tax.country, tables.shipping, findings);
  const currency = resolveCurrency(order, tables.currencies, findings);
  const { lines, discounts } = resolveLines(order, tax, tables, findings);
  const addresses = resolveAddresses(order, tables.addresses, findings);
  const [first] = findings.holds;
  if (first) return { outcome: 'held', uses: findings.uses, holds: findings.holds, ...first };
  const customerGroup = resolveCustomerGroup(order, shop, tax, tables.customerGroups);
  const shippingCost = resolveShippingCost(order, tax, tables.shippingCost);
  const asLine = tables.shippingCost.as === 'line' && shippingCost !== null;
  return {
    outcome: 'resolved',
    uses: findings.uses,
    resolved: {
      order,
      orderedOn: localDay(order.orderedAt),
      shop,
      payment,
      shipping,
      tax,
      currency,
      customerGroup,
      prices: resolvePrices(order, tax.case, customerGroup, tables.prices),
      lines: asLine ? [...lines, shippingCost] : lines,
      discounts,
      shippingCost: asLine ? null : shippingCost,
      ...addresses,
      texts: resolveTexts(order, tables.texts),
    },
  };
}
