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

/**
 * The case of an order.
 *
 * @param vatMode `Billbee API: Order.VatMode`; null is read as 0
 * @param taxRates the rates above 0 among its lines and shipping
 * @param homeRates rates of the home country
 */
export function taxCaseOf(
  vatMode: number | null,
  country: string,
  home: string,
  taxRates: readonly string[],
  homeRates: readonly string[],
): TaxCase {
  switch (vatMode ?? 0) {
    case 0:
      break;
    case 1:
      return 'small-business';
    case 2:
      return 'intra-community';
    case 3:
      return 'export';
    case 4:
      return 'margin';
    default:
      return 'unknown-mode';
  }
  if (country === home) return 'domestic';
  if (!isInEu(country)) return taxRates.length === 0 ? 'export' : 'third-country-taxed';
  if (taxRates.length === 0) return 'eu-untaxed';
  return taxRates.every((taxRate) => homeRates.includes(taxRate)) ? 'eu-home-rates' : 'oss';
}
