import { createCatalogue, message, value } from 'importer-core/messages';

const call = { method: value.text, path: value.text };
/** What the schema of the settings says, see there. */
const germanExpectations = {
  'expected a text that is not empty': 'ein Text, der nicht leer ist',
  'expected a path such as "/api/v1/products"': 'ein Pfad wie „/api/v1/products“',
  'expected an amount in quotes such as "0.01"': 'ein Betrag in Anführungszeichen wie "0.01"',
};

export const refused = { ...call, status: value.count, words: value.optional(value.quoted) };
export const saysDe = (words: string) => words && ` Xentral sagt: ${words}`;
export const saysEn = (words: string) => words && ` Xentral says: ${words}`;

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
    { key: value.setting, detail: value.optional(value.schema(germanExpectations)) },
    {
      de: ({ detail, key }) =>
        `„${key}“ ${detail ? `hat keinen gültigen Wert; erwartet wird: ${detail}` : 'ist nicht bekannt'}.`,
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
