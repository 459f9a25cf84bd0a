import { describe, expect, it } from 'vitest';
import { findStatuses } from './find-statuses.js';
import { allFound, each, entries, foundIn, page } from './page-for-tests.js';

const options = (list: readonly (readonly [number | string, string])[], name = '') =>
  `<select name="${name}">${list.map(([value, label]) => `<option value="${value}">${label}</option>`).join('')}</select>`;
const script = (value: unknown) => `<script>var x=${JSON.stringify(value)}</script>`;
const byId = [...entries].sort((a, b) => a.id - b.id);

describe('pages that hold labels and numbers, but no status ids', () => {
  it.each<[string, string]>([
    [
      'payment types beside the payment filter',
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
    ],
    [
      'payment filter with an id that agrees',
      options(
        [
          ['', 'Alle'],
          [3, 'Bezahlt'],
          [5, 'Unbezahlt'],
          [9, 'Teilweise bezahlt'],
        ],
        'payment',
      ),
    ],
    [
      'two states of payment',
      options(
        [
          [3, 'Bezahlt'],
          [4, 'Nicht bezahlt'],
        ],
        'paymentStateId',
      ),
    ],
    [
      'states of dispatch',
      options(
        [
          [4, 'Versendet'],
          [5, 'Unterwegs'],
          [6, 'Zugestellt'],
        ],
        'shipmentstatus',
      ),
    ],
    [
      'a running number from zero in the order of ids',
      options(byId.map(({ label }, index) => [index, label])),
    ],
    ['a running number from one, 10 left out', options(byId.map(({ label }, index) => [index + 1, label]))],
    [
      'a running number of few, in the order of ids, which begins right',
      options(
        byId
          .slice(0, 12)
          .map(({ label }, index) => [index + 1, label === 'Archiviert' ? 'Im Fulfillment' : label]),
      ),
    ],
    [
      'Angular: index before an object',
      options(entries.map(({ label }, index) => [`${index}: Object`, label])),
    ],
    ['AngularJS: objects', options(entries.map(({ label, id }) => [`object:${id + 30}`, label]))],
    [
      'mail templates with ids of their own',
      options([
        [1, 'Bestellbestätigung'],
        [4, 'Versandbestätigung'],
        [15, 'Zahlungserinnerung'],
        [17, 'Retoure'],
        [11, 'Stornobestätigung'],
      ]),
    ],
    [
      'mail templates in a menu',
      '<ul><li data-template="15">Zahlungserinnerung</li><li data-template="11">Mahnung 1</li><li data-template="20">Rechnung</li></ul>',
    ],
    [
      'document types',
      options([
        [1, 'Rechnung'],
        [2, 'Lieferschein'],
        [3, 'Gutschrift'],
        [11, 'Mahnung 1'],
        [12, 'Mahnung 2'],
      ]),
    ],
    [
      'shipment types',
      options([
        [1, 'Versendung'],
        [17, 'Retoure'],
        [2, 'Nachlieferung'],
      ]),
    ],
    [
      'tabs with positions',
      `<ul>${each(({ label }, index) => `<li role="tab" tabindex="${index}" id="ui-id-${index + 1}" aria-setsize="16">${label}</li>`)}</ul>`,
    ],
    [
      'columns with widths',
      `<table><tr>${each(({ label, id }) => `<th width="${id * 10}" colspan="${id}">${label}</th>`)}</tr></table>`,
    ],
    [
      'counts in data attributes',
      `<ul>${each(({ label, id }) => `<li data-count="${id}">${label}</li>`)}</ul>`,
    ],
    ['sort keys', `<ul>${each(({ label, id }) => `<li data-sort="${id}">${label}</li>`)}</ul>`],
    ['styles', `<ul>${each(({ label, id }) => `<li style="order:${id};z-index:${id}">${label}</li>`)}</ul>`],
    [
      'rows of orders with small ids, each with its status',
      `<table id="grid"><tbody id="gridBody">${Array.from({ length: 40 }, (_, index) => `<tr data-id="${index + 1}"><td>${index + 1}</td><td>${entries[index % 16]?.label}</td></tr>`).join('')}</tbody></table>`,
    ],
    [
      'order rows whose label carries the order id',
      `<table><tbody>${Array.from({ length: 40 }, (_, index) => `<tr data-id="${70_000 + index}"><td><span class="label" data-id="${70_000 + index}">${entries[(index * 5) % 16]?.label}</span></td></tr>`).join('')}</tbody></table>`,
    ],
    [
      'order rows with pencils',
      `<table>${Array.from({ length: 40 }, (_, index) => `<tr><td>${entries[(index * 7) % 16]?.label} <a onclick="editState(${70_000 + index})"><i class="fa fa-pencil"></i></a></td></tr>`).join('')}</table>`,
    ],
    [
      'orders with a handful of rows that begin at 1',
      `<table>${[1, 2, 3, 4].map((id) => `<tr data-id="${id}"><td>${byId[id - 1]?.label}</td></tr>`).join('')}</table>`,
    ],
    [
      'saved filters with several ids in one attribute',
      `<ul>${['Bezahlt', 'Versendet', 'Storniert', 'Gepackt', 'Retoure'].map((label, index) => `<li data-states="3,4,${index + 8}">${label}</li>`).join('')}</ul>`,
    ],
    [
      'saved filters, one of them with one id',
      '<ul><li data-filter="3,4,16">Zu tun</li><li data-filter="3">Bezahlt</li><li data-filter="7,9">Fertig</li></ul>',
    ],
    [
      'paging',
      `<p>Bezahlt</p><ul>${[1, 2, 3, 4].map((id) => `<li><a href="?page=${id}">${id}</a></li>`).join('')}</ul>`,
    ],
    [
      'dates',
      `<table>${each(({ label }, index) => `<tr data-date="2026-11-${index + 10}"><td>${label}</td></tr>`)}</table>`,
    ],
    [
      'chart data',
      script(entries.map(({ label }, index) => ({ label, data: [index * 3, 5], y: (index * 7) % 23 }))),
    ],
    [
      'counts per label in a script',
      script(Object.fromEntries(entries.map(({ label }, index) => [label, (index * 37) % 91]))),
    ],
    [
      'labels as an array in a script',
      script({ labels: entries.map(({ label }) => label), values: entries.map(({ id }) => id * 3) }),
    ],
    [
      'orders in a script',
      script(
        Array.from({ length: 30 }, (_, index) => ({
          id: index + 1,
          no: 5000 + index,
          status: entries[(index * 5) % 16]?.label,
        })),
      ),
    ],
    [
      'payment in a script',
      script({
        states: [
          { id: 1, name: 'offen' },
          { id: 2, name: 'teilbezahlt' },
          { id: 3, name: 'bezahlt' },
        ],
      }),
    ],
    [
      'history of one order',
      `<ol>${['Bestellt', 'Bezahlt', 'Gepackt', 'Versendet'].map((label, index) => `<li data-id="${index + 1}">${label} am 1${index}.11.2026</li>`).join('')}</ol>`,
    ],
    [
      'rules with a status each',
      `<ul>${entries
        .slice(0, 8)
        .map(({ label }, index) => `<li><a href="/de/rules/${index + 1}">${label}</a></li>`)
        .join('')}</ul>`,
    ],
    ['a number in the label only', `<ul>${each(({ id, label }) => `<li>${label} (${id})</li>`)}</ul>`],
    [
      'the extension’s own text on the page',
      '<textarea>3,16</textarea><p>Bezahlt (3), Im Fulfillment (16), Versendet (4)</p>',
    ],
    [
      'a grid of badges that all say the same',
      `<table>${Array.from({ length: 50 }, (_, index) => `<tr><td><span class="badge-3" data-row="${index}">Bezahlt</span></td></tr>`).join('')}</table>`,
    ],
    ['API errors in a script', script({ 3: 'Bezahlt fehlt', 4: 'Versendet am', 16: 'Im Fulfillment seit' })],
  ])('%s', (_name, body) => {
    const finding = findStatuses(page(body));
    expect(finding.statuses).toEqual([]);
    expect(finding.disagreements).toEqual([]);
  });
});

describe('the real list among others', () => {
  const real = options(
    entries.map(({ id, label }) => [id, label]),
    'orderStateId',
  );

  it.each<[string, string]>([
    [
      'payment types with the same ids',
      options(
        [
          [1, 'Banküberweisung'],
          [2, 'Nachnahme'],
          [3, 'PayPal'],
          [4, 'Barzahlung'],
          [22, 'Bezahlt'],
        ],
        'paymentTypeId',
      ),
    ],
    [
      'an index of the same labels',
      `<ul>${each(({ label }, index) => `<li data-original-index="${index + 1}">${label}</li>`)}</ul>`,
    ],
    [
      'an index of the same labels under a name of its own',
      `<ul>${each(({ label }, index) => `<li data-nr="${index + 1}">${label}</li>`)}</ul>`,
    ],
    [
      'mail templates',
      options([
        [101, 'Bestellt'],
        [102, 'Versendet'],
        [103, 'Zahlungserinnerung'],
        [104, 'Retoure'],
        [105, 'Storniert'],
        [106, 'Mahnung 1'],
      ]),
    ],
    [
      'mail templates with small ids',
      options([
        [1, 'Versendet'],
        [2, 'Zahlungserinnerung'],
        [3, 'Mahnung 1'],
        [4, 'Mahnung 2'],
        [5, 'Retoure'],
        [6, 'Storniert'],
      ]),
    ],
    [
      'rows of orders',
      `<table>${Array.from({ length: 60 }, (_, index) => `<tr data-id="${index + 1}"><td>${entries[index % 16]?.label}</td></tr>`).join('')}</table>`,
    ],
    ['a script with an index', script(entries.map(({ label }, index) => ({ index, label })))],
    [
      'a script with positions',
      script(entries.map(({ label, id }, position) => ({ position, id, label, count: position * 3 }))),
    ],
    [
      'orders in a script',
      script(
        Array.from({ length: 30 }, (_, index) => ({
          Id: 5000 + index,
          OrderStateId: entries[index % 16]?.id,
          OrderStateText: entries[index % 16]?.label,
        })),
      ),
    ],
    [
      'an own copy of a browser extension',
      '<div id="other-extension"><a data-id="1">Etikett</a><a data-id="2">Bezahlt</a></div>',
    ],
    [
      'dispatch states',
      options(
        [
          [4, 'Versendet'],
          [5, 'Unterwegs'],
          [6, 'Zugestellt'],
        ],
        'shipmentstatus',
      ),
    ],
    [
      'payment states',
      options(
        [
          [3, 'Bezahlt'],
          [4, 'Nicht bezahlt'],
        ],
        'paymentStateId',
      ),
    ],
  ])('%s', (_name, other) => {
    for (const body of [other + real, real + other]) {
      const finding = findStatuses(page(body));
      expect(finding.disagreements).toEqual([]);
      expect(finding.statuses.map(({ id, label }) => `${id} ${label}`)).toEqual(allFound);
    }
  });

  it('behind three hundred shops in one select', () => {
    const shops = Array.from({ length: 300 }, (_, index) => [1000 + index, `Shop ${index}`] as const);
    expect(foundIn(options(shops) + real)).toEqual(allFound);
  });
});
