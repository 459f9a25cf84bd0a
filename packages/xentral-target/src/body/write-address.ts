import type { ResolvedAddress } from 'importer-mapping';
import { xentralOrderMessages } from '../messages/index.js';
import type { RequestAddress } from './import-request.js';

/** Source: `Xentral API: billingAddress`, which alone has a phone number. */
export function writeBillingAddress(address: ResolvedAddress): RequestAddress {
  return {
    ...writeAddress(address),
    ...(address.phone !== null && { phoneNumber: address.phone }),
  };
}

/**
 * Source: `Xentral API: shippingAddress`.
 *
 * @param complete hold an address that no parcel would reach
 * @throws HoldError `address-incomplete`
 */
export function writeShippingAddress(address: ResolvedAddress, complete: boolean): RequestAddress {
  if (complete) refuseIncomplete(address, 'deliveryAddress');
  return writeAddress(address);
}

/** @throws HoldError `address-incomplete` */
export function refuseIncomplete({ street, zip, city }: ResolvedAddress, field: string): void {
  const parts = { street, zip, city };
  for (const [part, value] of Object.entries(parts)) {
    if (value !== null) continue;
    const missing = `${field}.${part}`;
    throw xentralOrderMessages.hold('address-incomplete', { field: missing }, { field: missing });
  }
}

function writeAddress(address: ResolvedAddress): RequestAddress {
  const { name, contact, department, street, houseNumber, zip, city, state, country, addition } = address;
  const email = mailAddress(address.email);
  const fullStreet = [street, houseNumber].filter((part) => part !== null).join(' ');
  return {
    type: address.isCompany ? 'company' : 'other',
    name,
    ...(contact !== null && { contactPerson: contact }),
    ...(department !== null && { department }),
    ...(fullStreet !== '' && { street: fullStreet }),
    ...(zip !== null && { zipCode: zip }),
    ...(city !== null && { city }),
    ...(state !== null && { state }),
    country,
    ...(addition !== null && { addressSupplement: addition }),
    ...(email !== undefined && { email }),
  };
}

/** A mail address that Xentral accepts as one; undefined: none. */
export function mailAddress(text: string | null | undefined): string | undefined {
  const address = text?.trim() ?? '';
  return address.length <= 254 && /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@.]{2,}$/.test(address)
    ? address
    : undefined;
}
