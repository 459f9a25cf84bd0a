import type { en } from './en.js';

/** Everything the command says, in German; same keys as in English. */
export const de: Readonly<Record<keyof typeof en, string>> = {
  about: 'Importiert Aufträge aus Billbee in ein ERP und meldet an Billbee zurück.',
  'help.usage': 'Aufruf:',
  'help.options': 'Optionen:',
  'help.arguments': 'Argumente:',
  'help.commands': 'Befehle:',
  'help.help': 'diese Hilfe zeigen',
  'help.version': 'die Version zeigen',
  'help.settings':
    'Einstellungen kommen aus der Umgebung oder aus .env im Arbeitsverzeichnis:\n' +
    '  BILLBEE_USERNAME, BILLBEE_API_PASSWORD, BILLBEE_API_KEY   Zugangsdaten der Billbee-API\n' +
    '  BILLBEE_URL        sonst https://api.billbee.io/api/v1\n' +
    '  BILLBEE_SETTINGS   Pfad einer Einstellungsdatei mit den Status-IDs\n' +
    '  BILLBEE_DATA_DIR   Ordner der eingebauten Datenbank, sonst ./data\n' +
    '  DATABASE_URL       PostgreSQL statt der eingebauten Datenbank',
  'help.check': 'die Verbindung prüfen: schreibt „success“, oder was falsch ist und was zu tun ist',
  'help.statuses': 'die Auftragsstatus des Kontos mit ihren IDs auflisten',
  'help.import': 'Aufträge importieren, jeden genau einmal; Exit-Code 2, wenn welche zurückgehalten wurden',
  'help.import.status': 'Status-IDs, z. B. 3,16; sonst importStatusIds der Einstellungsdatei',
  'help.import.since': 'noch einmal lesen, was seit diesem Zeitpunkt (ISO 8601) geändert wurde',
  'help.import.dryRun': 'zeigen, was mit jedem Auftrag geschähe, und nichts schreiben',
  'help.import.out': 'einen Auftrag je Zeile (NDJSON) an diese Datei anhängen',
  'help.import.limit': 'nach so vielen importierten oder zurückgehaltenen Aufträgen aufhören',
  'help.held': 'zurückgehaltene Aufträge mit Grund auflisten',
  'help.retryHeld': 'zurückgehaltene Aufträge noch einmal versuchen: die genannten oder alle',
  'help.retryHeld.ids': 'IDs, wie „held“ sie zeigt',
  'help.report': 'etwas aus dem ERP an Billbee melden',
  'help.report.status': 'den Status eines Auftrags setzen',
  'help.report.shipment': 'einem Auftrag ein Paket hinzufügen',
  'help.report.stock': 'den Bestand eines Artikels setzen',
  'help.report.order': 'BillBeeOrderId, z. B. 300000180937794',
  'help.report.statusId': 'Status-ID, z. B. 4',
  'help.report.tracking': 'Sendungsnummer des Pakets',
  'help.report.carrier': 'Billbees Nummer des Zustellers',
  'help.report.provider': 'ID des Versandanbieters im Konto',
  'help.report.product': 'ID des Produkts des Versandanbieters',
  'help.report.sku': 'SKU des Artikels',
  'help.report.quantity': 'neuer Bestand, z. B. 12 oder 2.5',
  'help.outbox': 'auflisten, was an Billbee gemeldet wird: wartend, gesendet, gescheitert',
  'help.json': 'ein JSON-Objekt ausgeben',

  'arg.limit': '--limit „{value}“ ist keine positive ganze Zahl, zum Beispiel 100.',
  'arg.since':
    '--since „{value}“ ist kein Zeitpunkt nach ISO 8601, zum Beispiel 2026-11-01, 2026-11-01T08:00:00 oder 2026-11-01T08:00:00+01:00.',
  'arg.order':
    'ORDER „{value}“ ist keine BillBeeOrderId. Sie besteht aus Ziffern, zum Beispiel 300000180937794; die Bestellnummer des Shops ist etwas anderes.',
  'arg.oneStatus':
    'STATUS „{value}“ muss genau eine Status-ID sein, zum Beispiel 4. „billbee-importer statuses“ zeigt alle.',
  'arg.tracking': 'TRACKING darf nicht leer sein und höchstens 100 Zeichen haben.',
  'arg.number': '{option} „{value}“ ist keine ganze Zahl.',
  'arg.sku': 'SKU darf nicht leer sein.',
  'arg.quantity':
    'QTY „{value}“ ist keine Menge, zum Beispiel 12 oder 2.5 (Dezimalpunkt, kein Tausendertrennzeichen).',

  'settings.missing': '{names} fehlt. In der Umgebung oder in .env im Arbeitsverzeichnis setzen.',
  'settings.dotenv': 'Die Datei {path} kann nicht gelesen werden ({cause}). Lesbar machen oder entfernen.',
  'settings.fileUnreadable':
    'BILLBEE_SETTINGS nennt {path}, und das kann nicht gelesen werden ({cause}). Den Pfad berichtigen oder die Einstellung entfernen.',
  'settings.file': '{path} (BILLBEE_SETTINGS): {message}',
  'settings.key': '„{key}“ ist {value}; erwartet wird {wanted}.',
  'settings.status': '--status: {message}',
  'settings.noStatus':
    'Es ist kein Auftragsstatus gewählt. --status angeben (zum Beispiel --status 3,16) oder importStatusIds in der Einstellungsdatei (BILLBEE_SETTINGS). „billbee-importer statuses“ zeigt die IDs; die Browser-Erweiterung kopiert sie aus Billbee.',
  'want.boolean': 'true oder false',
  'want.zone': 'eine IANA-Zeitzone, zum Beispiel "Europe/Berlin"',
  'want.currency': 'ein ISO-4217-Code, zum Beispiel "EUR"',
  'want.oneOf': 'eines von {values}',

  'import.line':
    '{read} von {expected} gelesen: {created} importiert, {skipped} übersprungen, {held} zurückgehalten',
  'import.lineOpen': '{read} gelesen: {created} importiert, {skipped} übersprungen, {held} zurückgehalten',
  'import.summary': 'Gelesen {read}: {created} importiert, {skipped} übersprungen, {held} zurückgehalten.',
  'import.usage': 'Aufrufe bei Billbee: {calls} ({retries} wiederholt), in {seconds} s.',
  'import.cursor': 'Der nächste Lauf beginnt bei {cursor}.',
  'import.heldNow':
    'Zurückgehaltene Aufträge brauchen einen Menschen: „billbee-importer held“ zeigt sie, „billbee-importer retry-held“ versucht sie noch einmal.',
  'import.heldBefore': 'Noch aus früheren Läufen zurückgehalten: {count}. „billbee-importer held“ zeigt sie.',
  'import.aborted': 'Angehalten. Was importiert ist, bleibt; der nächste Lauf macht dort weiter.',
  'import.outboxStopped': 'Meldungen an Billbee warten ({waiting}) und wurden nicht gesendet: {cause}',
  'import.outboxOpen':
    'Meldungen an Billbee: {waiting} warten, {dead} neu gescheitert. „billbee-importer outbox“ zeigt sie.',
  'dry.create': 'anlegen',
  'dry.update': 'ändern',
  'dry.skip': 'überspringen',
  'dry.hold': 'zurückhalten',
  'dry.summary':
    'Probelauf, nichts wurde geschrieben: {create} anlegen, {update} ändern, {skip} überspringen, {hold} zurückhalten.',
  'dry.calls': 'Aufrufe bei Billbee, die der Import brauchen wird: etwa {calls}.',

  'column.id': 'ID',
  'column.apiName': 'API-Name',
  'column.label': 'Bezeichnung',
  'column.order': 'Auftrag',
  'column.reason': 'Grund',
  'column.field': 'Feld',
  'column.message': 'Meldung',
  'column.heldAt': 'zurückgehalten am',
  'column.kind': 'Art',
  'column.state': 'Zustand',
  'column.attempts': 'Versuche',
  'column.updatedAt': 'geändert am',
  'column.outcome': 'Ergebnis',
  'held.none': 'Kein Auftrag ist zurückgehalten.',
  'outbox.none': 'Der Ausgang ist leer.',
  'retry.delivered': 'importiert',
  'retry.held': 'weiter zurückgehalten',
  'retry.already-delivered': 'schon importiert',
  'retry.unknown-id': 'nicht zurückgehalten',
  'retry.unknownId':
    'Ein Auftrag {id} ist nicht zurückgehalten. „billbee-importer held“ zeigt die zurückgehaltenen.',
  'state.waiting': 'wartet',
  'state.sent': 'gesendet',
  'state.dead': 'gescheitert',
  'kind.status': 'Status',
  'kind.shipment': 'Sendung',
  'kind.tags': 'Tags',
  'kind.stock': 'Bestand',

  'report.sent': 'An Billbee gesendet.',
  'report.waiting':
    'Noch nicht gesendet: {message} Die Meldung liegt sicher im Ausgang (Nr. {id}) und geht mit dem nächsten „report“ oder „import“ hinaus.',
  'report.dead':
    'Billbee lehnt ab: {message} Die Meldung bleibt als gescheitert im Ausgang (Nr. {id}); berichtigen und noch einmal melden.',

  'failed.unexpected': 'Unerwarteter Fehler: {message} Mit DEBUG=1 ist zu sehen, wo.',
  'failed.waitingEarlier': 'eine frühere Meldung für denselben Auftrag oder Artikel geht vor.',
  'failed.unknown': 'ein Grund wurde nicht genannt.',
};
