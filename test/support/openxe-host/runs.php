<?php

/** OpenXE's import runs: by cron and by hand, by status and by date, demo, staging and acknowledgement. */
class HostRuns
{
    public function __construct(private array &$state, private HostRemote $remote)
    {
    }

    public function cron(): void
    {
        $shop = &$this->state['shop'];
        if (!$shop['aktiv'] || !$shop['cronjobaktiv'] || $shop['demomodus'] || $this->state['mutex']) {
            return;
        }
        $this->state['mutex'] = 1;
        if ($this->remote->command('auth', null) === 'success') {
            (int)$shop['anzgleichzeitig'] > 1 ? $this->byDate() : $this->byStatus();
        }
        $this->state['mutex'] = 0;
    }

    private function byStatus(): void
    {
        $count = $this->remote->command('getauftraegeanzahl', '');
        if (is_array($count)) {
            throw new Error('The loop would not end');
        }
        for ($turn = 0; $turn < $count; $turn++) {
            $answer = $this->remote->command('getauftrag', $this->question());
            if (is_array($answer)) {
                // Also an empty list is an order: one without anything.
                $this->take($answer[0] ?? null, true);
            }
        }
    }

    private function byDate(): void
    {
        $shop = &$this->state['shop'];
        $answer = $this->remote->command('getauftrag', $this->question());
        $newest = null;
        foreach (isset($answer[0]) ? $answer : [] as $order) {
            $cart = $this->take($order, true);
            $time = strtotime($cart['zeitstempel'] ?? '');
            $newest = max($newest ?? 0, $time === false ? time() : $time);
        }
        $shop['datumbis'] = date('Y-m-d H:i:s');
        $shop['datumvon'] = date('Y-m-d H:i:s', $newest ?? strtotime($shop['datumvon']) + 1);
    }

    /** "Aufträge abholen": into staging only; a demo ends after the first and acknowledges nothing. */
    public function manual(): void
    {
        $shop = $this->state['shop'];
        if ($this->state['mutex'] || $this->remote->command('auth', null) !== 'success') {
            return;
        }
        $count = (int)$shop['anzgleichzeitig'] > 1 ? 1 : $this->remote->command('getauftraegeanzahl', '');
        for ($turn = 0; $turn < min((int)$count, $shop['maxmanuell'] ?: 100); $turn++) {
            foreach ($this->remote->command('getauftrag', $this->question()) ?: [] as $order) {
                $this->take($order, false);
            }
            if ($shop['demomodus']) {
                return;
            }
        }
    }

    /** "Einzelimport": no look for duplicates. */
    public function single(string $number): void
    {
        if ($this->remote->command('auth', null) !== 'success' || $this->remote->command('getauftraegeanzahl', ['nummer' => $number]) < 1) {
            return;
        }
        $orders = $this->remote->command('getauftrag', ['nummer' => $number]);
        $this->stage($orders[0]);
        $this->remote->command('deleteauftrag', ['auftrag' => $orders[0]['id'], 'internet' => '']);
    }

    public function importRow(string $extid): void
    {
        foreach ($this->state['staging'] as &$row) {
            if ($row['extid'] === $extid && !$row['imported']) {
                (new HostImport($this->state))->order($this->cartOf($row), $extid);
                $row['imported'] = 1;
            }
        }
    }

    private function question(): array
    {
        $shop = $this->state['shop'];
        return ['datumvon' => $shop['datumvon'], 'datumbis' => $shop['datumbis'], 'datumbis_utc' => gmdate('Y-m-d H:i:s'),
            'anzgleichzeitig' => $shop['einzelsync'] ? 1 : (string)$shop['anzgleichzeitig'], 'holeallestati' => 1];
    }

    private function take(?array $order, bool $import): ?array
    {
        $extid = $order['id'] ?? '';
        $isNew = array_filter($this->state['staging'], fn($row) => $row['extid'] === $extid && !$row['trash']) === [];
        if ($isNew) {
            $this->stage($order);
        }
        $row = &$this->state['staging'][array_key_last(array_filter($this->state['staging'], fn($row) => $row['extid'] === $extid))];
        $cart = $order === null ? null : $this->cartOf($row);
        if ($import && $isNew && $order !== null && $this->state['shop']['direktimport']) {
            (new HostImport($this->state))->order($cart, $extid);
            $row['imported'] = 1;
        }
        if (!$this->state['shop']['demomodus']) {
            $this->remote->command('deleteauftrag', ['auftrag' => $order['id'] ?? null, 'internet' => '']);
        }
        return $cart;
    }

    private function stage(?array $order): void
    {
        $this->state['staging'][] = ['extid' => intoSql($order['id'] ?? ''), 'warenkorb' => $order['warenkorbjson'] ?? '', 'imported' => 0, 'trash' => 0];
    }

    private function cartOf(array $row): array
    {
        $cart = json_decode(base64_decode($row['warenkorb']), true, 512, JSON_THROW_ON_ERROR);
        foreach ($cart as $key => $value) {
            $cart[$key] = is_string($value) ? str_replace('\\', '', trim($value)) : $value;
        }
        return $cart;
    }
}
