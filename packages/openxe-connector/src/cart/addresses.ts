import type { ResolvedAddress, ResolvedOrder } from 'importer-mapping';
import type { Cart } from './cart.js';
import { sanitise } from './sanitise.js';

/** Columns of OpenXE's address table that are shorter than 255 characters. */
const short = 64;

const text = (value: string | null, most = 255): string => sanitise(value ?? '', { most });

/**
 * An e-mail address as it is, or none: with other signs it would be somebody else's, and with a straight apostrophe it
 * ends OpenXE's whole run, because it stands unescaped in the look-up of customers.
 */
export function mailText(address: string | null): string {
  const clean = text(address);
  return clean === address?.trim() ? clean : '';
}

/**
 * Billing address, and the delivery address where goods go elsewhere: its name is OpenXE's switch, so it stays empty
 * otherwise. No customer number is sent: Billbee's could be that of another customer of the ERP.
 */
export function cartAddresses({
  billing,
  delivery,
  tax,
}: Pick<ResolvedOrder, 'billing' | 'delivery' | 'tax'>) {
  const state = text(billing.state, short);
  return {
    anrede: billing.isCompany ? 'firma' : '',
    titel: '',
    name: text(billing.name),
    ansprechpartner: text(billing.contact),
    abteilung: text(billing.department),
    unterabteilung: '',
    adresszusatz: text(billing.addition),
    strasse: streetOf(billing),
    plz: text(billing.zip, short),
    ort: text(billing.city, short),
    land: text(billing.country, short),
    bundesstaat: state,
    email: mailText(billing.email),
    telefon: text(billing.phone, short),
    telefax: '',
    mobil: '',
    ustid: text(tax.vatId, short),
    ...deliveryOf(delivery, tax.vatId),
  } as const satisfies Partial<Cart>;
}

function deliveryOf(delivery: ResolvedAddress | null, vatId: string | null) {
  const state = text(delivery?.state ?? null, short);
  return {
    abweichendelieferadresse: delivery ? '1' : '0',
    lieferadresse_name: text(delivery?.name ?? null),
    lieferadresse_ansprechpartner: text(delivery?.contact ?? null),
    lieferadresse_abteilung: text(delivery?.department ?? null),
    lieferadresse_unterabteilung: '',
    lieferadresse_adresszusatz: text(delivery?.addition ?? null),
    lieferadresse_strasse: delivery ? streetOf(delivery) : '',
    lieferadresse_plz: text(delivery?.zip ?? null, short),
    lieferadresse_ort: text(delivery?.city ?? null, short),
    lieferadresse_land: text(delivery?.country ?? null, short),
    lieferadresse_titel: '',
    lieferadresse_email: mailText(delivery?.email ?? null),
    lieferadresse_bundesstaat: state,
    // With a delivery address OpenXE replaces the order's VAT id by this one, even by nothing.
    lieferadresse_ustid: delivery ? text(vatId, short) : '',
    lieferland: text(delivery?.country ?? null, short),
    lieferbundesstaat: state,
  } as const satisfies Partial<Cart>;
}

function streetOf({ street, houseNumber }: ResolvedAddress): string {
  return text([street, houseNumber].filter((part) => part !== null && part !== '').join(' '));
}
