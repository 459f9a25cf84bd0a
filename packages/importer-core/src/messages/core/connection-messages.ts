import { createCatalogue } from '../define-messages.js';
import { message } from '../message.js';
import { value } from '../value-kinds.js';

const example = { example: value.text };
const named = { settings: value.settings };

/** What can be wrong with address and credentials, and what a connection check finds out. */
export const connectionMessages = createCatalogue({
  'missing-credential': message(
    { settings: value.settings },
    {
      de: ({ settings }) => [
        `Nicht angegeben: ${settings}.`,
        'Geben Sie die Zugangsdaten vollständig an und starten Sie erneut.',
      ],
      en: ({ settings }) => [`Missing: ${settings}.`, 'Set what is missing and start again.'],
    },
  ),
  'bad-credential': message(
    {
      setting: value.setting,
      what: value.oneOf({
        control: {
          de: 'enthält einen Zeilenumbruch oder ein anderes Steuerzeichen',
          en: 'contains a line break or another control character',
        },
        colon: {
          de: 'enthält einen Doppelpunkt, den eine Billbee-Anmeldung nicht haben kann',
          en: 'contains a colon, which a Billbee login cannot have',
        },
        broken: {
          de: 'enthält ein halbes Zeichen, das beim Kopieren entstanden ist',
          en: 'contains half a character, as careless copying leaves it',
        },
        characters: {
          de: 'enthält Zeichen, die in keinem Entwicklerschlüssel vorkommen',
          en: 'contains characters that no developer key has',
        },
      }),
    },
    {
      de: ({ setting, what }) => [`${setting} ${what}.`, 'Kopieren Sie den Wert noch einmal aus Billbee.'],
      en: ({ setting, what }) => [`${setting} ${what}.`, 'Copy it again from Billbee.'],
    },
  ),
  'bad-url': message(
    {
      what: value.oneOf({
        unreadable: { de: 'ist keine URL', en: 'is not a URL' },
        credentials: {
          de: 'darf keine Zugangsdaten enthalten; sie haben eigene Einstellungen',
          en: 'must not contain credentials; they have settings of their own',
        },
        query: { de: 'muss mit dem Pfad enden', en: 'must end with the path' },
      }),
      example: value.text,
    },
    {
      de: ({ example, what }, name) => [
        `${name('baseUrl')} ${what}.`,
        `Billbees eigene Adresse ist ${example}.`,
      ],
      en: ({ example, what }, name) => [
        `${name('baseUrl')} ${what}.`,
        `Billbee's own address is ${example}.`,
      ],
    },
  ),
  'not-https': message(
    { example: value.text },
    {
      de: ({ example }, name) => [
        `${name('baseUrl')} muss mit https:// beginnen (http:// nur auf demselben Rechner).`,
        `Billbees eigene Adresse ist ${example}.`,
      ],
      en: ({ example }, name) => [
        `${name('baseUrl')} must begin with https:// (http:// only for a loopback address).`,
        `Billbee's own address is ${example}.`,
      ],
    },
  ),

  'connection-host-unreachable': message(example, {
    de: ({ example }, name) => [
      `Billbee ist unter der Adresse in ${name('baseUrl')} nicht erreichbar.`,
      `Prüfen Sie Internetverbindung, Proxy und ${name('baseUrl')} (Billbees eigene Adresse: ${example}).`,
    ],
    en: ({ example }, name) => [
      `Billbee cannot be reached at the address in ${name('baseUrl')}.`,
      `Check the network, a proxy and ${name('baseUrl')} (Billbee's own address: ${example}).`,
    ],
  }),
  'connection-not-https': message(example, {
    de: ({ example }, name) => [
      `${name('baseUrl')} beginnt nicht mit https://; die Zugangsdaten wären unterwegs lesbar.`,
      `Geben Sie ${name('baseUrl')} mit https:// an, zum Beispiel ${example}.`,
    ],
    en: ({ example }, name) => [
      `${name('baseUrl')} does not begin with https://; the credentials could be read on their way.`,
      `Write ${name('baseUrl')} with https://, e.g. ${example}.`,
    ],
  }),
  'connection-missing-credential': message(named, {
    de: ({ settings }, name) => [
      `Nicht angegeben: ${settings}.`,
      `Geben Sie alle drei Zugangsdaten an: ${name('username')}, ${name('apiPassword')} und ${name('apiKey')}.`,
    ],
    en: ({ settings }, name) => [
      `Not set: ${settings}.`,
      `Set the three credentials: ${name('username')}, ${name('apiPassword')} and ${name('apiKey')}.`,
    ],
  }),
  'connection-invalid-setting': message(
    { ...named, ...example },
    {
      de: ({ example, settings }, name) => [
        `${settings} hat keinen gültigen Wert.`,
        `Geben Sie ${settings} neu an, ohne Zeilenumbruch; ${name('baseUrl')} ohne Zugangsdaten, zum Beispiel ${example}.`,
      ],
      en: ({ example, settings }, name) => [
        `${settings} does not have a valid value.`,
        `Set ${settings} again, without a line break; ${name('baseUrl')} without credentials, e.g. ${example}.`,
      ],
    },
  ),
  'connection-wrong-api-key': message(
    {},
    {
      de: (_, name) => [
        `Billbee kennt den Entwicklerschlüssel in ${name('apiKey')} nicht.`,
        `Vergleichen Sie ${name('apiKey')} mit dem Schlüssel, den der Billbee-Support vergeben hat.`,
      ],
      en: (_, name) => [
        `Billbee does not know the developer key in ${name('apiKey')}.`,
        `Compare ${name('apiKey')} with the key that Billbee support has given out.`,
      ],
    },
  ),
  'connection-wrong-user-or-password': message(
    {},
    {
      de: (_, name) => [
        `Billbee weist ${name('username')} oder ${name('apiPassword')} zurück.`,
        `${name('username')} ist die E-Mail-Adresse der Anmeldung, ${name('apiPassword')} das eigene API-Passwort aus Einstellungen > Billbee API, nicht das Passwort der Anmeldung.`,
      ],
      en: (_, name) => [
        `Billbee refuses ${name('username')} or ${name('apiPassword')}.`,
        `${name('username')} is the login's e-mail address; ${name('apiPassword')} is the separate API password of Einstellungen > Billbee API, not the login's password.`,
      ],
    },
  ),
  'connection-wrong-credentials': message(named, {
    de: ({ settings }) => [
      `Billbee weist die Zugangsdaten zurück und sagt nicht, welche falsch sind: ${settings}.`,
      'Prüfen Sie alle drei: E-Mail-Adresse der Anmeldung, API-Passwort (nicht das der Anmeldung), Entwicklerschlüssel; und ob die API unter Einstellungen > Billbee API eingeschaltet ist.',
    ],
    en: ({ settings }) => [
      `Billbee refuses the credentials and does not tell which is wrong: ${settings}.`,
      "Check all three: the login's e-mail address, the API password (not the login's), the developer key; and that the API is switched on under Einstellungen > Billbee API.",
    ],
  }),
  'connection-api-off': message(
    {},
    {
      de: (_, name) => [
        `Die API ist im Billbee-Konto von ${name('username')} nicht eingeschaltet oder nicht gebucht.`,
        'Schalten Sie sie in Billbee unter Einstellungen > Billbee API > Allgemeine Einstellungen ein und prüfen Sie den gebuchten Tarif.',
      ],
      en: (_, name) => [
        `The API is not switched on or not booked in the Billbee account of ${name('username')}.`,
        "Switch it on in Billbee under Einstellungen > Billbee API > Allgemeine Einstellungen; check the account's plan.",
      ],
    },
  ),
  'connection-no-rights': message(
    {},
    {
      de: (_, name) => [
        `Der Benutzer in ${name('username')} darf keine Aufträge über die API lesen.`,
        `Tragen Sie in ${name('username')} den Hauptbenutzer des Billbee-Kontos ein, oder geben Sie dem Benutzer das Recht.`,
      ],
      en: (_, name) => [
        `The user in ${name('username')} may not read orders through the API.`,
        `Set ${name('username')} to the Billbee account's main user, or give this user the right.`,
      ],
    },
  ),
  'connection-throttled': message(
    {},
    {
      de: () => [
        'Billbee nimmt gerade keine weiteren Aufrufe an (zu viele in kurzer Zeit).',
        'Warten Sie eine Minute und prüfen Sie noch einmal; bremsen Sie andere Programme mit demselben Schlüssel und Benutzer.',
      ],
      en: () => [
        'Billbee takes no more calls at the moment (too many in a short time).',
        'Wait a minute and check again; slow down other programs that use the same key and user.',
      ],
    },
  ),
  'connection-billbee-down': message(
    { status: value.optional(value.count) },
    {
      de: ({ status }) => [
        `Billbee ist erreichbar, hat aber eine Störung${status && ` (Status ${status})`}.`,
        'Prüfen Sie später noch einmal; an den Einstellungen liegt es nicht.',
      ],
      en: ({ status }) => [
        `Billbee can be reached but has a fault${status && ` (status ${status})`}.`,
        'Check again later; the settings are not the cause.',
      ],
    },
  ),
  'connection-not-billbee': message(example, {
    de: ({ example }, name) => [
      `Unter der Adresse in ${name('baseUrl')} antwortet etwas anderes als die Billbee-API.`,
      `Korrigieren Sie ${name('baseUrl')} (die Adresse endet mit /api/v1, zum Beispiel ${example}); auch ein Proxy kann geantwortet haben.`,
    ],
    en: ({ example }, name) => [
      `What answers at the address in ${name('baseUrl')} is not Billbee's API.`,
      `Correct ${name('baseUrl')} (it ends with /api/v1, e.g. ${example}); a proxy may have answered, too.`,
    ],
  }),
});
