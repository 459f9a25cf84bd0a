import vat from 'jsvat-next';
import { isInEu } from './tax-case.js';

/**
 * A VAT id without blanks, dots, hyphens and slashes, in upper case; Greece's with its own `EL`.
 *
 * @returns null for none and for what people write in its place: `-`, `n/a`, `keine`, `0`
 * @example normalVatId('atu 123-456.78') // 'ATU12345678'
 */
export function normalVatId(text: string | null): string | null {
  const id = (text ?? '').replace(/[\s./_-]+/g, '').toUpperCase();
  if (!/[1-9]/.test(id)) return null;
  return id.replace(/^GR(?=\d{9}$)/, 'EL');
}

/** What keeps a VAT id from making a sale an intra-community supply. */
export type VatIdProblem = 'form' | 'not-eu' | 'home';

/**
 * Whether a VAT id can be one of a business in another EU country, by its form. Whether it has been given out, only the
 * EU's register (VIES) knows.
 *
 * @param vatId from {@link normalVatId}
 * @param home the seller's country
 * @example vatIdProblem('CHE123456788', 'DE') // 'not-eu'
 */
export function vatIdProblem(vatId: string, home: string): VatIdProblem | undefined {
  const { isValidFormat, country } = vat.checkVAT(vatId, vat.countries);
  if (!isValidFormat || country === undefined) return 'form';
  // Northern Ireland is the EU's for goods.
  if (vatId.startsWith('XI')) return undefined;
  const code = country.isoCode.short;
  if (!isInEu(code)) return 'not-eu';
  return code === home ? 'home' : undefined;
}
