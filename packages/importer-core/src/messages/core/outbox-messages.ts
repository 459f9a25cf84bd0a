import { createCatalogue } from '../define-messages.js';
import { message } from '../message.js';
import { value } from '../value-kinds.js';

/** What becomes of write-backs. */
export const outboxMessages = createCatalogue({
  'write-back-invalid': message(
    {
      what: value.oneOf({
        sku: {
          de: 'Die SKU ist leer; angegeben wird die SKU des Artikels in Billbee',
          en: 'The SKU is empty; give the SKU of the product in Billbee',
        },
        quantity: {
          de: 'Der Bestand ist keine Dezimalzahl wie 12 oder 2.5',
          en: 'The quantity is not a decimal number such as 12 or 2.5',
        },
        order: {
          de: 'Die Auftrags-ID besteht nicht nur aus Ziffern wie 300000180937794',
          en: 'The BillBeeOrderId has digits only, e.g. 300000180937794',
        },
        status: {
          de: 'Der Auftragsstatus ist keine Nummer wie 4 für „versendet“',
          en: 'The order status is a number, e.g. 4 for shipped',
        },
        tracking: { de: 'Die Sendungsnummer ist leer', en: 'The tracking number is empty' },
      }),
      given: value.optional(value.text),
      orderId: value.optional(value.text),
    },
    {
      de: ({ given, orderId, what }) =>
        `${what}${given && `: ${given}`}${orderId && ` (Auftrag ${orderId})`}.`,
      en: ({ given, orderId, what }) => `${what}${given && `: ${given}`}${orderId && ` (order ${orderId})`}.`,
    },
  ),
  'write-back-unknown': message(
    { kind: value.text },
    {
      title: { de: 'Art unbekannt', en: 'unknown kind' },
      de: ({ kind }) => `Diese Version kann Meldungen der Art ${kind} nicht senden.`,
      en: ({ kind }) => `This version cannot send a write-back of the kind ${kind}.`,
    },
  ),
  'write-back-replaced': message(
    {
      kind: value.oneOf({
        stock: { de: 'Ein neuerer Bestand', en: 'A newer stock level' },
        status: { de: 'Ein neuerer Status', en: 'A newer status' },
      }),
    },
    {
      title: { de: 'überholt', en: 'replaced' },
      de: ({ kind }) => `${kind} hat diese Meldung ersetzt, bevor sie gesendet war.`,
      en: ({ kind }) => `${kind} took its place before it was sent.`,
    },
  ),
  'write-back-outdated': message(
    { orderId: value.text, statusId: value.optional(value.text) },
    {
      title: { de: 'nicht mehr zutreffend', en: 'no longer true' },
      de: ({ orderId, statusId }) =>
        `Auftrag ${orderId} ist in Billbee ${statusId ? `inzwischen im Status ${statusId}` : 'nicht mehr zu finden'}; die Meldung wurde nicht gesendet.`,
      en: ({ orderId, statusId }) =>
        `Order ${orderId} is ${statusId ? `in status ${statusId} by now` : 'not to be found in Billbee any more'}; this was not sent.`,
    },
  ),
  'write-back-arrived': message(
    {},
    {
      title: { de: 'schon angekommen', en: 'had arrived' },
      de: () => 'Ein früherer Versuch war angekommen.',
      en: () => 'An earlier try had arrived.',
    },
  ),
  'stock-refused': message(
    { sku: value.text, words: value.optional(value.text) },
    {
      title: { de: 'Bestand abgelehnt', en: 'stock refused' },
      de: ({ sku, words }) =>
        `Billbee hat den Bestand von ${sku} nicht übernommen${words ? `: ${words}` : ' und nennt keinen Grund'}.`,
      en: ({ sku, words }) =>
        `Billbee did not take the stock of ${sku}${words ? `: ${words}` : ' and gave no reason'}.`,
    },
  ),
  'stock-unclear': message(
    { sku: value.text },
    {
      title: { de: 'Bestand ungeklärt', en: 'stock unclear' },
      de: ({ sku }) => [
        `Billbee hat nicht gesagt, was aus dem Bestand von ${sku} wurde.`,
        'Vergleichen Sie ihn in Billbee und melden Sie ihn noch einmal.',
      ],
      en: ({ sku }) => [
        `Billbee did not say what became of the stock of ${sku}.`,
        'Compare it in Billbee and report it again.',
      ],
    },
  ),
  unexpected: message(
    { fault: value.text },
    {
      title: { de: 'unerwarteter Fehler', en: 'unexpected error' },
      de: ({ fault }) => `Unerwarteter Fehler: ${fault}`,
      en: ({ fault }) => `Unexpected error: ${fault}`,
    },
  ),
});
