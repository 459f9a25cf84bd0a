import type { ErpOrder } from 'importer-core';
import type { TaxCase, TaxClass } from './tax-case.js';

/**
 * An order with every choice of the mapping tables made: what a target sends, before it is put into an ERP's words.
 *
 * Methods, projects, groups and articles are texts: the ERP's id, number or name, as the merchant wrote it in the
 * table. A target finds out what they stand for and holds the order when its ERP does not know them.
 */
export interface ResolvedOrder {
  /** The order as it was read; amounts and addresses here are never changed. */
  readonly order: ErpOrder;
  /** The day of the order in the account's time zone, `YYYY-MM-DD`: every ERP gets this one. */
  readonly orderedOn: string;
  readonly shop: ResolvedShop;
  readonly payment: ResolvedPayment;
  readonly shipping: ResolvedShipping;
  readonly tax: ResolvedTax;
  readonly currency: ResolvedCurrency;
  readonly customerGroup: string | null;
  /** Which of the two prices of a line the ERP is to be given. */
  readonly prices: PriceMode;
  /** What is sold, in sequence; also discounts and shipping cost where the tables want them as lines. */
  readonly lines: readonly ResolvedLine[];
  /** Discounts for the ERP's own discount field (`discounts.as` is `header`); else empty. */
  readonly discounts: readonly ResolvedLine[];
  /** Shipping cost for the ERP's own shipping field; null when there is none or it is one of `lines`. */
  readonly shippingCost: ResolvedLine | null;
  readonly billing: ResolvedAddress;
  /** null: the goods go to the billing address. */
  readonly delivery: ResolvedAddress | null;
  readonly texts: ResolvedTexts;
}

export type PriceMode = 'gross' | 'net';

export interface ResolvedShop {
  readonly project: string | null;
  readonly salesChannel: string | null;
  /** Name under which the ERP knows the sub-shop; default: the shop's name in Billbee. */
  readonly subShop: string | null;
  /** Two lower-case letters: the order's language, else that of the shop's row. */
  readonly language: string | null;
  /** Prefix or whole number range is the ERP's business; this is only its name. */
  readonly customerGroup: string | null;
}

export interface ResolvedPayment {
  /** The ERP's id or name; null when the order has no payment type and no row is for that. */
  readonly method: string | null;
  /** Whether a row of the table chose it; else it is Billbee's name of the type. */
  readonly mapped: boolean;
  /** Whether the ERP may treat the order as paid. */
  readonly paid: boolean;
  readonly transactionId: string | null;
  /** `false`: an order paid like this is not to be shipped automatically; null: the table does not say. */
  readonly autoShip: boolean | null;
}

export interface ResolvedShipping {
  /** The ERP's id or name; null when the order has no shipping method and no row is for that. */
  readonly method: string | null;
  readonly mapped: boolean;
  readonly autoShip: boolean | null;
}

export interface ResolvedTax {
  readonly case: TaxCase;
  /** Where the goods go, ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Where the goods leave from, as far as Billbee says so. */
  readonly shipsFrom: string | null;
  /** Without blanks, dots and hyphens, upper case; null also for `n/a` and the like. */
  readonly vatId: string | null;
  /** Percent of the rates that count as normal and reduced for this order, e.g. `"19"` and `"7"`. */
  readonly normalRate: string;
  readonly reducedRate: string | null;
}

export interface ResolvedCurrency {
  /** ISO 4217. */
  readonly code: string;
  /** Units of the order's currency for one of the home currency, as given in the table. */
  readonly exchangeRate: string | null;
}

/** What a line is for. */
export type LineRole = 'article' | 'set' | 'component' | 'discount' | 'coupon' | 'surcharge' | 'shipping';

export interface ResolvedLine {
  readonly role: LineRole;
  /** Billbee's position id. */
  readonly lineId: string | null;
  /** null only for discounts and shipping cost in a field of their own that needs no article. */
  readonly article: ResolvedArticle | null;
  /** null: the ERP's own text. */
  readonly title: string | null;
  /** Options such as `Farbe: rot`, one per line; null when there are none or they stand in the title. */
  readonly description: string | null;
  readonly quantity: string;
  readonly unitPriceGross: string;
  readonly unitPriceNet: string;
  readonly totalGross: string;
  readonly totalNet: string;
  /** Percent, e.g. `"19"`. */
  readonly taxRate: string;
  readonly taxClass: TaxClass;
  /** Index in `lines` of the set this component belongs to; null for every other line. */
  readonly parent: number | null;
}

/** How an article can be found in the ERP. */
export interface ResolvedArticle {
  /** The number to show, and to create it under: the first candidate's value. */
  readonly number: string;
  /** Ways to find it, the first that exists wins. */
  readonly candidates: readonly ArticleCandidate[];
  /** `table`: a row names it; `order`: it is the order's own SKU or EAN; `fallback`: the catch-all article. */
  readonly from: 'table' | 'order' | 'fallback';
}

export interface ArticleCandidate {
  readonly by: 'number' | 'ean' | 'supplierNumber' | 'fallback';
  readonly value: string;
}

export interface ResolvedAddress {
  /** Company, else first and last name. */
  readonly name: string;
  readonly isCompany: boolean;
  readonly company: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** First and last name where `name` is the company. */
  readonly contact: string | null;
  readonly department: string | null;
  readonly street: string | null;
  /** null when it is part of `street`. */
  readonly houseNumber: string | null;
  readonly addition: string | null;
  readonly zip: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly country: string;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface ResolvedTexts {
  /** For the ERP's staff only. */
  readonly internal: string | null;
  /** Printed on documents. */
  readonly printed: string | null;
}
