import type { BillbeeOrderAddress } from '../billbee/order-schema.js';
import type { OrderAddress } from './erp-order.js';
import { firstText, readText } from './read-values.js';

/**
 * An address, or null when there is none or nothing in it is filled in. The house number stays where Billbee has
 * it: apart when it is given apart, else inside the street.
 *
 * Source: `Billbee API: OrderAddress`. `Country` often holds the code again, so it stands in for `CountryISO2`.
 */
export function mapAddress(address: BillbeeOrderAddress | null | undefined): OrderAddress | null {
  if (!address) return null;
  const mapped: OrderAddress = {
    company: readText(address.Company),
    firstName: readText(address.FirstName),
    lastName: readText(address.LastName),
    nameAddition: readText(address.NameAddition),
    street: readText(address.Street),
    houseNumber: readText(address.HouseNumber),
    addressAddition: readText(address.Line2),
    zip: readText(address.Zip),
    city: readText(address.City),
    state: readText(address.State),
    countryCode: readCountry(address.CountryISO2) ?? readCountry(address.Country),
    email: readText(address.Email),
    phone: readText(address.Phone),
  };
  return firstText(...Object.values(mapped)) === null ? null : mapped;
}

/** Codes that ISO 3166-1 reserves for what the EU and the post write, and the code of the country they stand for. */
const aliases: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };

/**
 * A country as ISO 3166-1 alpha-2 in upper case; null for anything but two letters. `EL` is Greece, `UK` Great Britain.
 *
 * @example readCountry('el') // 'GR'
 */
export function readCountry(value: BillbeeOrderAddress['Country']): string | null {
  const text = readText(value)?.toUpperCase() ?? '';
  return /^[A-Z]{2}$/.test(text) ? (aliases[text] ?? text) : null;
}
