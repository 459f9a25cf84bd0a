import { createCatalogue } from '../define-messages.js';
import { message } from '../message.js';
import { value } from '../value-kinds.js';

const reasons = {
  folder: { de: 'sie ist ein Ordner', en: 'it is a folder' },
  'no-file': { de: 'sie ist keine gewöhnliche Datei', en: 'it is not a regular file' },
  'no-folder': { de: 'ihr Ordner existiert nicht', en: 'its folder does not exist' },
  path: { de: 'ein Teil des Pfads ist kein Ordner', en: 'a part of its path is no folder' },
  rights: { de: 'dieser Benutzer darf sie nicht schreiben', en: 'this user may not write it' },
  'read-only': { de: 'ihr Datenträger ist schreibgeschützt', en: 'its disk is read-only' },
  full: { de: 'der Datenträger ist voll', en: 'the disk is full' },
  quota: { de: 'das Speicherkontingent ist erschöpft', en: 'the disk quota is used up' },
  size: { de: 'sie hat die größte erlaubte Größe erreicht', en: 'it has reached the greatest size allowed' },
  foreign: {
    de: 'ihre letzte Zeile ist kein Auftrag, sie scheint also zu etwas anderem zu gehören',
    en: 'its last line is no order, so the file seems to belong to something else',
  },
} as const;

/** Why a file cannot be written; what is not among them is told by the system's own code. */
export type FileReason = keyof typeof reasons;

const file = {
  path: value.text,
  reason: value.optional(value.oneOf(reasons)),
  detail: value.optional(value.text),
};

/** What can be wrong with database, data folder and output file. */
export const storeMessages = createCatalogue({
  'migration-failed': message(
    { store: value.text, detail: value.text },
    {
      de: ({ detail, store }) => [
        `Die Tabellen in ${store} ließen sich nicht auf den neuen Stand bringen: ${detail}.`,
        'Hat eine neuere Version diese Datenbank benutzt, verwenden Sie diese.',
      ],
      en: ({ detail, store }) => [
        `The tables in ${store} could not be brought up to date: ${detail}.`,
        'If a newer version of the importer has used this database, use that version.',
      ],
    },
  ),
  'database-in-use': message(
    { folder: value.text, pid: value.text },
    {
      de: ({ folder, pid }, name) => [
        `Die eingebaute Datenbank in ${folder} wird von Prozess ${pid} benutzt.`,
        `Warten Sie, bis er beendet ist, oder verwenden Sie PostgreSQL (${name('databaseUrl')}), wenn mehrere Prozesse zugleich arbeiten sollen.`,
      ],
      en: ({ folder, pid }, name) => [
        `The embedded database in ${folder} is in use by process ${pid}.`,
        `Wait until it has ended, or use PostgreSQL (${name('databaseUrl')}) when several processes must work at the same time.`,
      ],
    },
  ),
  'database-moved': message(
    {
      folder: value.text,
      to: value.text,
      what: value.oneOf({
        moved: { de: 'sind umgezogen', en: 'have moved' },
        moving: { de: 'sind auf dem Weg', en: 'are on their way' },
      }),
    },
    {
      de: ({ folder, to, what }, name) => [
        `Die Daten der eingebauten Datenbank in ${folder} ${what} nach ${to}.`,
        `Verwenden Sie diese Datenbank (${name('databaseUrl')}). Wurde der Umzug unterbrochen, rufen Sie ihn noch einmal mit demselben Ziel auf.`,
      ],
      en: ({ folder, to, what }, name) => [
        `The data of the embedded database in ${folder} ${what} to ${to}.`,
        `Use that database (${name('databaseUrl')}). If the move was interrupted, start it again with the same destination.`,
      ],
    },
  ),
  'database-not-empty': message(
    { store: value.text },
    {
      de: ({ store }) => [
        `In der Datenbank ${store} stehen schon Daten dieses Programms.`,
        'Nehmen Sie für den Umzug eine leere Datenbank.',
      ],
      en: ({ store }) => [
        `The database ${store} holds data of this program already.`,
        'Give an empty database to move to.',
      ],
    },
  ),
  'database-unopenable': message(
    { folder: value.text },
    {
      de: ({ folder }, name) => [
        `Die Dateien der eingebauten Datenbank in ${folder} sind beschädigt.`,
        `Stellen Sie den Datenordner aus einer Sicherung wieder her. Ohne eine geben Sie in ${name('dataDir')} einen neuen Ordner an und behalten diesen: Alles wird dann noch einmal gelesen, und ein ERP kann Aufträge doppelt bekommen (eine Ausgabedatei behält jeden nur einmal).`,
      ],
      en: ({ folder }, name) => [
        `The files of the embedded database in ${folder} are damaged.`,
        `Restore the data folder from a backup. Without one set ${name('dataDir')} to a new folder, and keep this one: everything is read again then, and an ERP may get orders twice (an output file keeps each once).`,
      ],
    },
  ),
  'database-missing': message(
    { folder: value.text, mark: value.text },
    {
      de: ({ folder, mark }) => [
        `In ${folder} war eine Datenbank, und sie ist nicht mehr da.`,
        `Ist der Datenträger eingehängt? Sonst stellen Sie den Ordner aus einer Sicherung wieder her. Nur wer von vorn beginnen will, löscht ${mark}: Ein ERP kann dann Aufträge doppelt bekommen.`,
      ],
      en: ({ folder, mark }) => [
        `There was a database in ${folder}, and it is not there any more.`,
        `Is the disk mounted? Else restore the folder from a backup. Only to begin anew delete ${mark}: an ERP may get orders twice then.`,
      ],
    },
  ),
  'database-foreign': message(
    { folder: value.text, file: value.text },
    {
      de: ({ file, folder }) => [
        `Die eingebaute Datenbank in ${folder} lässt sich nicht öffnen: Dieser Benutzer darf ${file} nicht lesen und schreiben. Die Daten sind unversehrt.`,
        'Starten Sie als der Benutzer, dem die Dateien gehören, oder übertragen Sie sie an diesen (chown).',
      ],
      en: ({ file, folder }) => [
        `The embedded database in ${folder} cannot be opened: this user may not read and write ${file}. The data is whole.`,
        'Start as the user who owns the files, or give them to this one (chown).',
      ],
    },
  ),
  'disk-full': message(
    { folder: value.text, free: value.count, needed: value.count },
    {
      title: { de: 'Datenträger voll', en: 'disk full' },
      de: ({ folder, free, needed }) => [
        `Der Datenträger von ${folder} ist voll: ${free} MB sind frei, ${needed} MB werden gebraucht. Nichts ist verloren.`,
        'Schaffen Sie Platz; danach geht es weiter.',
      ],
      en: ({ folder, free, needed }) => [
        `The disk of ${folder} is full: ${free} MB are free, ${needed} MB are needed. Nothing is lost.`,
        'Make room; then it goes on.',
      ],
    },
  ),
  'too-many-files': message(
    {},
    {
      de: () => [
        'Das System lässt diesen Prozess keine weiteren Dateien öffnen. Die Daten sind unversehrt.',
        'Heben Sie die Grenze an (ulimit -n, LimitNOFILE), oder beenden Sie andere Programme.',
      ],
      en: () => [
        'The system lets this process open no more files. The data is whole.',
        'Raise the limit (ulimit -n, LimitNOFILE), or end other programs.',
      ],
    },
  ),
  'memory-too-little': message(
    { folder: value.text },
    {
      de: ({ folder }) => [
        `Für die eingebaute Datenbank in ${folder} ist zu wenig Speicher frei. Die Daten sind unversehrt.`,
        'Geben Sie dem Prozess mehr Speicher, oder heben Sie seine Grenze an (ulimit -v, MemoryMax).',
      ],
      en: ({ folder }) => [
        `There is too little memory for the embedded database in ${folder}. The data is whole.`,
        'Give the process more memory, or raise its limit (ulimit -v, MemoryMax).',
      ],
    },
  ),
  'database-url-wrong': message(
    { store: value.optional(value.text), detail: value.text },
    {
      de: ({ detail, store }, name) => [
        `PostgreSQL unter ${store || `der Adresse in ${name('databaseUrl')}`} ist nicht benutzbar (${detail}).`,
        `Prüfen Sie ${name('databaseUrl')}: Rechner, Port, Datenbank, Benutzer und Passwort.`,
      ],
      en: ({ detail, store }, name) => [
        `PostgreSQL at ${store || `the address in ${name('databaseUrl')}`} cannot be used (${detail}).`,
        `Check ${name('databaseUrl')}: host, port, database, user and password.`,
      ],
    },
  ),
  'database-encoding-wrong': message(
    { store: value.text, encoding: value.text },
    {
      de: ({ encoding, store }, name) => [
        `Die Datenbank ${store} speichert nicht jedes Zeichen (Zeichensatz ${encoding}).`,
        `Legen Sie eine mit UTF-8 an (CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0) und nennen Sie sie in ${name('databaseUrl')}.`,
      ],
      en: ({ encoding, store }, name) => [
        `The database ${store} does not store every character (encoding ${encoding}).`,
        `Create one with UTF-8 (CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0), and name it in ${name('databaseUrl')}.`,
      ],
    },
  ),
  'database-pooled': message(
    { store: value.text },
    {
      de: ({ store }, name) => [
        `Vor PostgreSQL unter ${store} steht ein Verbindungspooler im Transaktionsmodus: Sperren halten dort nicht, und Aufträge kämen doppelt an.`,
        `Nennen Sie in ${name('databaseUrl')} den Server selbst, oder stellen Sie den Pooler auf Sitzungen um (PgBouncer: pool_mode = session).`,
      ],
      en: ({ store }, name) => [
        `A connection pooler in transaction mode stands before PostgreSQL at ${store}: locks do not hold there, and orders would arrive twice.`,
        `Name the server itself in ${name('databaseUrl')}, or set the pooler to sessions (PgBouncer: pool_mode = session).`,
      ],
    },
  ),
  'database-busy': message(
    { store: value.text, seconds: value.count, connections: value.count },
    {
      de: ({ connections, seconds, store }, name) => [
        `In ${seconds} Sekunden war keine Verbindung zu PostgreSQL unter ${store} frei: alle ${connections} dieses Prozesses sind in Gebrauch, oder der Server antwortet nicht.`,
        `Prüfen Sie, ob der Server aus ${name('databaseUrl')} läuft und worauf seine Sitzungen warten.`,
      ],
      en: ({ connections, seconds, store }, name) => [
        `No connection to PostgreSQL at ${store} within ${seconds} s: the ${connections} of this process are all in use, or the server does not answer.`,
        `Look whether the server of ${name('databaseUrl')} is up and what its sessions wait for.`,
      ],
    },
  ),
  'data-dir-unusable': message(
    { folder: value.text, detail: value.text },
    {
      de: ({ detail, folder }, name) => [
        `Der Datenordner ${folder} ist nicht benutzbar (${detail}).`,
        `Geben Sie in ${name('dataDir')} einen Ordner an, der beschrieben werden kann.`,
      ],
      en: ({ detail, folder }, name) => [
        `The data folder ${folder} cannot be used (${detail}).`,
        `Set ${name('dataDir')} to a folder that can be written.`,
      ],
    },
  ),
  'driver-missing': message(
    { package: value.text },
    {
      de: (text) => [
        `Die Datenbank braucht das Paket ${text.package}.`,
        `Installieren Sie es: npm install ${text.package}`,
      ],
      en: (text) => [
        `The database needs the package ${text.package}.`,
        `Install it: npm install ${text.package}`,
      ],
    },
  ),
  'out-in-use': message(
    { path: value.text, pid: value.text },
    {
      de: ({ path, pid }) => [
        `Die Datei ${path} wird gerade von Prozess ${pid} geschrieben.`,
        'Warten Sie, bis er beendet ist, und starten Sie dann erneut.',
      ],
      en: ({ path, pid }) => [
        `The file ${path} is being written by process ${pid}.`,
        'Wait until it has ended, then start again.',
      ],
    },
  ),
  'out-write-failed': message(file, {
    de: ({ detail, path, reason }) => [
      `Die Datei ${path} ließ sich nicht schreiben: ${either(reason, detail)}. Nichts von diesem Schwung gilt als importiert.`,
      'Schaffen Sie Platz oder reparieren Sie den Datenträger und starten Sie dann erneut.',
    ],
    en: ({ detail, path, reason }) => [
      `Writing to ${path} failed: ${either(reason, detail)}. Nothing of this batch counts as delivered.`,
      'Make room or repair the disk, then start again.',
    ],
  }),
  'out-unusable': message(file, {
    de: ({ detail, path, reason }, name) => [
      `Die Datei ${path} (${name('out')}) ist nicht benutzbar: ${either(reason, detail)}.`,
      'Geben Sie eine andere Datei an, oder berichtigen Sie diese.',
    ],
    en: ({ detail, path, reason }, name) => [
      `The file ${path} (${name('out')}) cannot be used: ${either(reason, detail)}.`,
      'Give another file, or correct this one.',
    ],
  }),
});

function either(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(', ');
}
