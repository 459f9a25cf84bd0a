import type { Bilingual, Language } from '../statuses/index.js';

/** Fields of Billbee's payload and of the neutral order that a problem can be about. */
const fields: Readonly<Record<string, Bilingual>> = {
  BillBeeOrderId: { de: 'Auftrags-ID in Billbee', en: 'order id in Billbee' },
  CreatedAt: { de: 'Bestelldatum', en: 'order date' },
  TotalCost: { de: 'Gesamtbetrag', en: 'total' },
  OrderItems: { de: 'Positionen', en: 'positions' },
  Quantity: { de: 'Menge', en: 'quantity' },
  TotalPrice: { de: 'Betrag', en: 'amount' },
  TaxAmount: { de: 'Steuerbetrag', en: 'tax amount' },
  Currency: { de: 'Währung', en: 'currency' },
  TaxRate1: { de: 'Steuersatz 1', en: 'tax rate 1' },
  TaxRate2: { de: 'Steuersatz 2', en: 'tax rate 2' },
  VatMode: { de: 'Steuerfall (VatMode)', en: 'VAT mode' },
  IsCancelationFor: { de: 'Verweis auf den stornierten Auftrag', en: 'reference to the cancelled order' },
  lines: { de: 'Positionen', en: 'positions' },
  article: { de: 'Artikel', en: 'article' },
  quantity: { de: 'Menge', en: 'quantity' },
  taxRate: { de: 'Steuersatz', en: 'tax rate' },
  discounts: { de: 'Rabatte', en: 'discounts' },
  shipping: { de: 'Versand', en: 'shipping' },
  'shipping.gross': { de: 'Versandkosten', en: 'shipping cost' },
  'payment.typeId': { de: 'Zahlungsart', en: 'payment type' },
  'source.shopId': { de: 'Shop', en: 'shop' },
  currency: { de: 'Währung', en: 'currency' },
  vatMode: { de: 'Steuerfall (VatMode)', en: 'VAT mode' },
  'totals.gross': { de: 'Gesamtbetrag', en: 'total' },
  customer: { de: 'Kunde', en: 'customer' },
  'customer.vatId': { de: 'USt-IdNr. des Kunden', en: "customer's VAT id" },
  billingAddress: { de: 'Rechnungsadresse', en: 'billing address' },
  deliveryAddress: { de: 'Lieferadresse', en: 'delivery address' },
  name: { de: 'Name', en: 'name' },
  lastName: { de: 'Nachname', en: 'last name' },
  street: { de: 'Straße', en: 'street' },
  houseNumber: { de: 'Hausnummer', en: 'house number' },
  zip: { de: 'Postleitzahl', en: 'postcode' },
  city: { de: 'Ort', en: 'city' },
  countryCode: { de: 'Land', en: 'country' },
};

const listNames: Readonly<Record<string, Bilingual>> = {
  OrderItems: { de: 'Position', en: 'position' },
  lines: { de: 'Position', en: 'position' },
  discounts: { de: 'Rabatt', en: 'discount' },
};

/**
 * A path in Billbee's payload or the neutral order, in words; positions are counted from 1, as people do.
 *
 * @returns the path as it is when it has no words
 * @example wordField('OrderItems[0].Quantity', 'de') // 'Position 1, Menge'
 */
export function wordField(path: string, language: Language): string {
  const whole = own(fields, path);
  if (whole) return whole[language];
  const [, head = '', index, rest] = /^(\w+)(?:\[(\d+)\])?(?:\.(.+))?$/.exec(path) ?? [];
  const words = own(index === undefined ? fields : listNames, head)?.[language];
  if (words === undefined) return path;
  const place = index === undefined ? words : `${words} ${Number(index) + 1}`;
  return rest === undefined ? place : `${place}, ${wordField(rest, language)}`;
}

function own(table: Readonly<Record<string, Bilingual>>, key: string): Bilingual | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
