<?php

/** How OpenXE calls a connector: a new object per command, exceptions turned into an array, the answer cleaned. */
class HostRemote
{
    public array $log = [];

    public function __construct(private array $shop, private string $folder)
    {
    }

    public function command(string $action, mixed $data = ''): mixed
    {
        require_once $this->folder . '/www/pages/shopimporter_billbee.php';
        $app = new HostApplication(new HostDatabase($this->shop), new HostConfiguration($this->folder . '/userdata'));
        $connector = new Shopimporter_Billbee($app, true);
        $connector->getKonfig($this->shop['id'], $data);
        $method = 'Import' . $action;
        if (!method_exists($connector, $method)) {
            return ['errors' => ['Fehler: Funktion nicht implementiert: ' . $method]];
        }
        try {
            $result = $connector->$method();
        } catch (Exception $error) {
            return ['errors' => ['Fehler: ' . $error->getMessage()]];
        }
        $this->log[] = $action;
        return $this->clean($result);
    }

    /** Strings on the top level of an array lose their tags; an object becomes an array. */
    private function clean(mixed $result): mixed
    {
        if (is_object($result)) {
            return (array)$result;
        }
        if (is_array($result)) {
            foreach ($result as $key => $value) {
                $result[$key] = is_string($value) ? strip_tags($value) : $value;
            }
        }
        return $result;
    }
}
