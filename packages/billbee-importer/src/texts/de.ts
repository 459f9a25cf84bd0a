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
    '  DATABASE_URL       PostgreSQL statt der eingebauten Datenbank\n' +
    '  BILLBEE_ENCRYPTION_KEY   verschlüsselt die Zugangsdaten der Konten: 32 Bytes in Base64\n' +
    '  BILLBEE_ADMIN_TOKEN      öffnet die Webseite von serve: 16 Zeichen oder mehr',
  'help.check': 'die Verbindung prüfen: schreibt „success“, oder was falsch ist und was zu tun ist',
  'help.statuses': 'die Auftragsstatus des Kontos mit ihren IDs auflisten',
  'help.import': 'Aufträge importieren, jeden genau einmal; Exit-Code 2, wenn welche zurückgehalten wurden',
  'help.import.status': 'Status-IDs, z. B. 3,16; sonst importStatusIds der Einstellungsdatei',
  'help.import.since': 'noch einmal lesen, was seit diesem Zeitpunkt (ISO 8601) geändert wurde',
  'help.import.dryRun': 'zeigen, was mit jedem Auftrag geschähe, und nichts schreiben',
  'help.import.out': 'einen Auftrag je Zeile (NDJSON) an diese Datei anhängen',
  'help.import.limit': 'nach so vielen importierten oder zurückgehaltenen Aufträgen aufhören',
  'help.orders': 'Aufträge, die Importe ohne --out und --target in der Datenbank abgelegt haben',
  'help.orders.since': 'nur was zu dieser Zeit oder danach importiert wurde',
  'help.held': 'zurückgehaltene Aufträge mit Grund auflisten',
  'help.forgetBuyer': 'löschen, was die Datenbank von einem Käufer hat',
  'help.forgetBuyer.email': 'die E-Mail-Adresse, die in den Aufträgen steht',
  'help.forgetBuyer.account': 'nur in diesem Konto (sonst in allen)',
  'help.held.dismiss': 'Zurückgehaltene Aufträge aufgeben, die niemand mehr richtet',
  'help.held.dismiss.ids': 'IDs zurückgehaltener Aufträge',
  'help.held.dismiss.note': 'warum, für alle, die später nachsehen',
  'help.retryHeld': 'zurückgehaltene Aufträge noch einmal versuchen: die genannten oder alle',
  'help.retryHeld.ids': 'IDs, wie „held“ sie zeigt',
  'help.report': 'etwas aus dem ERP an Billbee melden',
  'help.report.status': 'den Status eines Auftrags setzen',
  'help.report.shipment': 'einem Auftrag ein Paket hinzufügen',
  'help.report.stock': 'den Bestand eines Artikels setzen',
  'help.report.order': 'BillBeeOrderId, z. B. 300000180937794',
  'help.report.statusId': 'Status-ID, z. B. 4',
  'help.report.tracking': 'Sendungsnummer des Pakets',
  'help.report.carrier': 'Zusteller mit Namen, z. B. DHL, oder Billbees Nummer dafür',
  'help.report.provider': 'ID des Versandanbieters im Konto',
  'help.report.product': 'ID des Produkts des Versandanbieters',
  'help.report.sku': 'SKU des Artikels',
  'help.report.quantity': 'neuer Bestand, z. B. 12 oder 2.5',
  'help.outbox': 'auflisten, was an Billbee gemeldet wird: wartend, gesendet, gescheitert',
  'help.retryOutbox': 'gescheiterte Meldungen an Billbee noch einmal versuchen: die genannten oder alle',
  'help.retryOutbox.ids': 'IDs, wie „outbox“ sie zeigt',
  'help.serve': 'als Dienst laufen: immer wieder importieren, und sofort, wenn Billbee einen Webhook sendet',
  'help.serve.port': 'Port, sonst 8377; 0 nimmt einen freien',
  'help.serve.host': 'Adresse, auf der gelauscht wird, sonst 127.0.0.1: nur dieser Rechner',
  'help.serve.publicUrl':
    'Adresse, unter der Billbee den Dienst erreicht, meldet Webhooks an; sonst webhookUrl der Einstellungsdatei',
  'help.shops': 'die Shops der ERPs, die den Dienst benutzen dürfen, jeder mit eigenem Token',
  'help.shops.add': 'einen Shop hinzufügen und sein Token ausgeben, nur dieses eine Mal',
  'help.shops.list': 'die Shops auflisten, mit dem, was für sie wartet und was zurückgehalten ist',
  'help.shops.rotateToken': 'einem Shop ein neues Token geben; das alte gilt nicht mehr',
  'help.shops.remove': 'einen Shop mit Token und Zugangsdaten entfernen; Aufträge und Meldungen bleiben',
  'help.shops.name': 'Name des Shops: Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel hauptshop',
  'help.work':
    'als Arbeiter laufen: Import und Meldungen aller Konten, bis zum Anhalten; auf PostgreSQL beliebig viele nebeneinander',
  'help.work.port': 'Port für /healthz, /readyz und /metrics; Vorgabe: keiner',
  'help.accounts': 'die Konten der Händler, von denen „work“ und „serve“ importieren',
  'help.accounts.add':
    'ein Konto hinzufügen oder ändern: Zugangsdaten aus Umgebung, .env, Abfrage oder --stdin',
  'help.accounts.settings': 'Einstellungsdatei des Kontos; Vorgabe: die in BILLBEE_SETTINGS genannte',
  'help.accounts.label': 'Name für Menschen, z. B. die Firma des Händlers',
  'help.accounts.disabled': 'noch nicht davon importieren',
  'help.accounts.stdin':
    'Konten von stdin lesen, ein JSON-Objekt je Zeile: username, apiPassword, apiKey; nach Bedarf url, label, enabled, settings',
  'help.accounts.noCheck': 'die Zugangsdaten nicht zuerst bei Billbee versuchen',
  'help.accounts.list': 'die Konten auflisten',
  'help.accounts.enable': 'wieder von einem Konto importieren',
  'help.accounts.disable': 'nicht mehr von einem Konto importieren; alles bleibt erhalten',
  'help.accounts.remove': 'Zugangsdaten und Einstellungen eines Kontos entfernen',
  'help.accounts.data': 'auch seine Aufträge, zurückgehaltene Aufträge und Meldungen löschen',
  'help.accounts.account': 'der Benutzername bei Billbee',
  'help.accounts.rotateKey':
    'alle Zugangsdaten mit dem ersten Schlüssel von BILLBEE_ENCRYPTION_KEY oder einer neuen Schlüsseldatei verschlüsseln',
  'help.json': 'ein JSON-Objekt ausgeben',

  'arg.limit': '--limit „{value}“ ist keine positive ganze Zahl, zum Beispiel 100.',
  'arg.port': '--port „{value}“ ist kein Port: eine Zahl von 0 bis 65535.',
  'arg.since':
    '--since „{value}“ ist kein Zeitpunkt nach ISO 8601, zum Beispiel 2026-11-01, 2026-11-01T08:00:00 oder 2026-11-01T08:00:00+01:00.',
  'arg.order':
    'ORDER „{value}“ ist keine BillBeeOrderId. Sie besteht aus Ziffern, zum Beispiel 300000180937794; die Bestellnummer des Shops ist etwas anderes.',
  'arg.oneStatus':
    'STATUS „{value}“ muss genau eine Status-ID sein, zum Beispiel 4. „billbee-importer statuses“ zeigt alle.',
  'arg.tracking': 'TRACKING darf nicht leer sein und höchstens 100 Zeichen haben.',
  'arg.number': '{option} „{value}“ ist keine ganze Zahl.',
  'arg.carrier':
    '--carrier „{value}“ ist kein Zusteller, den Billbee kennt. Ein Name wie DHL, DPD, GLS oder die Nummer.',
  'arg.sku': 'SKU darf nicht leer sein.',
  'arg.quantity':
    'QTY „{value}“ ist keine Menge, zum Beispiel 12 oder 2.5 (Dezimalpunkt, kein Tausendertrennzeichen).',

  'settings.missing': '{names} fehlt. In der Umgebung oder in .env im Arbeitsverzeichnis setzen.',
  'settings.dotenv': 'Die Datei {path} kann nicht gelesen werden ({cause}). Lesbar machen oder entfernen.',
  'settings.fileUnreadable':
    'BILLBEE_SETTINGS nennt {path}, und das kann nicht gelesen werden ({cause}). Den Pfad berichtigen oder die Einstellung entfernen.',
  'settings.file': '{path} (BILLBEE_SETTINGS): {message}',
  'settings.unknown':
    '„{key}“ ist nicht bekannt; gemeint ist vielleicht „{nearest}“. Eigene Schlüssel beginnen mit x-.',
  'settings.key': '„{key}“ ist {value}; erwartet wird {wanted}.',
  'settings.status': '--status: {message}',
  'settings.noStatus':
    'Es ist kein Auftragsstatus gewählt. --status angeben (zum Beispiel --status 3,16) oder importStatusIds in der Einstellungsdatei (BILLBEE_SETTINGS). „billbee-importer statuses“ zeigt die IDs; die Browser-Erweiterung kopiert sie aus Billbee.',
  'want.boolean': 'true oder false',
  'want.zone': 'eine IANA-Zeitzone, zum Beispiel "Europe/Berlin"',
  'want.currency': 'ein ISO-4217-Code, zum Beispiel "EUR"',
  'want.oneOf': 'eines von {values}',
  'want.callBudget': 'Aufrufe je Monat, zum Beispiel {"warnAt":80000,"stopAt":100000}',
  'want.retention': 'Tage von 1 bis 3660 unter {names}, zum Beispiel {"heldDays":90}',
  'want.tags': 'eine Liste von 1 bis 20 Schlagworten, zum Beispiel ["ERP"]',
  'want.calls': 'eine ganze Zahl von Aufrufen je Monat, zum Beispiel 80000',
  'want.pollMinutes': 'Minuten zwischen zwei Importen, von 0.05 bis 1440',
  'want.url': 'eine Adresse, zum Beispiel "https://erp.example.com/billbee"',

  'import.line':
    '{read} von {expected} gelesen: {created} importiert, {skipped} übersprungen, {held} zurückgehalten',
  'import.lineOpen': '{read} gelesen: {created} importiert, {skipped} übersprungen, {held} zurückgehalten',
  'import.summary': 'Gelesen {read}: {created} importiert, {skipped} übersprungen, {held} zurückgehalten.',
  'import.usage': 'Aufrufe bei Billbee: {calls} ({retries} wiederholt), in {seconds} s.',
  'import.month': 'Aufrufe bei Billbee in diesem Kalendermonat: {calls}.',
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

  'budget.warning':
    'Aufrufe bei Billbee in diesem Kalendermonat: {calls} (Warnung ab {warnAt}, callBudget.warnAt). Aufrufe über 100.000 stellt Billbee in Rechnung.',
  'budget.warningStop':
    'Aufrufe bei Billbee in diesem Kalendermonat: {calls} (Warnung ab {warnAt}, callBudget.warnAt). Ab {stopAt} wird keiner mehr gemacht (callBudget.stopAt).',

  'serve.listening': 'Bereit unter {url}',
  'serve.portUnusable':
    'Der Dienst kann auf {host}, Port {port}, nicht lauschen ({cause}). Anderen --port oder --host wählen, oder das Programm beenden, das ihn benutzt.',
  'serve.retried': 'Noch einmal versucht: {read} zurückgehaltene Aufträge, {created} importiert.',
  'serve.tokenShort':
    'BILLBEE_ADMIN_TOKEN ist kürzer als 16 Zeichen. Nehmen Sie ein langes zufälliges, z. B. die Ausgabe von: openssl rand -hex 24',
  'beside.lost':
    'Der Dienst, der den Befehl ausgeführt hat, ist weg. Nachsehen, ob er getan ist, dann noch einmal aufrufen.',
  'serve.noSocket':
    'Andere Befehle werden neben diesem Dienst nicht ausgeführt: {folder} kann keinen Socket haben ({cause}).',
  'serve.stopped': 'Beendet.',
  'serve.hinted':
    'Webhook: {read} angesehen: {created} importiert, {skipped} übersprungen, {held} zurückgehalten.',
  'serve.pollFailed': '{cause} Der nächste Abruf versucht es wieder.',
  'serve.retryFailed': '{cause} Dort zurückgehaltene Aufträge bleiben zurückgehalten.',
  'serve.hintFailed': '{cause} Ein Abruf sucht, worum es im Webhook ging.',
  'serve.registerFailed': '{cause} Bis dahin kommen Aufträge durch den Abruf.',
  'serve.webhook.created': 'Billbee sendet ab jetzt Webhooks.',
  'serve.webhook.updated': 'Die Anmeldung für Webhooks bei Billbee ist wieder aktuell.',
  'serve.webhook.removed':
    'Billbee sendet keine Webhooks mehr: es ist keine öffentliche Adresse eingestellt.',

  'accounts.added': 'Hinzugefügt: {account}',
  'accounts.changed': 'Geändert: {account}',
  'accounts.refused': 'Nicht hinzugefügt: {account}',
  'accounts.none': 'Es gibt kein Konto. „billbee-importer accounts add“ fügt eines hinzu.',
  'accounts.enabled': 'aktiv',
  'accounts.disabled': 'abgeschaltet',
  'accounts.isEnabled': 'Aktiv: {account}',
  'accounts.isDisabled': 'Abgeschaltet: {account}',
  'accounts.removed':
    'Entfernt: {account}. Seine Aufträge, zurückgehaltene Aufträge und Meldungen bleiben; --data löscht auch sie.',
  'accounts.waitForWork':
    'Für {account} wird gerade gearbeitet. Es wird gewartet, bis das an einem sicheren Punkt ist …',
  'accounts.webhookStays':
    'Der Webhook {url} ist bei Billbee noch eingetragen: {cause} Löschen Sie ihn dort (Einstellungen, Webhooks), sonst ruft er weiter ins Leere.',
  'accounts.stillInEnvironment':
    'Die Zugangsdaten von {account} stehen noch in der Umgebung: Befehle und ein Dienst, der gestartet wird, arbeiten weiter für dieses Konto.',
  'accounts.removedWithData': 'Mit allen Daten entfernt: {account}',
  'accounts.resealed':
    'Neu verschlüsselte Zugangsdaten: {count}. Alles ist jetzt mit dem ersten Schlüssel von BILLBEE_ENCRYPTION_KEY verschlüsselt; sobald jeder Prozess damit läuft, können die älteren weg.',
  'accounts.newKeyFile': 'Neu verschlüsselte Zugangsdaten: {count}. Der neue Schlüssel liegt in {folder}.',
  'accounts.noKey':
    'BILLBEE_ENCRYPTION_KEY ist nicht gesetzt: damit werden die Zugangsdaten der Konten in PostgreSQL verschlüsselt. Mit „openssl rand -base64 32“ einen erzeugen, getrennt von der Datenbank aufbewahren und jedem Prozess denselben geben.',
  'accounts.badLine':
    'Zeile {line} von stdin: {cause} fehlt oder ist nicht brauchbar. Jede Zeile ist ein JSON-Objekt mit "username", "apiPassword" und "apiKey".',
  'accounts.ask.BILLBEE_USERNAME': 'Benutzername bei Billbee (E-Mail-Adresse):',
  'accounts.ask.BILLBEE_API_PASSWORD': 'API-Passwort (wird nicht gezeigt):',
  'accounts.ask.BILLBEE_API_KEY': 'Entwicklerschlüssel (wird nicht gezeigt):',

  'shops.added':
    'Hinzugefügt: {shop}. Dieses Token in den Einstellungen des Shops im ERP eintragen; es wird nicht noch einmal gezeigt:',
  'shops.rotated': 'Neues Token für {shop}; das alte gilt nicht mehr. Es wird nicht noch einmal gezeigt:',
  'shops.removed': 'Entfernt: {shop}. Aufträge und Meldungen bleiben.',
  'shops.none': 'Es gibt keinen Shop. „billbee-importer shops add NAME“ fügt einen hinzu.',
  'serve.nothing':
    'Es gibt nichts zu tun: BILLBEE_USERNAME, BILLBEE_API_PASSWORD und BILLBEE_API_KEY setzen, um aus einem Konto zu importieren, oder den Shop eines ERP hinzufügen: billbee-importer shops add NAME.',
  'work.setting': '{name} ist {value}; erwartet wird {wanted}.',

  'column.id': 'ID',
  'column.apiName': 'API-Name',
  'column.label': 'Bezeichnung',
  'column.shop': 'Shop',
  'column.seen': 'zuletzt gesehen',
  'column.waiting': 'wartend',
  'column.held': 'zurückgehalten',
  'column.account': 'Konto',
  'column.statuses': 'Status',
  'column.createdAt': 'angelegt am',
  'column.order': 'Auftrag',
  'column.orderNumber': 'Nummer',
  'column.orderedAt': 'bestellt am',
  'column.total': 'Summe',
  'column.deliveredAt': 'importiert am',
  'column.reason': 'Grund',
  'column.field': 'Feld',
  'column.message': 'Meldung',
  'column.heldAt': 'zurückgehalten am',
  'column.kind': 'Art',
  'column.subject': 'Auftrag oder SKU',
  'column.state': 'Zustand',
  'column.attempts': 'Versuche',
  'column.updatedAt': 'geändert am',
  'column.outcome': 'Ergebnis',
  'forgetBuyer.noAddress':
    'Geben Sie die E-Mail-Adresse des Käufers an, zum Beispiel forget-buyer kaeufer@example.com',
  'forgetBuyer.done':
    'Gelöscht bei {held} zurückgehaltenen, {delivered} importierten und {taken} abgeholten Aufträgen.',
  'forgetBuyer.waiting':
    '{waiting} Aufträge dieses Käufers warten noch auf ein ERP und bleiben, bis es sie abgeholt hat. Rufen Sie den Befehl danach noch einmal auf.',
  'forgetBuyer.files':
    'Dateien von --out und was ERP und Billbee haben, bleiben, wie sie sind. Aufträge mit einer anderen Adresse werden nicht gefunden.',
  'held.dismissed': '{id}: aufgegeben',
  'held.notHeld': '{id}: kein Auftrag mit dieser ID ist zurückgehalten',
  'orders.none': 'Keine Aufträge.',
  'help.move': 'kopiert alles aus der eingebauten Datenbank in ein leeres PostgreSQL',
  'help.move.to': 'postgres://benutzer:passwort@host/datenbank',
  'move.to': '--to ist keine Adresse von PostgreSQL wie postgres://benutzer:passwort@host:5432/datenbank.',
  'move.nothing': 'In {folder} ist keine eingebaute Datenbank. BILLBEE_DATA_DIR auf ihren Ordner setzen.',
  'move.table': '{table}: {rows} Zeilen',
  'move.done':
    'Die Daten aus {folder} sind jetzt in {to}. DATABASE_URL setzen; der alte Ordner wird nicht mehr benutzt.',
  'move.key':
    'Die Zugangsdaten der Konten sind mit dem Schlüssel in {file} verschlossen: BILLBEE_ENCRYPTION_KEY darauf setzen.',
  'held.none': 'Kein Auftrag ist zurückgehalten.',
  'outbox.none': 'Der Ausgang ist leer.',
  'retryOutbox.none': 'Keine Meldung an Billbee ist gescheitert.',
  'retryOutbox.unknown': 'Keine gescheiterte Meldung hat die ID {ids}. „billbee-importer outbox“ zeigt sie.',
  'retry.cost':
    '{orders} zurückgehaltene Aufträge noch einmal zu versuchen braucht mindestens {calls} Aufrufe bei Billbee ({duration}). Was getan ist, bleibt, wenn Sie es anhalten.',
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

  'watchdog.full':
    'Der Datenträger von {folder} ist voll, und die Datenbank kommt nicht weiter. Nichts ist verloren. Schaffen Sie Platz, und starten Sie dann neu.',
  'watchdog.stuck':
    'Die Datenbank in {folder} ist seit einer Minute nicht zurückgekommen. Der Prozess wird beendet; nichts ist verloren. Starten Sie neu, und sehen Sie nach Datenträger und Speicher, wenn es wieder geschieht.',
  'failed.unexpected': 'Unerwarteter Fehler: {message} Mit DEBUG=1 ist zu sehen, wo.',
  'failed.waitingEarlier': 'eine frühere Meldung für denselben Auftrag oder Artikel geht vor.',
  'failed.unknown': 'ein Grund wurde nicht genannt.',

  'help.import.target': 'wohin die Aufträge gehen: store (Vorgabe) oder xentral',
  'help.feedback': 'Sendungen, Stornos und Bestände aus Xentral lesen und an Billbee senden',
  'help.mapping': 'wie Zahlungsarten, Versandarten, Shops und Artikel im ERP heißen',
  'help.mapping.check':
    'auflisten, wofür den Aufträgen der letzten Tage eine Zuordnung fehlt; Exit 2, wenn etwas fehlt',
  'help.mapping.days': 'wie viele Tage zurück, Vorgabe 30',
  'arg.days': '--days „{value}“ ist keine Anzahl von Tagen von 1 bis 9999.',
  'arg.target': '{key} „{value}“ ist kein Ziel: store oder xentral.',
  'arg.targetOut': '--out und --target xentral nennen zwei Ziele. Eines davon angeben.',
  'xentral.notSet':
    'Kein Xentral ist angegeben. XENTRAL_URL (die Adresse des Systems) und XENTRAL_TOKEN (ein persönliches Zugriffstoken) in der Umgebung oder in .env angeben.',
  'xentral.other':
    'Aufträge werden bei {target} zurückgehalten, aber XENTRAL_URL nennt ein anderes System oder keins. Dieses System angeben und erneut versuchen.',
  'xentral.prefixShared':
    'Die Konten {account} und {other} liefern mit demselben externalIdPrefix („{prefix}“) in ein Xentral; Aufträge des einen könnten für Aufträge des anderen gehalten werden. Jedem ein eigenes Präfix geben: xentral.externalIdPrefix in seiner Einstellungsdatei, danach erneut „accounts add“.',
  'feedback.summary':
    'Aus Xentral: {orders} Aufträge angesehen, {shipments} Sendungen, {shipped} versendet, {cancelled} storniert, {stock} Bestände.',
  'serve.feedbackFailed': '{cause} Xentral wird nach dem nächsten Abruf wieder gefragt.',
  'mapping.line': '{read} von {expected} Aufträgen angesehen, {held} Werte ohne Zuordnung',
  'mapping.summary':
    '{orders} Aufträge der letzten {days} Tage: {mapped} Werte zugeordnet, {unmapped} ohne Zuordnung.',
  'mapping.summaryWaiting':
    '{orders} Aufträge, alle wartenden im Status {status} und die der letzten {days} Tage: {mapped} Werte zugeordnet, {unmapped} ohne Zuordnung.',
  'mapping.unusable':
    '{count} Aufträge würden aus einem Grund zurückgehalten, den keine Tabelle ändert: {reason}.',
  'mapping.holds': 'Auftrag wird zurückgehalten',
  'mapping.passes': 'geht als {becomes} durch',
  'mapping.remedy': 'In die Einstellungsdatei (BILLBEE_SETTINGS) aufnehmen, mit den Namen im ERP für …:',
  'column.table': 'Tabelle',
  'column.value': 'Wert',
  'column.count': 'Aufträge',
  'column.example': 'Beispiel',
  'column.effect': 'Folge',
};
