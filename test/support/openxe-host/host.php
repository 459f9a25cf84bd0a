<?php

// The ERP of the tests: php host.php FOLDER COMMAND [JSON]. Its database is FOLDER/erp.json.

error_reporting(E_ALL);
ini_set('display_errors', 'stderr');
ini_set('error_log', $argv[1] . '/php.log');
date_default_timezone_set('Europe/Berlin');
require __DIR__ . '/platform.php';
require __DIR__ . '/remote.php';
require __DIR__ . '/import.php';
require __DIR__ . '/runs.php';
require __DIR__ . '/form.php';

use Xentral\Modules\Onlineshop\Data\OrderStatus;
use Xentral\Modules\Onlineshop\Data\OrderStatusUpdateRequest;
use Xentral\Modules\Onlineshop\Data\Shipment;

[, $folder, $command] = $argv;
$argument = json_decode($argv[3] ?? 'null', true);
$file = $folder . '/erp.json';
$state = is_file($file) ? json_decode(file_get_contents($file), true) : [
    'shop' => ['id' => 1, 'aktiv' => 1, 'cronjobaktiv' => 0, 'demomodus' => 1, 'direktimport' => 1, 'einzelsync' => 0, 'anzgleichzeitig' => '0', 'maxmanuell' => 0,
        'datumvon' => date('Y-m-d H:i:s'), 'datumbis' => date('Y-m-d H:i:s'), 'einstellungen_json' => '{"felder":{}}'],
    'staging' => [], 'orders' => [], 'articles' => [], 'protocol' => [], 'warnings' => [], 'mutex' => 0, 'log' => [],
];
set_error_handler(function (int $level, string $message) use (&$state) {
    if (!(error_reporting() & $level)) {
        return true;
    }
    $state['warnings'][] = $message;
    return true;
});
$remote = new HostRemote($state['shop'], $folder);
$runs = new HostRuns($state, $remote);
$structure = function () use ($folder, $state) {
    require_once $folder . '/www/pages/shopimporter_billbee.php';
    $app = new HostApplication(new HostDatabase($state['shop']), new HostConfiguration($folder . '/userdata'));
    return (new Shopimporter_Billbee($app, true))->EinstellungenStruktur(1);
};
$stored = json_decode($state['shop']['einstellungen_json'], true)['felder'];
$result = null;
try {
    switch ($command) {
        case 'form':
            $result = hostForm($structure(), $stored);
            break;
        case 'structure':
            $result = $structure();
            break;
        case 'save':
            $state['shop']['einstellungen_json'] = json_encode(['felder' => hostSave($structure(), $stored, $argument)]);
            break;
        case 'set':
            $state['shop'] = $argument + $state['shop'];
            break;
        case 'check':
            $answer = $remote->command('auth', true);
            $ok = str_starts_with($answer, 'success');
            $result = ['ok' => $ok, 'html' => $ok ? $answer : 'Verbindungsproblem: Eventuell falsche Schlüssel! (' . $answer . ')', 'info' => $ok ? $remote->command('auth', 'info') : null];
            break;
        case 'cron':
            $runs->cron();
            break;
        case 'manual':
            $runs->manual();
            break;
        case 'single':
            $runs->single($argument);
            break;
        case 'import-row':
            $runs->importRow($argument);
            break;
        case 'feedback':
            foreach ($state['orders'] as &$order) {
                if (!isset($argument[$order['shopextid']]) || $order['shopextstatus'] !== '') {
                    continue;
                }
                $request = new OrderStatusUpdateRequest();
                $request->orderId = $order['id'];
                $request->shopOrderId = $order['shopextid'];
                $request->orderStatus = constant(OrderStatus::class . '::' . ($argument[$order['shopextid']]['status'] ?? 'Completed'));
                foreach ($argument[$order['shopextid']]['parcels'] ?? [] as $id => $parcel) {
                    $shipment = new Shipment();
                    $shipment->id = $id;
                    $shipment->trackingNumber = $parcel['number'];
                    $shipment->shippingMethod = $parcel['method'] ?? null;
                    $request->shipments[] = $shipment;
                }
                $remote->command('updateauftrag', $request);
                // Whatever came back: it is never sent again.
                $order['shopextstatus'] = 'abgeschlossen';
            }
            break;
        case 'cancel':
            $remote->command('storniereauftrag', ['auftrag' => $argument, 'internet' => 'X']);
            break;
        case 'paid':
            $result = $remote->command('updatezahlungsstatus', ['auftrag' => $argument, 'zahlungsstatus' => 'bezahlt']);
            break;
        case 'stock':
            // One call per article, with everything the ERP knows of it.
            foreach ($argument as $article) {
                $result[] = $remote->command('sendlistlager', [$article + ['artikelid' => '1', 'name_de' => "Schraube M10 'x'", 'einkaufspreis' => '0.16', 'restmenge' => null,
                    'artikelnummer_fremdnummern' => null, 'pseudolager' => '', 'ausverkauft' => '0', 'uebersicht_de' => '<p>…</p>']]);
            }
            break;
        case 'command':
            $result = $remote->command($argument[0], $argument[1] ?? '');
            break;
        case 'state':
            $result = $state;
            break;
        default:
            throw new Error('Unknown: ' . $command);
    }
} catch (Throwable $error) {
    // As in the ERP: the run is over, and the mutex stays.
    $state['protocol'][] = 'Aborted: ' . $error->getMessage();
}
$state['log'] = array_merge($state['log'], $remote->log);
// A kill between two writes must not leave half a database.
file_put_contents($file . '.new', json_encode($state, JSON_THROW_ON_ERROR));
rename($file . '.new', $file);
echo json_encode($result);
