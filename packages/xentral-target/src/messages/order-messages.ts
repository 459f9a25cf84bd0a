import { createCatalogue, message, value } from 'importer-core/messages';
import { refused, saysDe, saysEn } from './connection-messages.js';

const again = {
  de: 'und versuchen Sie den Auftrag dann erneut',
  en: 'then retry the order',
};

/** Something an order must name and does not. */
const missing = (title: { de: string; en: string }, de: string, en: string) =>
  message(
    { table: value.setting, setting: value.setting },
    {
      title,
      de: ({ setting, table }) => [
        `${de}, und Xentral braucht das.`,
        `Ergänzen Sie eine Zeile in ${table} oder setzen Sie ${setting}, ${again.de}.`,
      ],
      en: ({ setting, table }) => [
        `${en}, and Xentral needs one.`,
        `Add a row to ${table}, or set ${setting}, ${again.en}.`,
      ],
    },
  );

/** A name that Xentral does not know. */
const unknown = (de: string, en: string) =>
  message(
    { wanted: value.text, table: value.setting, known: value.text },
    {
      title: { de: `${de} unbekannt`, en: `unknown ${en}` },
      de: ({ known, table, wanted }) => [
        `Xentral kennt „${wanted}“ nicht (${de}).`,
        `Ergänzen Sie eine Zeile in ${table}, oder legen Sie es in Xentral an. Dort gibt es: ${known}.`,
      ],
      en: ({ known, table, wanted }) => [
        `Xentral has no ${en} "${wanted}".`,
        `Add a row to ${table}, or set one up in Xentral. It has: ${known}.`,
      ],
    },
  );

const ambiguous = (de: string, en: string) =>
  message(
    { wanted: value.text, ids: value.list, table: value.setting },
    {
      title: { de: `${de} mehrdeutig`, en: `ambiguous ${en}` },
      de: ({ ids, table, wanted }) => [
        `Xentral hat „${wanted}“ mehrfach (${de}, IDs ${ids}).`,
        `Geben Sie die ID in ${table} an.`,
      ],
      en: ({ ids, table, wanted }) => [
        `Xentral has several ${en}s "${wanted}" (ids ${ids}).`,
        `Give the id in ${table}.`,
      ],
    },
  );

/** Products that one way of looking has found. */
const productsFound = {
  by: value.oneOf({
    number: { de: 'der Nummer', en: 'number' },
    ean: { de: 'der EAN', en: 'ean' },
    supplierNumber: { de: 'der Herstellernummer', en: 'supplierNumber' },
  }),
  wanted: value.text,
  ids: value.list,
};

/** Why Xentral does not get an order, or not as Billbee has it. */
export const xentralOrderMessages = createCatalogue({
  'project-missing': missing(
    { de: 'Projekt fehlt', en: 'no project' },
    'Dem Auftrag ist kein Projekt zugeordnet',
    'The order has no project',
  ),
  'payment-missing': missing(
    { de: 'Zahlungsart fehlt', en: 'no payment type' },
    'Der Auftrag hat keine Zahlungsart',
    'The order has no payment type',
  ),
  'shipping-method-missing': missing(
    { de: 'Versandart fehlt', en: 'no shipping method' },
    'Der Auftrag hat keine Versandart',
    'The order has no shipping method',
  ),
  'project-unknown': unknown('Projekt', 'project'),
  'payment-method-unknown': unknown('Zahlungsart', 'payment method'),
  'shipping-method-unknown': unknown('Versandart', 'shipping method'),
  'sales-channel-unknown': unknown('Vertriebskanal', 'sales channel'),
  'project-ambiguous': ambiguous('Projekt', 'project'),
  'payment-method-ambiguous': ambiguous('Zahlungsart', 'payment method'),
  'shipping-method-ambiguous': ambiguous('Versandart', 'shipping method'),
  'sales-channel-ambiguous': ambiguous('Vertriebskanal', 'sales channel'),
  'article-not-named': message(
    { field: value.field },
    {
      title: { de: 'Artikel fehlt', en: 'no article' },
      de: ({ field }) => `${field} nennt keinen Artikel.`,
      en: ({ field }) => `${field} names no article.`,
    },
  ),
  'article-locked': message(productsFound, {
    title: { de: 'Artikel gesperrt', en: 'locked article' },
    de: ({ by, ids, wanted }, name) => [
      `In Xentral ist jeder Artikel mit ${by} ${wanted} gesperrt (IDs ${ids}).`,
      `Heben Sie die Sperre auf oder nennen Sie in ${name('mapping.articles.table')} einen anderen Artikel, ${again.de}.`,
    ],
    en: ({ by, ids, wanted }, name) => [
      `Every product with ${by} ${wanted} is locked in Xentral (ids ${ids}).`,
      `Unlock it, or name another product in ${name('mapping.articles.table')}, ${again.en}.`,
    ],
  }),
  'article-ambiguous': message(productsFound, {
    title: { de: 'Artikel mehrdeutig', en: 'ambiguous article' },
    de: ({ by, ids, wanted }, name) => [
      `Xentral hat mehrere Artikel mit ${by} ${wanted} (IDs ${ids}).`,
      `Geben Sie die Artikelnummer in ${name('mapping.articles.table')} an, oder sperren Sie die übrigen in Xentral.`,
    ],
    en: ({ by, ids, wanted }, name) => [
      `Xentral has several products with ${by} ${wanted} (ids ${ids}).`,
      `Give the article's number in ${name('mapping.articles.table')}, or lock the others in Xentral.`,
    ],
  }),
  'article-unknown': message(
    { field: value.field, tried: value.list },
    {
      title: { de: 'Artikel unbekannt', en: 'unknown article' },
      de: ({ field, tried }, name) => [
        `Xentral hat keinen Artikel für ${field} (gesucht: ${tried}).`,
        `Legen Sie ihn in Xentral an oder ergänzen Sie eine Zeile in ${name('mapping.articles.table')}, ${again.de}.`,
      ],
      en: ({ field, tried }, name) => [
        `Xentral has no product for ${field} (looked for ${tried}).`,
        `Create it in Xentral, or add a row to ${name('mapping.articles.table')}, ${again.en}.`,
      ],
    },
  ),
  'customer-unknown': message(
    {},
    {
      title: { de: 'Kunde unbekannt', en: 'unknown customer' },
      de: (_, name) => [
        'Xentral kennt den Kunden nicht.',
        `Legen Sie ihn dort an oder setzen Sie ${name('xentral.customers.missing')} auf "create", ${again.de}.`,
      ],
      en: (_, name) => [
        'Xentral does not have the customer.',
        `Create the customer there, or set ${name('xentral.customers.missing')} to "create", ${again.en}.`,
      ],
    },
  ),
  'customer-ambiguous': message(
    {
      count: value.count,
      by: value.oneOf({
        email: { de: 'dieser E-Mail-Adresse', en: 'that mail address' },
        number: { de: 'dieser Nummer', en: 'that number' },
      }),
      ids: value.list,
    },
    {
      title: { de: 'Kunde mehrfach vorhanden', en: 'ambiguous customer' },
      de: ({ by, count, ids }, name) => [
        `Xentral hat ${count} Kunden mit ${by} (IDs ${ids}).`,
        `Führen Sie sie zusammen oder setzen Sie ${name('xentral.customers.ambiguous')} auf "first", ${again.de}.`,
      ],
      en: ({ by, count, ids }, name) => [
        `Xentral has ${count} customers with ${by} (ids ${ids}).`,
        `Merge them, or set ${name('xentral.customers.ambiguous')} to "first", ${again.en}.`,
      ],
    },
  ),
  'address-incomplete': message(
    { field: value.field },
    {
      title: { de: 'Adresse unvollständig', en: 'incomplete address' },
      de: ({ field }, name) => [
        `Es fehlt: ${field}.`,
        `Ergänzen Sie das in Billbee oder setzen Sie ${name('xentral.requireFullAddress')} auf false, ${again.de}.`,
      ],
      en: ({ field }, name) => [
        `Missing: ${field}.`,
        `Fill it in in Billbee, or set ${name('xentral.requireFullAddress')} to false, ${again.en}.`,
      ],
    },
  ),
  'xentral-tax-rate-unmapped': message(
    { rate: value.decimal },
    {
      title: { de: 'Steuersatz nicht zugeordnet', en: 'unmapped tax rate' },
      de: ({ rate }, name) => [
        `Eine Position hat ${rate} %; das ist weder der normale noch der ermäßigte Satz des Auftrags.`,
        `Ergänzen Sie ihn in ${name('mapping.tax')} ${again.de}.`,
      ],
      en: ({ rate }, name) => [
        `A line has ${rate} %, which is neither the order's normal nor its reduced rate.`,
        `Add it to ${name('mapping.tax')}, ${again.en}.`,
      ],
    },
  ),
  'xentral-unsettled': message(
    {},
    {
      title: { de: 'nicht gesendet', en: 'not sent' },
      de: () => ['Der Auftrag wurde nicht gesendet.', 'Versuchen Sie ihn erneut.'],
      en: () => ['The order was not sent.', 'Retry it.'],
    },
  ),
  'xentral-duplicate': message(
    { count: value.count, externalId: value.text, names: value.list },
    {
      title: { de: 'in Xentral doppelt', en: 'twice in Xentral' },
      de: ({ count, externalId, names }) => [
        `Xentral hat ${count} Aufträge mit der externen Nummer ${externalId}: ${names}.`,
        `Stornieren Sie alle bis auf einen, leeren Sie die externe Nummer der übrigen ${again.de}.`,
      ],
      en: ({ count, externalId, names }) => [
        `Xentral has ${count} orders with the external id ${externalId}: ${names}.`,
        `Cancel all but one, clear the external id of the others, ${again.en}.`,
      ],
    },
  ),
  'total-differs-in-xentral': message(
    { document: value.text, total: value.amount, expected: value.amount },
    {
      title: { de: 'Summe in Xentral weicht ab', en: 'total differs in Xentral' },
      de: ({ document, expected, total }) => [
        `Xentral hat den Auftrag als ${document} mit der Summe ${total}; in Billbee ist sie ${expected}.`,
        `Korrigieren Sie ${document} in Xentral ${again.de}: er wird wieder verglichen, nicht noch einmal importiert.`,
      ],
      en: ({ document, expected, total }) => [
        `Xentral has the order as ${document} with a total of ${total}, Billbee's is ${expected}.`,
        `Correct ${document} in Xentral, ${again.en}: it is compared again, not imported again.`,
      ],
    },
  ),
  'xentral-not-listed': message(
    { id: value.optional(value.text) },
    {
      de: ({ id }) =>
        `Xentral hat den Auftrag angenommen${id && ` (ID ${id})`}, zeigt ihn aber noch nicht; die Summe wurde nicht verglichen.`,
      en: ({ id }) =>
        `Xentral has accepted the order${id && ` (id ${id})`} but does not list it yet, so its total was not compared.`,
    },
  ),
  'xentral-refused': message(refused, {
    title: { de: 'von Xentral abgelehnt', en: 'refused by Xentral' },
    de: ({ method, path, status, words }) =>
      `Xentral lehnt ${method} ${path} ab (${status}).${saysDe(words) || ' Mehr ist hier nicht zu sehen.'}`,
    en: ({ method, path, status, words }) =>
      `Xentral refuses ${method} ${path} (${status}).${saysEn(words) || ' It gives no reason.'}`,
  }),
});
