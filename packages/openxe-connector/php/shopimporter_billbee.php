<?php

// Billbee as a shop of OpenXE: declares the settings form and forwards every command of the ERP as JSON to the service
// (billbee-importer serve), which does the work. Install: copy this file to www/pages/. Remove: delete it.
// PHP 8.1 to 8.3. Licence: MIT.

class Shopimporter_Billbee extends ShopimporterBase
{
    private const VERSION = '0.1.0';
    private const REFUSED = 1;
    private const STOCK_KEYS = ['artikel', 'nummer', 'artikelnummer_fremdnummern', 'ausverkauft', 'anzahl_lager', 'pseudolager'];

    public $app;
    private int $shopId = 0;
    private mixed $data = null;
    private array $settings = [];

    public function __construct($app, $intern = false)
    {
        $this->app = $app;
        if (!$intern) {
            header('Location: index.php?module=onlineshops&action=list');
        }
    }

    /** Called by the ERP before each command. */
    public function getKonfig($shopId, $data)
    {
        $this->shopId = (int)$shopId;
        $this->data = $data;
        $json = $this->app->DB->Select(sprintf('SELECT `einstellungen_json` FROM `shopexport` WHERE `id` = %d LIMIT 1', $this->shopId));
        $stored = json_decode((string)$json, true);
        $defaults = array_map(fn($field) => $field['default'] ?? '', $this->EinstellungenStruktur()['felder']);
        $this->settings = array_intersect_key(is_array($stored['felder'] ?? null) ? $stored['felder'] : [], $defaults) + $defaults;
    }

    /** The settings form. Every name begins with bb, because it shares the form with the columns of the shop. */
    public function EinstellungenStruktur($shopId = 0)
    {
        return [
            'ausblenden' => ['abholmodus' => ['ab_nummer']],
            'functions' => ['updatezahlungsstatus'],
            'felder' => [
                'bbServiceUrl' => ['heading' => 'Dienst', 'typ' => 'text', 'bezeichnung' => 'Adresse des Dienstes:', 'size' => 40, 'default' => 'http://127.0.0.1:8377',
                    'info' => 'Hier läuft „billbee-importer serve“. Auf einem anderen Rechner mit https://.'],
                'bbToken' => ['typ' => 'password', 'bezeichnung' => 'Token:', 'size' => 40,
                    'info' => 'Ausgabe von „billbee-importer shops add NAME“. Für jeden Shop ein eigenes.'],
                'bbUser' => ['heading' => 'Billbee-Konto', 'typ' => 'text', 'bezeichnung' => 'Billbee-Benutzer:', 'size' => 40,
                    'info' => 'E-Mail-Adresse, mit der sich der Hauptbenutzer anmeldet.'],
                'bbApiPassword' => ['typ' => 'password', 'bezeichnung' => 'Billbee-API-Passwort:', 'size' => 40,
                    'info' => 'Aus Einstellungen &gt; Billbee API, nicht das Passwort der Anmeldung.'],
                'bbApiKey' => ['typ' => 'password', 'bezeichnung' => 'Billbee-Entwicklerschlüssel:', 'size' => 40,
                    'info' => 'Vergibt der Billbee-Support.'],
                'bbStatusOpen' => ['heading' => 'Status-IDs (zeigt die Browser-Erweiterung)', 'typ' => 'text', 'bezeichnung' => "'Offen' Status ID:", 'size' => 20, 'default' => '3',
                    'info' => 'Aufträge in diesen Status werden geholt, zum Beispiel 3 oder 3,16.'],
                'bbStatusInProgress' => ['typ' => 'text', 'bezeichnung' => "'In Bearbeitung' Status ID:", 'size' => 20, 'default' => '16',
                    'info' => 'Bekommt ein Auftrag, sobald das ERP ihn hat. Leer: bleibt, wie er ist.'],
                'bbStatusShipped' => ['typ' => 'text', 'bezeichnung' => "'Versendet' Status ID:", 'size' => 20, 'default' => '4',
                    'info' => 'Bekommt ein abgeschlossener Auftrag. Leer: nur Sendungsnummern melden.'],
                'bbStatusCancelled' => ['typ' => 'text', 'bezeichnung' => "'Storniert' Status ID:", 'size' => 20, 'default' => '8',
                    'info' => 'Bekommt ein im ERP stornierter Auftrag. Leer: Stornos nicht melden.'],
                'bbStatusPaid' => ['typ' => 'text', 'bezeichnung' => "'Bezahlt' Status ID:", 'size' => 20,
                    'info' => 'Bekommt ein Auftrag, dessen Rechnung im ERP bezahlt wurde. Leer: nicht melden.'],
                'bbStartDate' => ['heading' => 'Import', 'typ' => 'datum', 'bezeichnung' => 'Startdatum:',
                    'info' => 'Ältere Aufträge werden nicht geholt. Leer: alle in den offenen Status.'],
                'bbMaxOrders' => ['typ' => 'text', 'bezeichnung' => 'Aufträge pro Abruf:', 'size' => 5, 'default' => '50',
                    'info' => 'Höchstzahl im Abholmodus „ab Datum“ (1 bis 200). „Nach Status“ kommt immer einer nach dem anderen.'],
                'bbChanges' => ['typ' => 'select', 'bezeichnung' => 'Nachträgliche Änderungen:', 'optionen' => ['ignore' => 'nicht beachten', 'hold' => 'zur Prüfung melden'], 'default' => 'ignore',
                    'info' => 'Wenn sich ein Auftrag in Billbee ändert, den das ERP schon hat. „billbee-importer held“ listet die gemeldeten.'],
                'bbDiscountArticle' => ['heading' => 'Artikel und Zuordnung', 'typ' => 'text', 'bezeichnung' => 'Rabattartikel:', 'size' => 20, 'default' => 'RABATT',
                    'info' => 'Artikelnummer für Rabatte, Gutscheine und Zuschläge. Leer: solche Aufträge werden zurückgehalten.'],
                'bbShippingArticle' => ['typ' => 'text', 'bezeichnung' => 'Versandartikel:', 'size' => 20, 'default' => 'VERSAND',
                    'info' => 'Artikelnummer für Versandkosten, die nicht den vollen Steuersatz haben. Leer: solche Aufträge werden zurückgehalten.'],
                'bbFallbackArticle' => ['typ' => 'text', 'bezeichnung' => 'Ersatzartikel:', 'size' => 20,
                    'info' => 'Artikelnummer für Positionen ohne SKU und EAN. Leer: solche Aufträge werden zurückgehalten.'],
                'bbCarriers' => ['typ' => 'textarea', 'bezeichnung' => 'Zusteller:', 'cols' => 40, 'rows' => 4, 'placeholder' => "DHL Paket = 2\nDPD Classic = 4",
                    'info' => 'Versandart im ERP = Zusteller-Nummer bei Billbee, eine je Zeile. Übliche Namen (DHL, DPD, GLS, UPS, Hermes …) werden ohne Eintrag erkannt.'],
                'bbStockId' => ['typ' => 'text', 'bezeichnung' => 'Billbee-Lager:', 'size' => 20,
                    'info' => 'ID des Lagers, dessen Bestand gemeldet wird. Leer: das Standardlager.'],
                'bbMapping' => ['typ' => 'textarea', 'bezeichnung' => 'Zuordnungen:', 'cols' => 40, 'rows' => 4, 'placeholder' => 'leer: die üblichen Zuordnungen',
                    'info' => 'Für Fortgeschrittene: Tabellen als JSON, wie der Schlüssel „mapping“ der Einstellungsdatei.'],
            ],
        ];
    }

    /** @return string 'success', or the cause, which the ERP prints as HTML */
    public function ImportAuth()
    {
        try {
            return self::html((string)$this->forward('auth', $this->data));
        } catch (Throwable $error) {
            return 'Billbee: ' . self::html($error->getMessage());
        }
    }

    /** @return int 0 on any error: the ERP would count to anything else */
    public function ImportGetAuftraegeAnzahl()
    {
        return (int)$this->attempt('getauftraegeanzahl', $this->data, 0);
    }

    /** @return array|string the next orders; an empty text for none, because the ERP makes an empty order of an empty list */
    public function ImportGetAuftrag()
    {
        $result = $this->attempt('getauftrag', $this->data, []);
        $orders = [];
        foreach ($result['carts'] ?? [] as $cart) {
            // The ERP puts values into SQL unescaped. The service sends neither; this is the second lock.
            array_walk_recursive($cart, function (&$value) {
                $value = is_string($value) ? str_replace(["'", '\\'], ['’', '/'], $value) : $value;
            });
            $orders[] = ['id' => (string)$cart['auftrag'], 'sessionid' => '', 'logdatei' => '', 'warenkorbjson' => base64_encode(json_encode($cart))];
        }
        return $orders ?: '';
    }

    public function ImportDeleteAuftrag()
    {
        return $this->attempt('deleteauftrag', ['auftrag' => $this->data['auftrag'] ?? null], 'ok');
    }

    public function ImportUpdateAuftrag()
    {
        $update = $this->data;
        if (is_array($update)) { // before OrderStatusUpdateRequest
            $numbers = preg_split('/[,;\s]+/', (string)($update['tracking'] ?? ''), -1, PREG_SPLIT_NO_EMPTY);
            $shipments = array_map(fn($number) => ['trackingNumber' => $number, 'shippingMethod' => $update['versandart'] ?? null], $numbers);
            return $this->report('updateauftrag', ['shopOrderId' => $update['auftrag'] ?? '', 'orderStatus' => 'Completed', 'shipments' => $shipments]);
        }
        $shipments = array_map(fn($shipment) => [
            'trackingNumber' => $shipment->trackingNumber ?? null,
            'trackingUrl' => $shipment->trackingUrl ?? null,
            'shippingMethod' => $shipment->shippingMethod ?? null,
        ], array_values($update->shipments ?? []));
        return $this->report('updateauftrag', ['shopOrderId' => $update->shopOrderId ?? '', 'orderStatus' => $update->orderStatus->name ?? '', 'shipments' => $shipments]);
    }

    public function ImportStorniereAuftrag()
    {
        return $this->report('storniereauftrag', ['auftrag' => $this->data['auftrag'] ?? '']);
    }

    /** @return string exactly 'ok' when it is done; the ERP asks again otherwise */
    public function ImportUpdateZahlungsstatus()
    {
        $data = ['auftrag' => $this->data['auftrag'] ?? '', 'zahlungsstatus' => $this->data['zahlungsstatus'] ?? ''];
        return $this->attempt('updatezahlungsstatus', $data, 'Fehler');
    }

    /** @return int articles taken */
    public function ImportSendListLager()
    {
        $records = [];
        foreach (is_array($this->data) ? $this->data : [] as $article) {
            foreach (array_merge([$article], $article['artikel_varianten'] ?? []) as $record) {
                // The record also has purchase prices and texts, which are nobody's business.
                $stock = array_intersect_key((array)$record, array_flip(self::STOCK_KEYS));
                $numbers = is_array($stock['artikelnummer_fremdnummern'] ?? null) ? $stock['artikelnummer_fremdnummern'] : [];
                $stock['artikelnummer_fremdnummern'] = array_map(fn($number) => array_intersect_key((array)$number, ['nummer' => 1, 'aktiv' => 1]), array_values($numbers));
                $records[] = $stock;
            }
        }
        return (int)$this->attempt('sendlistlager', $records, 0);
    }

    /** Billbee takes no articles, but the stock that comes with them. */
    public function ImportSendList()
    {
        return $this->ImportSendListLager();
    }

    /** Forwards, and gives the ERP a harmless answer when that fails. */
    private function attempt(string $action, mixed $data, mixed $otherwise): mixed
    {
        try {
            return $this->forward($action, $data);
        } catch (Throwable $error) {
            error_log(sprintf('Billbee (Shop %d), %s: %s', $this->shopId, $action, $error->getMessage()));
            return $otherwise;
        }
    }

    /** The ERP reports once and never again, so a report that cannot be delivered waits in a file for the next command. */
    private function report(string $action, array $data): mixed
    {
        try {
            return $this->forward($action, $data);
        } catch (Throwable $error) {
            error_log(sprintf('Billbee (Shop %d), %s: %s', $this->shopId, $action, $error->getMessage()));
            if ($error->getCode() !== self::REFUSED) {
                $this->keep(json_encode([$action, $data], JSON_INVALID_UTF8_SUBSTITUTE) . "\n");
            }
            return 'ok';
        }
    }

    private function forward(string $action, mixed $data): mixed
    {
        $result = $this->send($action, $data);
        $this->sendWaiting();
        return $result;
    }

    private function keep(string $line): void
    {
        foreach ($this->waitingFiles() as $path) {
            $file = self::openLocked($path, true);
            if ($file) {
                fseek($file, 0, SEEK_END);
                $written = fwrite($file, $line);
                fclose($file);
                if ($written === strlen($line)) {
                    return;
                }
            }
            error_log(sprintf('Billbee (Shop %d): in %s kann nicht geschrieben werden (Besitzer, Rechte oder Platz).', $this->shopId, $path));
        }
        error_log(sprintf('Billbee (Shop %d): Rückmeldung VERLOREN, bitte von Hand in Billbee nachtragen: %s', $this->shopId, trim($line)));
    }

    private function sendWaiting(): void
    {
        foreach ($this->waitingFiles() as $path) {
            $file = self::openLocked($path, false);
            if (!$file) {
                continue;
            }
            $left = '';
            $reachable = true;
            while (($line = fgets($file)) !== false) {
                [$action, $data] = json_decode($line, true) ?: [null, null];
                try {
                    if ($reachable && $action) {
                        $this->send($action, $data);
                    }
                } catch (Throwable $error) {
                    $reachable = $error->getCode() === self::REFUSED;
                }
                $left .= $reachable ? '' : $line;
            }
            ftruncate($file, 0);
            rewind($file);
            fwrite($file, $left);
            if ($left === '' && is_writable(dirname($path))) {
                @unlink($path); // Not allowed where only the owner may delete; then the file stays, empty.
            }
            fclose($file);
        }
    }

    /** @return resource|null the file under a lock; null when it is not there (and not wanted) or this user may not write it */
    private static function openLocked(string $path, bool $create)
    {
        for ($try = 0; $try < 10; $try++) {
            clearstatcache(true, $path);
            if (is_link($path) || (is_file($path) ? !is_writable($path) : !$create || !is_writable(dirname($path)))) {
                return null;
            }
            $isNew = !is_file($path);
            $file = $isNew ? @fopen($path, 'x+') : @fopen($path, 'r+'); // Another command can make or delete it meanwhile.
            if (!$file) {
                continue;
            }
            if ($isNew) {
                chmod($path, 0666); // The page runs as the web server's user, the process starter often as root.
            }
            flock($file, LOCK_EX);
            if (fstat($file)['nlink'] > 0) {
                return $file;
            }
            fclose($file);
        }
        return null;
    }

    /** @return string[] in the order in which they are tried */
    private function waitingFiles(): array
    {
        $folders = array_filter([$this->app->Conf->WFuserdata ?? '', sys_get_temp_dir()], 'is_dir');
        return array_map(fn($folder) => sprintf('%s/billbee-%d-waiting.ndjson', rtrim($folder, '/'), $this->shopId), array_unique($folders));
    }

    /** @throws RuntimeException with the cause in German; its code is REFUSED when sending it again would change nothing */
    private function send(string $action, mixed $data, int $tries = 3): mixed
    {
        $url = rtrim(trim((string)$this->settings['bbServiceUrl']), '/');
        $token = trim((string)$this->settings['bbToken']);
        if (!preg_match('~^https://|^http://(127\.\d+\.\d+\.\d+|localhost|\[::1])(:\d+)?(/|$)~i', $url)) {
            throw new RuntimeException('„Adresse des Dienstes“ muss mit https:// beginnen (http:// nur für diesen Rechner, zum Beispiel http://127.0.0.1:8377).');
        }
        if ($token === '') {
            throw new RuntimeException('„Token“ ist nicht ausgefüllt. „billbee-importer shops add NAME“ gibt eines aus.');
        }
        $passed = array_diff_key($this->settings, ['bbServiceUrl' => 1, 'bbToken' => 1]);
        $body = json_encode([
            'protocol' => 1,
            'requestId' => bin2hex(random_bytes(12)),
            'pluginVersion' => self::VERSION,
            'shop' => ['id' => $this->shopId],
            'action' => $action,
            'data' => $data,
            'settings' => (object)array_map('strval', $passed),
        ], JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR);
        $time = time();
        $wait = 0;
        $curl = curl_init($url . '/v1/command');
        curl_setopt_array($curl, [
            CURLOPT_POSTFIELDS => $body,
            CURLOPT_HTTPHEADER => [
                'Content-Type: application/json; charset=utf-8',
                'Accept: application/json',
                'Expect:',
                'Authorization: Bearer ' . $token,
                'X-Billbee-Timestamp: ' . $time,
                'X-Billbee-Signature: v1=' . hash_hmac('sha256', $time . "\n" . $body, $token),
            ],
            CURLOPT_HEADERFUNCTION => function ($curl, $header) use (&$wait) {
                $wait = preg_match('/^retry-after:\s*(\d+)/i', $header, $match) ? (int)$match[1] : $wait;
                return strlen($header);
            },
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
            CURLOPT_CONNECTTIMEOUT => 5,
            CURLOPT_TIMEOUT => 60,
        ]);
        $text = curl_exec($curl);
        $status = (int)curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        $fault = curl_error($curl);
        curl_close($curl);
        if (in_array($status, [429, 503], true) && $tries > 1) {
            sleep(min(10, max(1, $wait)));
            return $this->send($action, $data, $tries - 1);
        }
        if ($text === false) {
            throw new RuntimeException('Der Dienst unter ' . $url . ' ist nicht erreichbar (' . $fault . '). Läuft „billbee-importer serve“?');
        }
        $answer = json_decode($text, true);
        if (($answer['ok'] ?? null) !== true) {
            $message = $answer['error']['message'] ?? 'Unter ' . $url . ' antwortet etwas anderes als der Dienst (HTTP ' . $status . ').';
            throw new RuntimeException($message, ($answer['error']['retry'] ?? true) ? 0 : self::REFUSED);
        }
        return $answer['result'] ?? null;
    }

    private static function html(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
    }
}
