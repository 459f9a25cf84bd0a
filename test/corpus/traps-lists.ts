import { each, options, type PageCase, statuses, trap } from './page-case.js';

/** Lists of other things that share numbers and words with the statuses. */
export const trapsLists: readonly PageCase[] = [
  trap(
    'payment types beside the payment filter',
    'payment types share ids, the payment filter shares a word',
    options(
      [
        [1, 'Banküberweisung'],
        [2, 'Nachnahme'],
        [3, 'PayPal'],
        [4, 'Barzahlung'],
        [6, 'Gutschein'],
        [19, 'Sofortüberweisung'],
      ],
      'paymentTypeId',
    ) +
      options(
        [
          [0, 'Alle'],
          [1, 'Bezahlt'],
          [2, 'Offen'],
        ],
        'paid',
      ),
  ),
  trap(
    'payment filter with an id that agrees',
    'one label agrees by chance',
    options(
      [
        ['', 'Alle'],
        [3, 'Bezahlt'],
        [5, 'Unbezahlt'],
        [9, 'Teilweise bezahlt'],
      ],
      'payment',
    ),
  ),
  trap(
    'two states of payment',
    '"Bezahlt" is 3 here too, but of payment',
    options(
      [
        [3, 'Bezahlt'],
        [4, 'Nicht bezahlt'],
      ],
      'paymentStateId',
    ),
  ),
  trap(
    'states of dispatch',
    '"Versendet" is 4 here too, but of a parcel',
    options(
      [
        [4, 'Versendet'],
        [5, 'Unterwegs'],
        [6, 'Zugestellt'],
      ],
      'shipmentstatus',
    ),
  ),
  trap(
    'mail templates with ids of their own',
    'names of templates, two of which agree by chance',
    options([
      [1, 'Bestellbestätigung'],
      [4, 'Versandbestätigung'],
      [15, 'Zahlungserinnerung'],
      [17, 'Retoure'],
      [11, 'Stornobestätigung'],
    ]),
  ),
  trap(
    'mail templates in a menu',
    'three entries, two of which agree by chance',
    '<ul><li data-template="15">Zahlungserinnerung</li><li data-template="11">Mahnung 1</li><li data-template="20">Rechnung</li></ul>',
  ),
  trap(
    'document types',
    'reminders are documents too',
    options([
      [1, 'Rechnung'],
      [2, 'Lieferschein'],
      [3, 'Gutschrift'],
      [11, 'Mahnung 1'],
      [12, 'Mahnung 2'],
    ]),
  ),
  trap(
    'shipment types',
    'a return is a kind of shipment too',
    options([
      [1, 'Versendung'],
      [17, 'Retoure'],
      [2, 'Nachlieferung'],
    ]),
  ),
  trap(
    'saved filters with several ids in one attribute',
    'each filter has several ids',
    `<ul>${['Bezahlt', 'Versendet', 'Storniert', 'Gepackt', 'Retoure'].map((label, index) => `<li data-states="3,4,${index + 8}">${label}</li>`).join('')}</ul>`,
  ),
  trap(
    'saved filters, one of them with one id',
    'one filter agrees by chance',
    '<ul><li data-filter="3,4,16">Zu tun</li><li data-filter="3">Bezahlt</li><li data-filter="7,9">Fertig</li></ul>',
  ),
  trap(
    'rules with a status each',
    'rules have ids of their own',
    `<ul>${statuses
      .slice(0, 8)
      .map(({ label }, index) => `<li><a href="/de/rules/${index + 1}">${label}</a></li>`)
      .join('')}</ul>`,
  ),
  trap(
    'payment types',
    'six payment types, one of which is called "Bezahlt"',
    options([
      [1, 'Banküberweisung'],
      [2, 'Nachnahme'],
      [3, 'PayPal'],
      [4, 'Barzahlung'],
      [22, 'Bezahlt'],
      [23, 'Rechnung'],
    ]),
  ),
  trap(
    'states of payment',
    '"Bezahlt" is 3 by counting',
    options([
      [1, 'Offen'],
      [2, 'Teilbezahlt'],
      [3, 'Bezahlt'],
    ]),
  ),
  trap(
    'page sizes',
    'numbers of rows',
    options([
      [25, '25 Zeilen'],
      [50, '50 Zeilen'],
      [100, '100 Zeilen'],
    ]),
  ),
  trap(
    'shops',
    'shops counted from one',
    options([
      [1, 'Amazon'],
      [2, 'eBay'],
      [3, 'Shopify'],
      [4, 'Etsy'],
      [5, 'Otto'],
    ]),
  ),
  trap(
    'carriers',
    'carriers counted from one',
    options([
      [1, 'DHL'],
      [2, 'DPD'],
      [3, 'GLS'],
      [4, 'UPS'],
      [16, 'Hermes'],
    ]),
  ),
  trap(
    'VAT modes',
    'modes counted from zero',
    options([
      [0, 'Steuerpflichtig'],
      [1, 'UST-frei'],
      [2, 'Innergemeinschaftlich'],
      [3, 'Drittland'],
    ]),
  ),
  trap(
    'mail templates',
    'templates named like statuses',
    options([
      [101, 'Bestellt'],
      [102, 'Versendet'],
      [103, 'Zahlungserinnerung'],
      [104, 'Retoure'],
      [105, 'Storniert'],
      [106, 'Mahnung 1'],
    ]),
  ),
  trap(
    'federal states',
    'a field named state whose sixteen numbers are federal states',
    options(
      [
        [8, 'Baden-Württemberg'],
        [9, 'Bayern'],
        [11, 'Berlin'],
        [12, 'Brandenburg'],
        [4, 'Bremen'],
        [2, 'Hamburg'],
        [6, 'Hessen'],
        [13, 'Mecklenburg-Vorpommern'],
      ],
      'stateId',
    ),
  ),
  trap(
    'states of a ticket',
    'a support desk has states too',
    options(
      [
        [1, 'Neu'],
        [4, 'Offen'],
        [7, 'Wartet'],
        [9, 'Gelöst'],
        [16, 'Geschlossen'],
      ],
      'ticketStateId',
    ),
  ),
  trap(
    'countries',
    'numbers of countries',
    options([
      [1, 'Deutschland'],
      [2, 'Österreich'],
      [3, 'Schweiz'],
      [16, 'Belgien'],
      [4, 'Frankreich'],
    ]),
  ),
  trap(
    'languages of documents',
    'a field of the order that is no status',
    options(
      [
        [3, 'Deutsch'],
        [4, 'Englisch'],
        [16, 'Französisch'],
      ],
      'orderLanguage',
    ),
  ),
  trap(
    'tags',
    'tags named like statuses with numbers of their own',
    `<ul>${each((_id, label, index) => `<li data-tag="${((index * 11) % 40) + 1}">${label}</li>`)}</ul>`,
  ),
];
