import { createCatalogue, message, value } from 'importer-core/messages';

/** What can be wrong with accounts, their stored credentials and their limits. */
export const accountMessages = createCatalogue({
  'account-unknown': message(
    { account: value.text, store: value.text },
    {
      de: ({ account, store }, name) => [
        `In ${store} gibt es kein Konto ${account}.`,
        `Die Liste der Konten (${name('accounts.list')}) zeigt, welche es gibt.`,
      ],
      en: ({ account, store }, name) => [
        `There is no account ${account} in ${store}.`,
        `The list of accounts (${name('accounts.list')}) shows those that are.`,
      ],
    },
  ),
  'account-text-invalid': message(
    { account: value.text, field: value.text },
    {
      de: ({ account, field }) => [
        `Konto ${account}: „${field}“ enthält ein Zeichen, das keine Datenbank speichern kann (NUL oder ein halbes Zeichen).`,
        'Geben Sie den Text noch einmal ein.',
      ],
      en: ({ account, field }) => [
        `Account ${account}: "${field}" contains a character that no database can store (NUL, or half a character).`,
        'Type the text again.',
      ],
    },
  ),
  'account-busy': message(
    { account: value.text },
    {
      de: ({ account }) => [
        `Für ${account} wird seit Minuten gearbeitet, ohne dass die Arbeit zu Ende kommt. Nichts wurde entfernt.`,
        'Halten Sie Dienst und Worker an, und versuchen Sie es noch einmal.',
      ],
      en: ({ account }) => [
        `Work for ${account} has been under way for minutes and does not come to an end. Nothing was removed.`,
        'Stop service and workers, and try again.',
      ],
    },
  ),
  'account-settings-damaged': message(
    { account: value.text },
    {
      de: ({ account }, name) => [
        `Die Einstellungen des Kontos ${account} sind nicht lesbar.`,
        `Geben Sie sie noch einmal an (${name('accounts.settings')}).`,
      ],
      en: ({ account }, name) => [
        `The settings of account ${account} cannot be read.`,
        `Give them again (${name('accounts.settings')}).`,
      ],
    },
  ),
  'encryption-key-invalid': message(
    {},
    {
      de: (_, name) => [
        `${name('encryptionKey')} muss aus 32 zufälligen Bytes in Base64 bestehen.`,
        'Erzeugen Sie sie mit „openssl rand -base64 32“; ältere Schlüssel dürfen folgen, durch Komma getrennt.',
      ],
      en: (_, name) => [
        `${name('encryptionKey')} must be 32 random bytes in base64.`,
        'Make them with "openssl rand -base64 32"; older keys may follow, separated by commas.',
      ],
    },
  ),
  'encryption-key-unknown': message(
    { keyId: value.text },
    {
      de: ({ keyId }, name) => [
        `Gespeicherte Zugangsdaten sind mit einem Schlüssel (${keyId}) verschlüsselt, der nicht mehr eingestellt ist.`,
        `Ergänzen Sie den älteren in ${name('encryptionKey')} hinter dem jetzigen (durch Komma getrennt), oder fügen Sie das Konto neu hinzu.`,
      ],
      en: ({ keyId }, name) => [
        `Stored credentials were encrypted with a key (${keyId}) that is not set any more.`,
        `Add the older key to ${name('encryptionKey')} behind the current one (separated by a comma), or add the account again.`,
      ],
    },
  ),
  'sealed-text-damaged': message(
    { owner: value.text },
    {
      de: ({ owner }) => [
        `Die gespeicherten Zugangsdaten von ${owner} sind beschädigt oder gehören zu einem anderen Konto.`,
        'Fügen Sie das Konto neu hinzu.',
      ],
      en: ({ owner }) => [
        `The stored credentials of ${owner} are damaged, or belong to another account.`,
        'Add the account again.',
      ],
    },
  ),
  'call-budget-invalid': message(
    { key: value.setting, given: value.text },
    {
      de: ({ given, key }) =>
        `${key} ist ${given}; erwartet wird eine ganze Zahl von Aufrufen im Monat, zum Beispiel 80000.`,
      en: ({ given, key }) => `${key} is ${given}; it must be a whole number of calls per month, e.g. 80000.`,
    },
  ),
  'budget-exhausted': message(
    { stopAt: value.count, month: value.text },
    {
      de: ({ month, stopAt }, name) => [
        `Die ${stopAt} Aufrufe bei Billbee, die ${name('callBudget.stopAt')} für ${month} erlaubt, sind verbraucht. Was getan ist, bleibt.`,
        'Erhöhen Sie den Wert (Aufrufe über 100.000 im Monat stellt Billbee in Rechnung), oder machen Sie im nächsten Monat weiter.',
      ],
      en: ({ month, stopAt }, name) => [
        `The ${stopAt} calls to Billbee that ${name('callBudget.stopAt')} allows for ${month} are used up. What is done stays.`,
        'Raise it (calls beyond 100,000 a month are billed), or go on next month.',
      ],
    },
  ),
});
