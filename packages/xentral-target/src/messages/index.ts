import { createCatalogue, message, value } from 'importer-core/messages';

const call = { method: value.text, path: value.text };
const refused = { ...call, status: value.count, words: value.optional(value.quoted) };
const again = {
  de: 'und versuchen Sie den Auftrag dann erneut',
  en: 'then retry the order',
};
const saysDe = (words: string) => words && ` Xentral sagt: ${words}`;
const saysEn = (words: string) => words && ` Xentral says: ${words}`;

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
  'article-ambiguous': message(
    {
      by: value.oneOf({
        number: { de: 'der Nummer', en: 'number' },
        ean: { de: 'der EAN', en: 'ean' },
        supplierNumber: { de: 'der Herstellernummer', en: 'supplierNumber' },
      }),
      wanted: value.text,
      ids: value.list,
    },
    {
      title: { de: 'Artikel mehrdeutig', en: 'ambiguous article' },
      de: ({ by, ids, wanted }, name) => [
        `Xentral hat mehrere Artikel mit ${by} ${wanted} (IDs ${ids}).`,
        `Geben Sie die Artikelnummer in ${name('mapping.articles.table')} an, oder sperren Sie die übrigen in Xentral.`,
      ],
      en: ({ by, ids, wanted }, name) => [
        `Xentral has several products with ${by} ${wanted} (ids ${ids}).`,
        `Give the article's number in ${name('mapping.articles.table')}, or lock the others in Xentral.`,
      ],
    },
  ),
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

/** What can go wrong between this program and a tenant. */
export const xentralMessages = createCatalogue({
  'xentral-token': message(
    {
      what: value.oneOf({
        refused: { de: 'wird von Xentral nicht angenommen (401)', en: 'is not accepted by Xentral (401)' },
        characters: {
          de: 'enthält Zeichen, die kein Token hat',
          en: 'contains characters that no token has',
        },
      }),
    },
    {
      de: ({ what }, name) => [
        `${name('xentral.token')} ${what}.`,
        'Erstellen Sie in Xentral ein neues persönliches Zugriffstoken, oder kopieren Sie es noch einmal.',
      ],
      en: ({ what }, name) => [
        `${name('xentral.token')} ${what}.`,
        'Create a new personal access token in Xentral, or copy it again.',
      ],
    },
  ),
  'xentral-forbidden': message(refused, {
    de: ({ method, path, status, words }, name) => [
      `Mit ${name('xentral.token')} ist ${method} ${path} nicht erlaubt (${status}).${saysDe(words)}`,
      'Geben Sie seinem Benutzer in Xentral das Recht dazu.',
    ],
    en: ({ method, path, status, words }, name) => [
      `${name('xentral.token')} may not ${method} ${path} (${status}).${saysEn(words)}`,
      'Give its user the right to in Xentral.',
    ],
  }),
  'xentral-protocol': message(refused, {
    de: ({ method, path, status, words }) =>
      `Xentral lehnt die Form von ${method} ${path} ab (${status}).${saysDe(words)}`,
    en: ({ method, path, status, words }) =>
      `Xentral refuses the form of ${method} ${path} (${status}).${saysEn(words)}`,
  }),
  'xentral-read-refused': message(refused, {
    de: ({ method, path, status, words }, name) => [
      `Xentral lehnt ${method} ${path} ab (${status}).${saysDe(words)}`,
      `${name('xentral.paths')} nennt andere Fassungen eines Pfads.`,
    ],
    en: ({ method, path, status, words }, name) => [
      `Xentral refuses ${method} ${path} (${status}).${saysEn(words)}`,
      `${name('xentral.paths')} names other versions of a path.`,
    ],
  }),
  'xentral-path-unknown': message(
    { path: value.text },
    {
      de: ({ path }, name) => [
        `Xentral hat ${path} für dieses Token nicht (404).`,
        `Geben Sie seinem Benutzer das Leserecht, oder nennen Sie in ${name('xentral.paths')} einen anderen Pfad.`,
      ],
      en: ({ path }, name) => [
        `Xentral has no ${path} for this token (404).`,
        `Give its user the right to read it, or name another path in ${name('xentral.paths')}.`,
      ],
    },
  ),
  'xentral-answer-unreadable': message(
    { path: value.text, at: value.optional(value.text) },
    {
      de: ({ at, path }, name) => [
        `Die Antwort von ${path} sieht nicht so aus, wie Xentral sie beschreibt${at && ` (${at})`}.`,
        `Ist ${name('xentral.url')} die Adresse eines Xentral-Mandanten?`,
      ],
      en: ({ at, path }, name) => [
        `The answer of ${path} does not look as Xentral describes it${at && ` (${at})`}.`,
        `Is ${name('xentral.url')} the address of a Xentral tenant?`,
      ],
    },
  ),
  'xentral-throttled': message(
    { origin: value.text },
    {
      de: ({ origin }) => [
        `${origin} antwortet immer wieder, dass es zu viele Aufrufe sind (429).`,
        'Versuchen Sie es später erneut.',
      ],
      en: ({ origin }) => [
        `${origin} keeps answering that there are too many calls (429).`,
        'Try again later.',
      ],
    },
  ),
  'xentral-redirect': message(
    { origin: value.text, path: value.text },
    {
      de: ({ origin, path }, name) => [
        `${origin} leitet ${path} weiter.`,
        `${name('xentral.url')} muss die eigene Adresse des Mandanten sein.`,
      ],
      en: ({ origin, path }, name) => [
        `${origin} redirects ${path} elsewhere.`,
        `${name('xentral.url')} must be the tenant's own address.`,
      ],
    },
  ),
  'xentral-no-answer': message(
    { ...call, origin: value.text, detail: value.text },
    {
      de: ({ detail, method, origin, path }, name) => [
        `Auf ${method} ${path} kam von ${origin} keine brauchbare Antwort (${detail}).`,
        `Prüfen Sie das Netz und ${name('xentral.url')}; es wird wieder versucht.`,
      ],
      en: ({ detail, method, origin, path }, name) => [
        `${method} ${path}: no usable answer from ${origin} (${detail}).`,
        `Check the network and ${name('xentral.url')}; it is tried again.`,
      ],
    },
  ),
  'xentral-customer-unclear': message(
    {},
    {
      de: () => 'Xentral hat einen Kunden angelegt, sagt aber nicht, unter welcher ID.',
      en: () => 'Xentral has created a customer but does not say under which id.',
    },
  ),
  'xentral-unclear': message(
    { externalId: value.text, cause: value.problem },
    {
      de: ({ cause, externalId }) => [
        `Auftrag ${externalId} wurde zweimal ohne klare Antwort an Xentral gesendet, und Xentral zeigt ihn nicht. ${cause}`,
        'Der nächste Lauf sieht wieder nach, bevor er sendet.',
      ],
      en: ({ cause, externalId }) => [
        `Order ${externalId} was sent to Xentral twice without a clear answer, and Xentral does not show it. ${cause}`,
        'The next run looks again before it sends.',
      ],
    },
  ),
  'xentral-missing': message(
    { settings: value.settings },
    {
      de: ({ settings }, name) => [
        `Nicht angegeben: ${settings}.`,
        `${name('xentral.url')} ist die Adresse des Mandanten, zum Beispiel https://example.xentral.biz; ${name('xentral.token')} ist ein persönliches Zugriffstoken, das ein Administrator in Xentral erstellt.`,
      ],
      en: ({ settings }, name) => [
        `Missing: ${settings}.`,
        `${name('xentral.url')} is the tenant's address such as https://example.xentral.biz; ${name('xentral.token')} is a personal access token that an administrator creates in Xentral.`,
      ],
    },
  ),
  'xentral-url': message(
    {
      what: value.oneOf({
        unreadable: { de: 'ist keine Adresse', en: 'is no address' },
        credentials: { de: 'darf keine Zugangsdaten enthalten', en: 'must hold no credentials' },
        https: {
          de: 'muss mit https:// beginnen (http:// nur auf demselben Rechner)',
          en: 'must begin with https:// (http:// only for a loopback address)',
        },
      }),
    },
    {
      de: ({ what }, name) => [
        `${name('xentral.url')} ${what}.`,
        'Geben Sie die Adresse an, unter der Sie Xentral öffnen, zum Beispiel https://example.xentral.biz.',
      ],
      en: ({ what }, name) => [
        `${name('xentral.url')} ${what}.`,
        'Give the address you open Xentral with, for example https://example.xentral.biz.',
      ],
    },
  ),
  'xentral-settings-invalid': message(
    { key: value.setting, detail: value.optional(value.text) },
    {
      de: ({ detail, key }) =>
        `„${key}“ ${detail ? `hat keinen gültigen Wert: ${detail}` : 'ist nicht bekannt'}.`,
      en: ({ detail, key }) =>
        `"${key}" ${detail ? `does not have a valid value: ${detail}` : 'is not known'}.`,
    },
  ),
  'xentral-project-unset': message(
    {},
    {
      de: (_, name) => [
        'Es ist kein Projekt eingestellt.',
        `Setzen Sie ${name('xentral.project')} oder ${name('mapping.shops')} auf das Projekt der Aufträge.`,
      ],
      en: (_, name) => [
        'No project is set.',
        `Set ${name('xentral.project')}, or ${name('mapping.shops')}, to the project of the orders.`,
      ],
    },
  ),
});

export const xentralCatalogues = [xentralOrderMessages, xentralMessages] as const;
