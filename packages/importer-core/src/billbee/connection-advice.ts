import { defaultBaseUrl } from './connection.js';

/** Why a connection does not work; exactly one. */
export type ConnectionCause =
  | 'host-unreachable'
  | 'not-https'
  | 'missing-credential'
  | 'invalid-setting'
  | 'wrong-api-key'
  | 'wrong-user-or-password'
  /** One of the three credentials, and Billbee does not tell which. */
  | 'wrong-credentials'
  | 'api-off'
  | 'no-rights'
  | 'throttled'
  | 'billbee-down'
  | 'not-billbee';

interface Advice {
  readonly message: { readonly de: string; readonly en: string };
  readonly remedy: { readonly de: string; readonly en: string };
}

/**
 * What a cause means and what to do, in German and English.
 *
 * @param settings the settings at fault, named in the texts
 */
export function connectionAdvice(
  cause: ConnectionCause,
  settings: readonly string[],
): Advice & { readonly settings: readonly string[] } {
  const names = { de: listed(settings, 'und'), en: listed(settings, 'and') };
  return { settings, ...advice[cause](names) };
}

const advice: Record<ConnectionCause, (names: { de: string; en: string }) => Advice> = {
  'host-unreachable': () => ({
    message: {
      de: 'Billbee ist unter der Adresse in BILLBEE_URL nicht erreichbar.',
      en: 'Billbee cannot be reached at the address in BILLBEE_URL.',
    },
    remedy: {
      de: `Internetverbindung, Proxy und BILLBEE_URL prüfen (Billbees eigene Adresse: ${defaultBaseUrl}).`,
      en: `Check the network, a proxy and BILLBEE_URL (Billbee's own address: ${defaultBaseUrl}).`,
    },
  }),
  'not-https': () => ({
    message: {
      de: 'BILLBEE_URL beginnt nicht mit https://; die Zugangsdaten wären unterwegs lesbar.',
      en: 'BILLBEE_URL does not begin with https://; the credentials could be read on their way.',
    },
    remedy: {
      de: `BILLBEE_URL mit https:// angeben, z. B. ${defaultBaseUrl}.`,
      en: `Write BILLBEE_URL with https://, e.g. ${defaultBaseUrl}.`,
    },
  }),
  'missing-credential': ({ de, en }) => ({
    message: { de: `Nicht eingetragen: ${de}.`, en: `Not set: ${en}.` },
    remedy: {
      de: 'Die drei Zugangsdaten eintragen: BILLBEE_USERNAME, BILLBEE_API_PASSWORD und BILLBEE_API_KEY.',
      en: 'Set the three credentials: BILLBEE_USERNAME, BILLBEE_API_PASSWORD and BILLBEE_API_KEY.',
    },
  }),
  'invalid-setting': ({ de, en }) => ({
    message: {
      de: `${de} hat keinen gültigen Wert.`,
      en: `${en} does not have a valid value.`,
    },
    remedy: {
      de: `${de} neu eintragen, ohne Zeilenumbruch; BILLBEE_URL ohne Zugangsdaten, z. B. ${defaultBaseUrl}.`,
      en: `Set ${en} again, without a line break; BILLBEE_URL without credentials, e.g. ${defaultBaseUrl}.`,
    },
  }),
  'wrong-api-key': () => ({
    message: {
      de: 'Billbee kennt den Entwickler-Schlüssel in BILLBEE_API_KEY nicht.',
      en: 'Billbee does not know the developer key in BILLBEE_API_KEY.',
    },
    remedy: {
      de: 'BILLBEE_API_KEY mit dem Schlüssel vergleichen, den der Billbee-Support vergeben hat.',
      en: 'Compare BILLBEE_API_KEY with the key that Billbee support has given out.',
    },
  }),
  'wrong-user-or-password': () => ({
    message: {
      de: 'Billbee weist BILLBEE_USERNAME oder BILLBEE_API_PASSWORD zurück.',
      en: 'Billbee refuses BILLBEE_USERNAME or BILLBEE_API_PASSWORD.',
    },
    remedy: {
      de: 'BILLBEE_USERNAME ist die E-Mail-Adresse der Anmeldung, BILLBEE_API_PASSWORD das eigene API-Passwort aus Einstellungen > Billbee API, nicht das Passwort der Anmeldung.',
      en: "BILLBEE_USERNAME is the login's e-mail address; BILLBEE_API_PASSWORD is the separate API password of Einstellungen > Billbee API, not the login's password.",
    },
  }),
  'wrong-credentials': ({ de, en }) => ({
    message: {
      de: `Billbee weist die Zugangsdaten zurück und sagt nicht, welche falsch sind: ${de}.`,
      en: `Billbee refuses the credentials and does not tell which is wrong: ${en}.`,
    },
    remedy: {
      de: 'Alle drei prüfen: E-Mail-Adresse der Anmeldung, API-Passwort (nicht das der Anmeldung), Entwickler-Schlüssel; und ob die API unter Einstellungen > Billbee API eingeschaltet ist.',
      en: "Check all three: the login's e-mail address, the API password (not the login's), the developer key; and that the API is switched on under Einstellungen > Billbee API.",
    },
  }),
  'api-off': () => ({
    message: {
      de: 'Die API ist im Billbee-Konto von BILLBEE_USERNAME nicht eingeschaltet oder nicht gebucht.',
      en: 'The API is not switched on or not booked in the Billbee account of BILLBEE_USERNAME.',
    },
    remedy: {
      de: 'In Billbee unter Einstellungen > Billbee API > Allgemeine Einstellungen einschalten; den gebuchten Tarif prüfen.',
      en: "Switch it on in Billbee under Einstellungen > Billbee API > Allgemeine Einstellungen; check the account's plan.",
    },
  }),
  'no-rights': () => ({
    message: {
      de: 'Der Benutzer in BILLBEE_USERNAME darf keine Bestellungen über die API lesen.',
      en: 'The user in BILLBEE_USERNAME may not read orders through the API.',
    },
    remedy: {
      de: 'Den Hauptbenutzer des Billbee-Kontos in BILLBEE_USERNAME eintragen oder dem Benutzer das Recht geben.',
      en: "Set BILLBEE_USERNAME to the Billbee account's main user, or give this user the right.",
    },
  }),
  throttled: () => ({
    message: {
      de: 'Billbee nimmt gerade keine weiteren Aufrufe an (zu viele in kurzer Zeit).',
      en: 'Billbee takes no more calls at the moment (too many in a short time).',
    },
    remedy: {
      de: 'Eine Minute warten und noch einmal prüfen; andere Programme mit demselben Schlüssel und Benutzer bremsen.',
      en: 'Wait a minute and check again; slow down other programs that use the same key and user.',
    },
  }),
  'billbee-down': () => ({
    message: {
      de: 'Billbee ist erreichbar, hat aber eine Störung.',
      en: 'Billbee can be reached but has a fault.',
    },
    remedy: {
      de: 'Später noch einmal prüfen; an den Einstellungen liegt es nicht.',
      en: 'Check again later; the settings are not the cause.',
    },
  }),
  'not-billbee': () => ({
    message: {
      de: 'Unter der Adresse in BILLBEE_URL antwortet etwas anderes als die Billbee-API.',
      en: "What answers at the address in BILLBEE_URL is not Billbee's API.",
    },
    remedy: {
      de: `BILLBEE_URL berichtigen (sie endet mit /api/v1, z. B. ${defaultBaseUrl}); auch ein Proxy kann antworten.`,
      en: `Correct BILLBEE_URL (it ends with /api/v1, e.g. ${defaultBaseUrl}); a proxy may have answered, too.`,
    },
  }),
};

function listed(settings: readonly string[], and: string): string {
  const last = settings.at(-1) ?? '';
  return settings.length < 2 ? last : `${settings.slice(0, -1).join(', ')} ${and} ${last}`;
}
