import { createCatalogue } from '../define-messages.js';
import { message } from '../message.js';
import { value } from '../value-kinds.js';

/** One HTTP call, and what came back. */
const call = {
  /** Method and URL without its query. */
  call: value.text,
  /** Which try it was, from the second on. */
  tries: value.optional(value.count),
};
const answer = {
  ...call,
  status: value.count,
  /** Billbee's own words, redacted and clipped. */
  words: value.optional(value.text),
  /** Billbee's ErrorCode. */
  errorCode: value.optional(value.text),
};
const about = {
  about: value.optional(
    value.oneOf({
      order: { de: 'Auftrag', en: 'order' },
      stock: { de: 'Bestand von', en: 'stock of' },
      stocks: { de: 'Bestände, Anzahl', en: 'stock levels, number' },
      webhook: { de: 'Webhook', en: 'webhook' },
    }),
  ),
  id: value.optional(value.text),
};
type Answered = Record<keyof typeof answer, string>;

const quoted = ({ words, errorCode }: Pick<Answered, 'words' | 'errorCode'>) =>
  `${errorCode && `, ErrorCode ${errorCode}`}${words && `: "${words}"`}`;
const heard = {
  de: (text: Answered) =>
    `${text.call}${text.status && ` ergab Status ${text.status}`}${quoted(text)}.${tried.de(text.tries)}`,
  en: (text: Answered) =>
    `${text.call}${text.status && ` was answered with status ${text.status}`}${quoted(text)}.${tried.en(text.tries)}`,
};
const tried = {
  de: (tries: string) => tries && ` Versuche: ${tries}.`,
  en: (tries: string) => tries && ` Tried ${tries} times.`,
};
const refusal = (de: string, en: string, title: { de: string; en: string }) =>
  message(
    { ...answer, ...about },
    {
      title,
      de: (text) => `${de}${text.about && ` (${text.about} ${text.id})`}: ${heard.de(text)}`,
      en: (text) => `${en}${text.about && ` (${text.about} ${text.id})`}: ${heard.en(text)}`,
    },
  );

/** What can go wrong in a call to Billbee. */
export const billbeeMessages = createCatalogue({
  throttled: message(
    { ...answer, status: value.optional(value.count), seconds: value.optional(value.count) },
    {
      de: (text) => [
        `Billbee nimmt gerade keine weiteren Aufrufe an${text.seconds && ` (noch ${text.seconds} Sekunden)`}: ${heard.de(text)}`,
        'Versuchen Sie es später erneut.',
      ],
      en: (text) => [
        `Billbee asks to slow down${text.seconds && ` (for ${text.seconds} s)`}: ${heard.en(text)}`,
        'Try again later.',
      ],
    },
  ),
  'server-error': message(answer, {
    de: (text) => [`Billbee hat eine Störung: ${heard.de(text)}`, 'Versuchen Sie es später erneut.'],
    en: (text) => [`Billbee has trouble: ${heard.en(text)}`, 'Try again later.'],
  }),
  'not-billbee': message(
    {
      ...answer,
      what: value.oneOf({
        page: { de: 'eine Webseite', en: 'a web page' },
        redirect: { de: 'eine Weiterleitung', en: 'a redirect' },
      }),
      redirectedTo: value.optional(value.text),
    },
    {
      de: (text, name) => [
        `Statt der Billbee-API antwortete ${text.what}${text.redirectedTo && ` nach ${text.redirectedTo}`}: ${heard.de(text)} Zugangsdaten werden nicht weitergegeben.`,
        `Versuchen Sie es später erneut; bleibt es dabei, korrigieren Sie ${name('baseUrl')}.`,
      ],
      en: (text, name) => [
        `Not Billbee's API but ${text.what}${text.redirectedTo && ` to ${text.redirectedTo}`} was the answer: ${heard.en(text)} Credentials are not sent on.`,
        `Try again later; if it stays, correct ${name('baseUrl')}.`,
      ],
    },
  ),
  'bad-answer': message(
    {
      ...call,
      what: value.oneOf({
        empty: { de: 'ist leer', en: 'was empty' },
        broken: { de: 'ist unvollständig oder kein JSON', en: 'is not whole or not JSON' },
        other: { de: 'enthält nicht, wonach gefragt war', en: 'does not hold what was asked for' },
      }),
    },
    {
      de: ({ call, tries, what }) => [
        `Die Antwort auf ${call} ${what}.${tried.de(tries)}`,
        'Versuchen Sie es später erneut.',
      ],
      en: ({ call, tries, what }) => [`The answer to ${call} ${what}.${tried.en(tries)}`, 'Try again later.'],
    },
  ),
  timeout: message(
    {
      ...call,
      seconds: value.count,
      what: value.oneOf({
        none: { de: 'keine Antwort', en: 'no answer' },
        part: { de: 'keine vollständige Antwort', en: 'no complete answer' },
      }),
    },
    {
      de: ({ call, seconds, tries, what }) => [
        `Auf ${call} kam innerhalb von ${seconds} Sekunden ${what}.${tried.de(tries)}`,
        'Versuchen Sie es später erneut.',
      ],
      en: ({ call, seconds, tries, what }) => [
        `${call} got ${what} within ${seconds} s.${tried.en(tries)}`,
        'Try again later.',
      ],
    },
  ),
  unreachable: message(
    { ...call, detail: value.text },
    {
      de: ({ call, detail, tries }, name) => [
        `${call} ließ sich nicht senden (${detail}).${tried.de(tries)}`,
        `Prüfen Sie ${name('baseUrl')} und die Netzwerkverbindung und versuchen Sie es erneut.`,
      ],
      en: ({ call, detail, tries }, name) => [
        `${call} could not be sent (${detail}).${tried.en(tries)}`,
        `Check ${name('baseUrl')} and the network, then try again.`,
      ],
    },
  ),
  network: message(
    { ...call, detail: value.text },
    {
      de: ({ call, detail, tries }) => [
        `Die Verbindung brach während ${call} ab (${detail}).${tried.de(tries)}`,
        'Versuchen Sie es erneut.',
      ],
      en: ({ call, detail, tries }) => [
        `The connection broke during ${call} (${detail}).${tried.en(tries)}`,
        'Try again.',
      ],
    },
  ),
  tls: message(
    { ...call, detail: value.text },
    {
      de: ({ call, detail, tries }, name) => [
        `Für ${call} kam keine sichere Verbindung zustande (${detail}).${tried.de(tries)}`,
        `Korrigieren Sie ${name('baseUrl')} oder Zertifikate und Proxy des Rechners.`,
      ],
      en: ({ call, detail, tries }, name) => [
        `${call} got no safe connection (${detail}).${tried.en(tries)}`,
        `Correct ${name('baseUrl')}, or the machine's certificates or proxy.`,
      ],
    },
  ),
  unauthorized: message(
    { ...answer, settings: value.settings },
    {
      de: (text) => [
        `Billbee weist die Zugangsdaten zurück: ${heard.de(text)}`,
        `Korrigieren Sie ${text.settings}.`,
      ],
      en: (text) => [`Billbee refuses the credentials: ${heard.en(text)}`, `Correct ${text.settings}.`],
    },
  ),
  forbidden: message(answer, {
    de: (text, name) => [
      `Der Benutzer in ${name('username')} darf das nicht: ${heard.de(text)}`,
      'Verwenden Sie den Hauptbenutzer des Billbee-Kontos.',
    ],
    en: (text, name) => [
      `The user in ${name('username')} may not do this: ${heard.en(text)}`,
      "Use the account's main user.",
    ],
  }),
  'api-not-activated': message(answer, {
    de: (text, name) => [
      `Für das Billbee-Konto von ${name('username')} ist die API nicht eingeschaltet: ${heard.de(text)}`,
      'Schalten Sie sie in Billbee unter Einstellungen > Billbee API ein.',
    ],
    en: (text, name) => [
      `The API is not switched on for the account of ${name('username')}: ${heard.en(text)}`,
      'Switch it on in Billbee under Einstellungen > Billbee API.',
    ],
  }),
  'not-booked': message(answer, {
    de: (text, name) => [
      `Für das Billbee-Konto von ${name('username')} ist die API nicht gebucht: ${heard.de(text)}`,
      'Prüfen Sie den gebuchten Tarif in Billbee.',
    ],
    en: (text, name) => [
      `The account of ${name('username')} has not booked the API: ${heard.en(text)}`,
      "Check the account's plan in Billbee.",
    ],
  }),
  'api-not-found': message(answer, {
    de: (text, name) => [
      `Unter dieser Adresse ist keine Billbee-API: ${heard.de(text)}`,
      `Korrigieren Sie ${name('baseUrl')}; die Adresse endet mit /api/v1.`,
    ],
    en: (text, name) => [
      `Billbee's API is not at this address: ${heard.en(text)}`,
      `Correct ${name('baseUrl')}; it ends with /api/v1.`,
    ],
  }),
  'not-found': refusal('Billbee findet das nicht', 'Billbee does not find it', {
    de: 'in Billbee nicht gefunden',
    en: 'not found in Billbee',
  }),
  'order-refused': refusal('Billbee lehnt das für diesen Auftrag ab', 'Billbee refuses this for the order', {
    de: 'von Billbee abgelehnt',
    en: 'refused by Billbee',
  }),
  'invalid-data': refusal('Billbee hält die Angaben für ungültig', 'Billbee takes the data for invalid', {
    de: 'Angaben ungültig',
    en: 'invalid data',
  }),
  refused: refusal('Billbee lehnt den Aufruf ab', 'Billbee refuses the call', {
    de: 'von Billbee abgelehnt',
    en: 'refused by Billbee',
  }),
  'order-missing': message(
    { orderId: value.text },
    {
      title: { de: 'Auftrag fehlt in Billbee', en: 'order is not in Billbee' },
      de: ({ orderId }) => `Billbee hat den Auftrag ${orderId} nicht (mehr).`,
      en: ({ orderId }) => `Billbee has no order ${orderId} (any more).`,
    },
  ),
  'status-id-invalid': message(
    { statusId: value.text },
    {
      title: { de: 'Status ungültig', en: 'invalid status' },
      de: ({ statusId }) => [
        `${statusId} ist kein Auftragsstatus.`,
        'Geben Sie eine Status-ID an, zum Beispiel 4.',
      ],
      en: ({ statusId }) => [`${statusId} is not an order status.`, 'Give a status id, for example 4.'],
    },
  ),
  'tracking-number-missing': message(
    { orderId: value.text },
    {
      title: { de: 'Sendungsnummer fehlt', en: 'no tracking number' },
      de: ({ orderId }) => `Die Sendung zu Auftrag ${orderId} hat keine Sendungsnummer.`,
      en: ({ orderId }) => `The shipment of order ${orderId} has no tracking number.`,
    },
  ),
  'order-id-invalid': message(
    { orderId: value.text },
    {
      title: { de: 'Auftrags-ID ungültig', en: 'invalid order id' },
      de: ({ orderId }) =>
        `${orderId} ist keine Auftrags-ID von Billbee: sie besteht nur aus Ziffern, zum Beispiel 300000180937794.`,
      en: ({ orderId }) => `${orderId} is not a BillBeeOrderId: it has digits only, e.g. 300000180937794.`,
    },
  ),
  'number-invalid': message(
    {
      number: value.text,
      what: value.oneOf({
        quantity: { de: 'Bestand', en: 'quantity' },
        stock: { de: 'Lager', en: 'stock' },
        provider: { de: 'Versandanbieter', en: 'shipping provider' },
        product: { de: 'Versandprodukt', en: 'shipping product' },
      }),
      sku: value.optional(value.text),
    },
    {
      title: { de: 'Zahl ungültig', en: 'not a number' },
      de: ({ number, sku, what }) => `${number} ist keine Zahl (${what}${sku && ` von ${sku}`}).`,
      en: ({ number, sku, what }) => `${number} is not a number (${what}${sku && ` of ${sku}`}).`,
    },
  ),
  'repeated-page': message(
    { before: value.count, page: value.count },
    {
      de: ({ before, page }) => [
        `Billbee hat Seite ${before} seiner Aufträge noch einmal als Seite ${page} gegeben.`,
        'Versuchen Sie es später erneut.',
      ],
      en: ({ before, page }) => [
        `Billbee gave page ${before} of its orders again as page ${page}.`,
        'Try again later.',
      ],
    },
  ),
  'endless-pages': message(
    { first: value.count, last: value.count },
    {
      de: ({ first, last }) => [
        `Billbees Liste der Aufträge wuchs beim Lesen von ${first} auf ${last} Seiten.`,
        'Versuchen Sie es später erneut.',
      ],
      en: ({ first, last }) => [
        `Billbee's list of orders grew from ${first} to ${last} pages while it was read.`,
        'Try again later.',
      ],
    },
  ),
  'webhook-id': message(
    { id: value.text },
    {
      de: ({ id }) => `${id} ist keine ID einer Webhook-Anmeldung bei Billbee.`,
      en: ({ id }) => `${id} is no id of a webhook registration.`,
    },
  ),
});
