/** How the rules that Billbee leaves open are decided. */
export interface MapOrderOptions {
  /** IANA zone in which dates without one are read; default `Europe/Berlin`. */
  readonly timeZone?: string | undefined;
  /** Tax rate of shipping and adjustments, see {@link ShippingTaxRule}; default `highest`. */
  readonly shippingTax?: ShippingTaxRule | undefined;
  /** ISO 4217 code for an order without a currency; without this setting such an order is held. */
  readonly defaultCurrency?: string | undefined;
  /** Deliver credits (negative orders, cancellations) instead of holding them. */
  readonly allowCredits?: boolean | undefined;
  /** Deliver orders without positions instead of holding them. */
  readonly allowEmptyOrders?: boolean | undefined;
  /** Deliver an order whose `TaxAmount` contradicts its tax rate, with the tax of the rate, instead of holding it. */
  readonly allowTaxMismatch?: boolean | undefined;
}

/**
 * Shipping shares the tax of what is shipped. With several rates in one order:
 *
 * - `highest`: the highest rate among the articles. The reduced rate only applies when everything is reduced, so
 *   never too little tax is shown. ERPs that derive the rate (OpenXE's `autoversandsteuer` among them) decide so.
 * - `main`: the rate with the greatest share of the articles' gross value.
 */
export type ShippingTaxRule = 'highest' | 'main';
