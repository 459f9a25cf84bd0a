import type { ErpOrder, OrderAddress } from 'importer-core';
import { z } from 'zod';
import type { Findings } from './findings.js';
import { repeatedNumber, splitHouseNumber } from './house-number.js';
import { mappingMessages } from './mapping-messages.js';
import { companyName } from './names.js';
import type { ResolvedAddress } from './resolved-order.js';

/** Key `addresses`: how Billbee's address parts are put together. */
export const addresses = z.strictObject({
  /** `in-street`: behind the street; `separate`: on its own, taken off the street where it is clear; `as-is`. */
  houseNumber: z
    .enum(['in-street', 'separate', 'as-is'], { error: 'expected "in-street", "separate" or "as-is"' })
    .default('in-street'),
  /** Where Billbee's name addition goes: with the second address line, or as the department. */
  nameAddition: z
    .enum(['addition', 'department'], { error: 'expected "addition" or "department"' })
    .default('addition'),
  /** `company`: company first and the person as contact; `person`: the person, the company as department. */
  companyAddress: z
    .enum(['company', 'person'], { error: 'expected "company" or "person"' })
    .default('company'),
  /** A delivery address equal to the billing address is left out. */
  omitSameDelivery: z.boolean().default(true),
});

type AddressRules = z.output<typeof addresses>;

/**
 * Billing and delivery address. With only one of them, it is used for both. Holds `address-missing` when there is
 * none, and `address-country-missing`.
 */
export function resolveAddresses(
  { billingAddress, deliveryAddress, customer }: ErpOrder,
  rules: AddressRules,
  findings: Findings,
): Pick<ResolvedAddressPair, 'billing' | 'delivery'> {
  const given = billingAddress ?? deliveryAddress;
  if (given === null) {
    findings.hold(mappingMessages.reason('address-missing', {}, 'billingAddress'));
    return { billing: resolveAddress(emptyAddress, rules), delivery: null };
  }
  const contact = { email: given.email ?? customer.email, phone: given.phone ?? customer.phone };
  const billing = resolveAddress({ ...given, ...contact }, rules);
  checkAddress(billing, billingAddress ? 'billingAddress' : 'deliveryAddress', findings);
  if (billingAddress === null || deliveryAddress === null) return { billing, delivery: null };
  const delivery = resolveAddress(deliveryAddress, rules);
  checkAddress(delivery, 'deliveryAddress', findings);
  const same = rules.omitSameDelivery && placeKey(delivery) === placeKey(billing);
  return { billing, delivery: same ? null : delivery };
}

interface ResolvedAddressPair {
  readonly billing: ResolvedAddress;
  readonly delivery: ResolvedAddress | null;
}

function resolveAddress(address: OrderAddress, rules: AddressRules): ResolvedAddress {
  const { firstName, lastName, nameAddition } = address;
  const company = companyName(address.company, firstName, lastName);
  const person = join(' ', firstName, lastName);
  const companyFirst = company !== null && (rules.companyAddress === 'company' || person === null);
  const asDepartment = rules.nameAddition === 'department';
  return {
    name: (companyFirst ? company : person) ?? nameAddition ?? '',
    isCompany: company !== null,
    company,
    firstName,
    lastName,
    contact: companyFirst ? person : null,
    department: join(', ', companyFirst ? null : company, asDepartment ? nameAddition : null),
    ...streetOf(address, rules.houseNumber),
    addition: join(', ', asDepartment ? null : nameAddition, address.addressAddition),
    zip: address.zip,
    city: address.city,
    state: address.state,
    country: address.countryCode ?? '',
    email: address.email,
    phone: address.phone,
  };
}

function streetOf(
  { street, houseNumber }: OrderAddress,
  rule: AddressRules['houseNumber'],
): Pick<ResolvedAddress, 'street' | 'houseNumber'> {
  if (rule === 'as-is') return { street, houseNumber };
  if (street === null)
    return rule === 'in-street' ? { street: houseNumber, houseNumber: null } : { street, houseNumber };
  if (houseNumber === null) return rule === 'in-street' ? { street, houseNumber } : splitHouseNumber(street);
  const repeated = repeatedNumber(street, houseNumber);
  if (rule === 'in-street')
    return { street: repeated?.whole ?? `${street} ${houseNumber}`, houseNumber: null };
  return repeated ? { street: repeated.name, houseNumber: repeated.houseNumber } : { street, houseNumber };
}

function checkAddress(address: ResolvedAddress, field: string, findings: Findings): void {
  if (address.name === '') {
    findings.hold(mappingMessages.reason('address-name-missing', { field }, `${field}.lastName`));
  }
  if (address.country === '') {
    findings.hold(mappingMessages.reason('address-country-missing', { field }, `${field}.countryCode`));
  }
}

/** Equal for addresses that a parcel would find the same way. */
function placeKey({
  name,
  contact,
  department,
  street,
  houseNumber,
  addition,
  zip,
  city,
  country,
}: ResolvedAddress) {
  return JSON.stringify(
    [name, contact, department, street, houseNumber, addition, zip, city, country].map((part) =>
      (part ?? '').toLowerCase().replace(/\s+/g, ' '),
    ),
  );
}

function join(separator: string, ...parts: readonly (string | null)[]): string | null {
  return parts.filter((part) => part !== null && part !== '').join(separator) || null;
}

const emptyAddress: OrderAddress = {
  company: null,
  firstName: null,
  lastName: null,
  nameAddition: null,
  street: null,
  houseNumber: null,
  addressAddition: null,
  zip: null,
  city: null,
  state: null,
  countryCode: null,
  email: null,
  phone: null,
};
