/** What an order is for the tax office, as far as an order can tell. */
export const taxCases = [
  /** Goods stay in the home country. */
  'domestic',
  /** VatMode 1: small business, no VAT shown. */
  'small-business',
  /** VatMode 2: to a business in another EU country, with its VAT id. */
  'intra-community',
  /** VatMode 3, or untaxed to a country outside the EU. */
  'export',
  /** VatMode 4: margin scheme for second-hand goods; no VAT shown. */
  'margin',
  /** To another EU country, taxed with that country's rates. */
  'oss',
  /** To another EU country, taxed with the home country's rates (below the OSS threshold). */
  'eu-home-rates',
  /** To a country outside the EU, and taxed nevertheless. */
  'third-country-taxed',
  /** To another EU country, untaxed although Billbee shows VAT. */
  'eu-untaxed',
  /** The goods leave from another country than the home country, e.g. from a marketplace's warehouse. */
  'foreign-stock',
  /** A VatMode this version does not know. */
  'unknown-mode',
] as const;

export type TaxCase = (typeof taxCases)[number];

/** Which of the ERP's rates a line falls under; `other`: neither of the order's two. */
export type TaxClass = 'normal' | 'reduced' | 'exempt' | 'other';

/** EU member states, ISO 3166-1 alpha-2. Source: the European Union's list of countries. */
const euCountries = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

export function isInEu(country: string): boolean {
  return euCountries.has(country);
}

/** What the case of an order follows from. */
export interface TaxFacts {
  /** `Billbee API: Order.VatMode`; null is read as 0. */
  readonly vatMode: number | null;
  /** Where the goods leave from and go to, and the seller's country; ISO 3166-1 alpha-2. */
  readonly from: string;
  readonly to: string;
  readonly home: string;
  /** The rates above 0 among its lines and shipping. */
  readonly taxRates: readonly string[];
  /** Rates of the home country on the days of the order. */
  readonly homeRates: readonly string[];
  /** Rates that the shop uses for the country they go to; undefined: none are known. */
  readonly ossRates: readonly string[] | undefined;
}

/** The case of an order. */
export function taxCaseOf(facts: TaxFacts): TaxCase {
  const { vatMode, from, to, home, taxRates, homeRates, ossRates } = facts;
  const mode = vatMode ?? 0;
  if (mode < 0 || mode > 4) return 'unknown-mode';
  if (mode === 4) return 'margin';
  if (from !== home) return 'foreign-stock';
  if (mode === 1) return 'small-business';
  if (mode === 2) return 'intra-community';
  if (mode === 3) return 'export';
  if (to === home) return 'domestic';
  if (!isInEu(to)) return taxRates.length === 0 ? 'export' : 'third-country-taxed';
  if (taxRates.length === 0) return 'eu-untaxed';
  const all = (rates: readonly string[]): boolean => taxRates.every((taxRate) => rates.includes(taxRate));
  if (ossRates && all(ossRates)) return 'oss';
  return all(homeRates) ? 'eu-home-rates' : 'oss';
}
