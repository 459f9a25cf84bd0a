import { createCatalogue } from '../define-messages.js';
import { message } from '../message.js';
import { value } from '../value-kinds.js';

/** What a value is that cannot be read: never the value itself, unless it is a figure or a date. */
const found = {
  found: value.oneOf({
    missing: { de: 'fehlt', en: 'is missing' },
    empty: { de: 'ist leer', en: 'is empty' },
    list: { de: 'ist eine Liste', en: 'is a list' },
    object: { de: 'ist ein Objekt', en: 'is an object' },
    text: { de: 'ist ein Text', en: 'is a text' },
    figure: { de: 'ist', en: 'is' },
  }),
  /** The figure or date itself. */
  shown: value.optional(value.text),
};
const order = { orderId: value.text };
const again = {
  de: 'Korrigieren Sie den Auftrag in Billbee und versuchen Sie ihn dann erneut.',
  en: 'Correct the order in Billbee, then retry it.',
};

const unreadable = (title: { de: string; en: string }) =>
  message(
    {
      ...order,
      field: value.field,
      ...found,
      expected: value.oneOf({
        date: { de: 'ein Datum wie 2023-04-22T15:07:02', en: 'a date such as 2023-04-22T15:07:02' },
        amount: { de: 'ein Betrag wie 12.50', en: 'an amount such as 12.50' },
        number: { de: 'eine Zahl wie 1.5', en: 'a number such as 1.5' },
        list: { de: 'eine Liste von Positionen', en: 'a list of positions' },
        position: { de: 'eine Position', en: 'a position' },
        fewer: { de: 'höchstens 5.000 Positionen', en: 'at most 5,000 positions' },
      }),
    },
    {
      title,
      de: ({ expected, field, found, orderId, shown }) => [
        `Auftrag ${orderId}: ${field} ${found}${shown && ` ${shown}`}; erwartet wird ${expected}.`,
        again.de,
      ],
      en: ({ expected, field, found, orderId, shown }) => [
        `Order ${orderId}: ${field} ${found}${shown && ` ${shown}`}, expected ${expected}.`,
        again.en,
      ],
    },
  );

/** Why an order as Billbee delivers it cannot be used, and what settings of the mapping can be wrong. */
export const orderMessages = createCatalogue({
  'order-id-unreadable': message(found, {
    title: { de: 'Auftrag ohne ID', en: 'order without an id' },
    de: ({ found, shown }) => [
      `Ein Auftrag hat keine lesbare Auftrags-ID: sie ${found}${shown && ` ${shown}`}; erwartet wird eine positive ganze Zahl.`,
      'Sehen Sie die aufbewahrten Daten an und lassen Sie den Auftrag neu lesen.',
    ],
    en: ({ found, shown }) => [
      `An order has no readable id: it ${found}${shown && ` ${shown}`}, expected a positive whole number.`,
      'Look at the stored payload and read the order again.',
    ],
  }),
  'order-date-unreadable': unreadable({ de: 'Bestelldatum unlesbar', en: 'order date unreadable' }),
  'total-unreadable': unreadable({ de: 'Gesamtbetrag unlesbar', en: 'total unreadable' }),
  'items-unreadable': unreadable({ de: 'Positionen unlesbar', en: 'positions unreadable' }),
  'value-unreadable': message(
    { field: value.field, ...found },
    {
      de: ({ field, found, shown }) =>
        `${field} ${found}${shown && ` ${shown}`} und gilt als nicht angegeben.`,
      en: ({ field, found, shown }) => `${field} ${found}${shown && ` ${shown}`} and counts as missing.`,
    },
  ),
  'order-empty': message(order, {
    title: { de: 'keine Positionen', en: 'no positions' },
    de: ({ orderId }, name) => [
      `Auftrag ${orderId} hat keine Positionen.`,
      `Ergänzen Sie sie in Billbee und versuchen Sie ihn dann erneut, oder erlauben Sie leere Aufträge (${name('allowEmptyOrders')}).`,
    ],
    en: ({ orderId }, name) => [
      `Order ${orderId}: the order has no positions.`,
      `Add them in Billbee, then retry it, or allow empty orders (${name('allowEmptyOrders')}).`,
    ],
  }),
  'credit-order': message(
    {
      ...order,
      why: value.oneOf({
        cancels: { de: 'storniert einen anderen Auftrag', en: 'cancels another order' },
        total: { de: 'hat den Gesamtbetrag', en: 'has a total of' },
        articles: { de: 'hat Artikel im Wert von', en: 'has articles that add up to' },
      }),
      amount: value.optional(value.amount),
      currency: value.optional(value.text),
    },
    {
      title: { de: 'Gutschrift statt Verkauf', en: 'credit, not a sale' },
      de: ({ amount, currency, orderId, why }, name) => [
        `Auftrag ${orderId} ist eine Gutschrift, kein Verkauf: er ${why}${amount && ` ${money(amount, currency)}`}.`,
        `Buchen Sie die Gutschrift im ERP von Hand, oder erlauben Sie Gutschriften (${name('allowCredits')}).`,
      ],
      en: ({ amount, currency, orderId, why }, name) => [
        `Order ${orderId}: this is a credit, not a sale: it ${why}${amount && ` ${money(amount, currency)}`}.`,
        `Book the credit in the ERP by hand, or allow credits (${name('allowCredits')}).`,
      ],
    },
  ),
  'total-mismatch': message(
    {
      ...order,
      currency: value.text,
      total: value.amount,
      sum: value.amount,
      /** With the adjustment, where there is one. */
      adjusted: value.optional(value.amount),
      difference: value.amount,
    },
    {
      title: { de: 'Summe weicht ab', en: 'total does not add up' },
      de: ({ adjusted, currency, difference, orderId, sum, total }) => [
        `Auftrag ${orderId}: Die Summe der Positionen weicht um ${money(difference, currency)} vom Gesamtbetrag ab: Positionen und Versand ergeben ${money(sum, currency)}${adjusted && `, mit der Anpassung ${money(adjusted, currency)}`}, der Gesamtbetrag ist ${money(total, currency)}.`,
        again.de,
      ],
      en: ({ adjusted, currency, difference, orderId, sum, total }) => [
        `Order ${orderId}: the total is ${money(total, currency)}, but positions and shipping add up to ${money(sum, currency)}${adjusted && `, with the adjustment ${money(adjusted, currency)}`} (difference ${money(difference, currency)}).`,
        again.en,
      ],
    },
  ),
  'quantity-zero': message(
    { ...order, field: value.field, amount: value.amount },
    {
      title: { de: 'Menge 0 mit Preis', en: 'quantity 0 with a price' },
      de: ({ amount, field, orderId }) => [
        `Auftrag ${orderId}: ${field} ist 0, die Position kostet aber ${amount}.`,
        again.de,
      ],
      en: ({ amount, field, orderId }) => [
        `Order ${orderId}: ${field} is 0, but the position costs ${amount}.`,
        again.en,
      ],
    },
  ),
  'vat-mode-unknown': message(
    { ...order, mode: value.count, field: value.field, billbee: value.amount, expected: value.amount },
    {
      title: { de: 'Steuerfall unbekannt', en: 'unknown VAT mode' },
      de: ({ billbee, expected, field, mode, orderId }) => [
        `Auftrag ${orderId}: Der Steuerfall ${mode} (VatMode) ist unbekannt, und ${field} ist ${billbee}, wo der Steuersatz ${expected} ergibt.`,
        again.de,
      ],
      en: ({ billbee, expected, field, mode, orderId }) => [
        `Order ${orderId}: VatMode ${mode} is unknown and ${field} is ${billbee} where the tax rate gives ${expected}.`,
        again.en,
      ],
    },
  ),
  'tax-mismatch': message(
    { ...order, field: value.field, billbee: value.amount, rate: value.decimal, expected: value.amount },
    {
      title: { de: 'Steuer weicht ab', en: 'tax does not fit its rate' },
      de: ({ billbee, expected, field, orderId, rate }, name) => [
        `Auftrag ${orderId}: ${field} ist ${billbee}, der Steuersatz von ${rate} % ergibt aber ${expected}.`,
        `Korrigieren Sie Steuersatz oder Steuerindex in Billbee und versuchen Sie ihn dann erneut, oder lassen Sie Abweichungen zu (${name('allowTaxMismatch')}).`,
      ],
      en: ({ billbee, expected, field, orderId, rate }, name) => [
        `Order ${orderId}: ${field} is ${billbee}, but the tax rate of ${rate} % gives ${expected}.`,
        `Correct tax rate or tax index in Billbee, then retry it, or allow the difference (${name('allowTaxMismatch')}).`,
      ],
    },
  ),
  'tax-rate-unreadable': message(
    { ...order, field: value.field, rate: value.decimal },
    {
      title: { de: 'Steuersatz unmöglich', en: 'impossible tax rate' },
      de: ({ field, orderId, rate }) => [
        `Auftrag ${orderId}: ${field} ist ${rate}; erwartet wird ein Prozentsatz von 0 bis 100.`,
        again.de,
      ],
      en: ({ field, orderId, rate }) => [
        `Order ${orderId}: ${field} is ${rate}, expected a percentage between 0 and 100.`,
        again.en,
      ],
    },
  ),
  'currency-unreadable': message(
    { ...order, ...found },
    {
      title: { de: 'Währung unlesbar', en: 'currency unreadable' },
      de: ({ found, orderId, shown }) => [
        `Auftrag ${orderId}: Die Währung ${found}${shown && ` ${shown}`}; erwartet werden drei Buchstaben wie EUR.`,
        again.de,
      ],
      en: ({ found, orderId, shown }) => [
        `Order ${orderId}: the currency ${found}${shown && ` ${shown}`}, expected three letters such as EUR.`,
        again.en,
      ],
    },
  ),
  'currency-missing': message(order, {
    title: { de: 'Währung fehlt', en: 'no currency' },
    de: ({ orderId }, name) => [
      `Auftrag ${orderId} hat keine Währung.`,
      `Ergänzen Sie sie in Billbee und versuchen Sie ihn dann erneut, oder setzen Sie ${name('defaultCurrency')}.`,
    ],
    en: ({ orderId }, name) => [
      `Order ${orderId}: the order has no currency.`,
      `Fill it in in Billbee, then retry it, or set ${name('defaultCurrency')}.`,
    ],
  }),
  'mapping-failed': message(
    { fault: value.text },
    {
      title: { de: 'Fehler beim Umsetzen', en: 'mapping failed' },
      de: ({ fault }) => `Der Auftrag ließ sich nicht umsetzen: ${fault}`,
      en: ({ fault }) => `The order could not be mapped: ${fault}`,
    },
  ),
  'currency-setting-unreadable': message(
    { given: value.text },
    {
      de: ({ given }, name) => [
        `Die Einstellung ${name('defaultCurrency')} ist ${given}.`,
        'Geben Sie drei Buchstaben wie EUR an.',
      ],
      en: ({ given }, name) => [
        `The setting ${name('defaultCurrency')} is ${given}.`,
        'Give three letters such as EUR.',
      ],
    },
  ),
  'time-zone-unknown': message(
    { given: value.text },
    {
      de: ({ given }, name) => [
        `Die Einstellung ${name('timeZone')} ist ${given}, und das ist keine Zeitzone.`,
        'Geben Sie einen IANA-Namen wie Europe/Berlin an.',
      ],
      en: ({ given }, name) => [
        `The setting ${name('timeZone')} is ${given}, which is no time zone.`,
        'Give an IANA name such as Europe/Berlin.',
      ],
    },
  ),
});

function money(amount: string, currency: string): string {
  return currency === '' ? amount : `${amount} ${currency}`;
}
