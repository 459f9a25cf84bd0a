<?php

/** What OpenXE makes of a cart: reads keys without asking for them, adds up in its own way. */
class HostImport
{
    public function __construct(private array &$state)
    {
    }

    public function order(array $cart, string $extid): void
    {
        $text = [];
        foreach (['onlinebestellnummer', 'bestelldatum', 'lieferdatum', 'transaktionsnummer', 'aktion', 'zahlungsweise', 'lieferung',
            'name', 'ansprechpartner', 'abteilung', 'unterabteilung', 'adresszusatz', 'strasse', 'plz', 'ort', 'land', 'email', 'telefon', 'telefax', 'mobil', 'titel',
            'lieferadresse_name', 'lieferadresse_ansprechpartner', 'lieferadresse_abteilung', 'lieferadresse_unterabteilung', 'lieferadresse_adresszusatz',
            'lieferadresse_strasse', 'lieferadresse_plz', 'lieferadresse_ort', 'lieferadresse_land', 'lieferadresse_titel', 'lieferadresse_email',
            'packstation_inhaber', 'packstation_nummer', 'packstation_postidentnummer', 'packstation_plz', 'packstation_ort',
            'kontoinhaber', 'bank', 'blz', 'kontonummer', 'affiliate_ref', 'kennen', 'bodyzusatz', 'ihrebestellnummer', 'bestellnummer', 'kundennummer',
            'ustid', 'freitext', 'internebemerkung', 'waehrung', 'gesamtsumme'] as $key) {
            $text[$key] = intoSql($cart[$key]);
        }
        foreach (['ort' => 64, 'plz' => 64, 'telefon' => 64, 'ustid' => 64] as $key => $most) {
            if (preg_match_all('/./us', $text[$key]) > $most) {
                throw new mysqli_sql_exception("Data too long for column '$key'");
            }
        }
        if ($text['name'] === '' && $text['ansprechpartner'] === '' && $text['lieferadresse_name'] === '') {
            throw new Error('No name');
        }
        if (isset($cart['rabattnetto']) || isset($cart['rabattbrutto'])) {
            throw new Error('A discount line without a discount article');
        }
        $rates = ['normal' => 1 + ($cart['steuersatz_normal'] ?? 19) / 100, 'ermaessigt' => 1 + ($cart['steuersatz_ermaessigt'] ?? 7) / 100, 'befreit' => 1.0];
        $lines = [];
        foreach ($cart['articlelist'] as $line) {
            $lines[] = $this->line($line, $cart['steuerfrei'] == 1);
        }
        if ($cart['versandkostennetto'] != 0 || $cart['versandkostenbrutto'] != 0) {
            // The class is the shipping article's, whatever the cart says.
            $net = isset($cart['versandkostennetto']) ? (float)$cart['versandkostennetto'] : $cart['versandkostenbrutto'] / $rates['normal'];
            $lines[] = ['nummer' => 'PORTO', 'menge' => 1.0, 'preis' => round($net, 8), 'umsatzsteuer' => 'normal', 'bezeichnung' => 'Porto'];
        }
        $taxed = $cart['ust_befreit'] == 0 || ($cart['ust_befreit'] == 1 && $text['ustid'] === '');
        $total = 0.0;
        foreach ($lines as $line) {
            $total += $line['menge'] * $line['preis'] * ($taxed ? $rates[$line['umsatzsteuer']] : 1);
        }
        $total = round($total + 1e-9, 2);
        if (abs($total - (float)$text['gesamtsumme']) > 0.004) {
            $this->state['protocol'][] = sprintf('Online-Shop Differenz erkannt: %s %.2f statt %s', $extid, $total, $text['gesamtsumme']);
        }
        $this->state['orders'][] = ['id' => count($this->state['orders']) + 1, 'internet' => $text['onlinebestellnummer'], 'shopextid' => $extid, 'shopextstatus' => '',
            'status' => 'freigegeben', 'gesamtsumme' => sprintf('%.2f', $total), 'positions' => $lines] + $text;
    }

    private function line(array $line, bool $untaxed): array
    {
        $number = trim($line['articleid']);
        if ($number === '') {
            $this->state['protocol'][] = 'A line without a number was booked on another article';
        }
        intoSql($line['rabatt']);
        $this->state['articles'][intoSql($number)] ??= ['nummer' => $number, 'lagerartikel' => $line['lagerartikel'] ?? 1];
        return ['nummer' => intoSql($number), 'menge' => round((float)$line['quantity'], 4), 'preis' => round((float)$line['price_netto'], 8),
            'umsatzsteuer' => $line['umsatzsteuer'], 'bezeichnung' => intoSql($line['name'])];
    }
}
