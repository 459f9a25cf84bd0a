import {
  byId,
  each,
  named,
  only,
  type PageCase,
  page,
  rows,
  type Status,
  statuses,
  trap,
} from './page-case.js';

const english = named({
  14: 'Offered',
  1: 'Ordered',
  2: 'Confirmed',
  3: 'Paid',
  13: 'Packed',
  16: 'In fulfillment',
  4: 'Shipped',
  5: 'Complaint',
  6: 'Deleted',
  7: 'Completed',
  8: 'Cancelled',
  9: 'Archived',
  15: 'Payment reminder',
  11: 'Reminder 1',
  12: 'Reminder 2',
  17: 'Return',
});
const inWork = (list: readonly Status[]): Status[] =>
  statuses.flatMap(({ id }) => list.filter((status) => status.id === id));
const englishInWork = inWork(english);
const half = statuses.map((status, index) => (index % 2 ? (englishInWork[index] as Status) : status));
const own = [...statuses, ...named({ 18: 'Abholung im Laden', 23: 'Wartet auf Ware' })];

type Write = (id: number, label: string, index: number) => string;

const entry: Write = (id, label) => `<li><a data-stateid="${id}" href="#">${label}</a></li>`;
const close = '<li style="text-align: right;"><button type="button" class="btn">-</button></li>';
const list = (items: string): string => `<ul class="dropdown-menu">${items}</ul>`;
const inCell = (menu: string, kind = 'changeOrderStateDropDownInlineEdit'): string =>
  `<div style="position:relative;"><div class="inlineeditInput ${kind}"><div class=""><div class="dropdown open">${menu}</div></div></div></div>`;
const editor = (items: string): string => inCell(list(close + items));

interface Row {
  /** What the status cell holds in place of the name. */
  readonly status?: string;
  /** What the cell of the payment type holds. */
  readonly payment?: string;
  readonly shop?: string;
}

const cell = (column: number, content: string): string =>
  `<td class="c${column}${content.includes('inlineeditInput') ? ' inlineedit-active' : ''}" bablic-include="">${content}</td>`;
const row = (n: number, { status, payment, shop }: Row): string =>
  `<tr id="orderRow${71_013_980 + n}" data-id="${100_000_071_013_980 + n}"><td class="c0">${n + 1}</td><td class="c1"><input type="checkbox" id="chkSelected${71_013_980 + n}"></td>${cell(2, shop ?? 'Amazon')}<td class="c3"><a href="/de/order/view/${71_013_980 + n}">305-${n}</a></td><td class="c4">1.3.2026</td><td class="c5">RE-${n}</td><td class="c6">2.3.2026</td>${cell(8, payment ?? 'PayPal')}<td class="c9">Eva Beispiel</td><td class="c10">eva</td>${cell(12, status ?? statuses[(n * 5) % 16]?.label ?? '')}<td class="c13">12,90 €</td><td class="c14"><i class="fa fa-shopping-cart" title="Bezahlt am 2.3.2026"></i><i class="fa fa-truck" title="Versendet am 3.3.2026"></i></td></tr>`;
const heads = [
  '#',
  '',
  'Shop',
  'Bestellung',
  'Bestelldatum',
  'Rechnung',
  'Zahldatum',
  'Zahlart',
  'Käufer',
  'Benutzername',
  'Status',
  'Summe',
  'Verlauf',
];
const menuButton = (icon: string, items = ''): string =>
  `<div class="btn-group"><a class="btn dropdown-toggle" data-toggle="dropdown" href="#"><i class="${icon}"></i><span class="caret"></span></a>${items === '' ? '' : list(items)}</div>`;
const staff = ['Alex', 'Kim', 'Toni', 'Robin']
  .map((name, index) => `<li><a data-staffid="${index + 1}" href="#">${name}</a></li>`)
  .join('');

/** The order overview with some rows, of which these are special. */
const overview = (
  special: Readonly<Record<number, Row>> = {},
  count = 10,
  toolbar = menuButton('icon-retweet'),
  after = '',
): string =>
  `<div id="actionbuttons"><a class="btn" id="btnNewOrder">Neu</a>${toolbar}${menuButton('icon-user', staff)}<span>1 - ${count} von 51</span></div><table id="grid" class="table table-bordered table-condensed table-hover"><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody id="gridBody" class="orderGridBody">${Array.from({ length: count }, (_, n) => row(n, special[n] ?? {})).join('')}</tbody></table>${after}<a class="bablic-badge">DE</a>`;
const opened = (items: string, others: Readonly<Record<number, Row>> = {}): string =>
  overview({ ...others, 1: { status: editor(items) } });

const payments = [
  [1, 'Banküberweisung'],
  [2, 'Nachnahme'],
  [3, 'PayPal'],
  [4, 'Barzahlung'],
  [26, 'Rechnung'],
  [59, 'Vorkasse'],
] as const;
const entries = (list: readonly (readonly [number, string])[], attribute: string): string =>
  list.map(([id, label]) => `<li><a ${attribute}="${id}" href="#">${label}</a></li>`).join('');
const paymentEditor = inCell(
  list(close + entries(payments, 'data-paymenttypeid')),
  'changePaymentTypeInlineEdit',
);
const all = each(entry);
const put = (selector: string, markup: string) => (document: Document) => {
  for (const element of document.querySelectorAll(selector)) element.innerHTML = markup;
};
const seen = 'the list of statuses is the inline editor of one row, as seen on the real page';

/** The order overview in the shape seen on the real page: a row's inline editor holds the list. */
export const orderOverview: readonly PageCase[] = [
  page('overview: the editor of one row is open', seen, opened(all)),
  page('overview: in the first row', seen, overview({ 0: { status: editor(all) } })),
  page('overview: in the last row', seen, overview({ 9: { status: editor(all) } })),
  page(
    'overview: two editors are open',
    'a second click before the first list was closed',
    overview({ 1: { status: editor(all) }, 6: { status: editor(all) } }),
  ),
  page(
    'overview: two editors, one without what the row has',
    'the list leaves out the present status',
    overview({
      1: { status: editor(each(entry, only(14, 1, 2, 3, 13, 16, 4, 5))) },
      6: { status: editor(each(entry, only(3, 13, 16, 4, 5, 6, 7, 8, 9, 15, 11, 12, 17))) },
    }),
  ),
  {
    ...page('overview: the editor opens later', seen, overview()),
    later: put('#orderRow71013981 > .c12', editor(all)),
  },
  {
    ...page(
      'overview: rows, then an editor',
      'the rows come after the page, the list with a click',
      '<table id="grid"><tbody id="gridBody" class="orderGridBody"></tbody></table>',
    ),
    later: put('#gridBody', row(0, {}) + row(1, { status: editor(all) })),
  },
  page('overview: deep in a long page', 'a page of 250 rows, whose row 180 is open', () =>
    overview({ 180: { status: editor(all) } }, 250),
  ),
  page(
    'overview: in the middle of 1,000 rows',
    'the same with more rows than are looked through one by one',
    () => overview({ [rows(1_000) >> 1]: { status: editor(all) } }, rows(1_000)),
  ),
  page('overview: own statuses', 'the merchant has added two', opened(each(entry, own)), own),
  page(
    'overview: few statuses',
    'a rule leaves only some of them',
    opened(each(entry, only(2, 3, 13, 4, 8))),
    only(2, 3, 13, 4, 8),
  ),
  page(
    'overview: half of them the merchant’s own',
    'five known names among own ones',
    opened(
      each(entry, [...only(14, 2, 3, 13, 4), ...named({ 21: 'Abholung', 22: 'Wartet', 25: 'In Klärung' })]),
    ),
    [...only(14, 2, 3, 13, 4), ...named({ 21: 'Abholung', 22: 'Wartet', 25: 'In Klärung' })],
  ),
  page('overview: in the order of ids', 'sorted by a newer page', opened(each(entry, byId))),
  page(
    'overview: icons inside',
    'each entry has an icon of its own',
    opened(
      each(
        (id, label, index) =>
          `<li><a data-stateid="${id}" href="#"><i class="fa fa-circle state-color-${index + 1}"></i> ${label}</a></li>`,
      ),
    ),
  ),
  page(
    'overview: icon letters inside',
    'an icon font draws letters',
    opened(
      each(
        (id, label) =>
          `<li><a data-stateid="${id}" href="#"><i class="icon">${String.fromCharCode(0xe010 + id)}</i><span>${label}</span></a></li>`,
      ),
    ),
  ),
  page(
    'overview: tooltips inside',
    'each entry explains itself',
    opened(
      each(
        (id, label) =>
          `<li><a data-stateid="${id}" href="#" title="Auftrag auf „${label}“ setzen" data-placement="right">${label}</a></li>`,
      ),
    ),
  ),
  page(
    'overview: Bootstrap has taken the tooltips over',
    'title is empty, the text moved',
    opened(
      each(
        (id, label) =>
          `<li><a data-stateid="${id}" href="#" title="" data-original-title="Nach ${label}">${label}</a></li>`,
      ),
    ),
  ),
  page(
    'overview: counts behind the names',
    'how many orders are in each',
    opened(
      each(
        (id, label, index) =>
          `<li><a data-stateid="${id}" href="#">${label} <span class="badge">${index * 7}</span></a></li>`,
      ),
    ),
  ),
  page(
    'overview: the present one is marked',
    'a tick and a class on the entry of the row',
    opened(
      each(
        (id, label) =>
          `<li class="${id === 3 ? 'active' : ''}"><a data-stateid="${id}" href="#">${label}${id === 3 ? ' <i class="fa fa-check"></i>' : ''}</a></li>`,
      ),
    ),
  ),
  page(
    'overview: headings and lines',
    'groups with headings, dividers between',
    opened(
      `<li class="nav-header">Offen</li>${each(entry, statuses.slice(0, 6))}<li class="divider"></li><li class="nav-header">Erledigt</li>${each(entry, statuses.slice(6))}`,
    ),
  ),
  page(
    'overview: a submenu',
    'seldom used ones are a level deeper',
    opened(
      `${each(entry, statuses.slice(0, 9))}<li class="dropdown-submenu"><a href="#">Weitere</a>${list(each(entry, statuses.slice(9)))}</li>`,
    ),
  ),
  page(
    'overview: the id on the list item',
    'the attribute has moved to the li',
    opened(each((id, label) => `<li data-stateid="${id}"><a href="#">${label}</a></li>`)),
  ),
  page(
    'overview: another attribute',
    'data-state-id in place of data-stateid',
    opened(
      each((id, label) => `<li><a data-state-id="${id}" data-order-id="71013981" href="#">${label}</a></li>`),
    ),
  ),
  page(
    'overview: buttons',
    'links became buttons',
    opened(each((id, label) => `<li><button type="button" data-stateid="${id}">${label}</button></li>`)),
  ),
  page(
    'overview: handlers',
    'the row’s id and the status’ in one call',
    opened(
      each((id, label) => `<li><a href="#" ng-click="vm.changeState(71013981, ${id})">${label}</a></li>`),
    ),
  ),
  page(
    'overview: names in pieces',
    'text nodes and comments inside a name',
    opened(
      each(
        (id, label) =>
          `<li><a data-stateid="${id}" href="#"><!-- ko -->${label.slice(0, 3)}<b>${label.slice(3)}</b><!-- /ko --></a></li>`,
      ),
    ),
  ),
  page(
    'overview: white space',
    'line breaks and no-break spaces',
    opened(each((id, label) => `<li>\n<a data-stateid="${id}" href="#">\n\u00a0${label}\u00a0\n</a></li>`)),
  ),
  page(
    'overview: English',
    'the translation service has put English in place of the German names',
    opened(each(entry, englishInWork)),
    englishInWork,
  ),
  page(
    'overview: English, the page says so',
    'the same with lang="en"',
    opened(each(entry, englishInWork)),
    englishInWork,
    'lang="en" bablic="en"',
  ),
  page(
    'overview: half translated',
    'the service has not come to the end yet',
    opened(each(entry, half)),
    half,
  ),
  page(
    'overview: English with own statuses',
    'own names stay German',
    opened(each(entry, [...englishInWork, ...named({ 18: 'Abholung im Laden' })])),
    [...englishInWork, ...named({ 18: 'Abholung im Laden' })],
  ),
  page(
    'overview: translated by the browser',
    'font elements around each name',
    opened(
      each(
        (id, label) =>
          `<li><a data-stateid="${id}" href="#"><font style="vertical-align: inherit;"><font style="vertical-align: inherit;">${label}</font></font></a></li>`,
        englishInWork,
      ),
    ),
    englishInWork,
    'lang="en" class="translated-ltr"',
  ),
  page(
    'overview: French',
    'the service speaks French too',
    opened(
      each(
        entry,
        inWork(
          named({
            14: 'Proposé',
            1: 'Commandé',
            2: 'Confirmé',
            3: 'Payé',
            13: 'Emballé',
            4: 'Expédié',
            8: 'Annulé',
            9: 'Archivé',
          }),
        ),
      ),
    ),
    named({
      14: 'Proposé',
      1: 'Commandé',
      2: 'Confirmé',
      3: 'Payé',
      13: 'Emballé',
      4: 'Expédié',
      8: 'Annulé',
      9: 'Archivé',
    }),
    'lang="fr"',
  ),
  page(
    'overview: the toolbar has the list too',
    'the same links behind the button with the arrows',
    overview({ 1: { status: editor(all) } }, 10, menuButton('icon-retweet', all)),
  ),
  page(
    'overview: the toolbar alone has it',
    'no editor is open',
    overview({}, 10, menuButton('icon-retweet', all)),
  ),
  {
    ...page(
      'overview: the toolbar’s list comes with a click',
      'the menu is filled while it is open',
      overview(),
    ),
    later: put('#actionbuttons .btn-group:first-of-type', list(all)),
  },
  page(
    'overview: the toolbar has fewer',
    'some cannot be set for many orders at once',
    overview({ 1: { status: editor(all) } }, 10, menuButton('icon-retweet', each(entry, only(2, 3, 13, 4)))),
  ),
  page(
    'overview: the payment editor is open too',
    'two editors of different columns',
    opened(all, { 4: { payment: paymentEditor } }),
  ),
  page(
    'overview: payment editor in the same row',
    'both cells of one row are being edited',
    overview({ 1: { status: editor(all), payment: paymentEditor } }),
  ),
  page(
    'overview: a menu of the same shape beside it',
    'shops in a menu of the same classes, with the ids of statuses',
    opened(all, {
      3: {
        shop: inCell(
          list(
            close +
              entries(
                [
                  [1, 'Amazon'],
                  [3, 'eBay'],
                  [4, 'Otto'],
                  [16, 'Kaufland'],
                ],
                'data-shopid',
              ),
          ),
          'changeShopInlineEdit',
        ),
      },
    }),
  ),
  page(
    'overview: tags of the same shape beside it',
    'tags that are called like statuses, with ids of their own',
    overview(
      { 1: { status: editor(all) } },
      10,
      menuButton('icon-retweet'),
      list(
        entries(
          [
            [101, 'Bezahlt geprüft'],
            [102, 'Versendet mit Beleg'],
            [103, 'Eilig'],
          ],
          'data-tagid',
        ),
      ),
    ),
  ),
  page(
    'overview: the funnel of the column',
    'the filter of the column Status lists them with check boxes',
    overview(
      {},
      10,
      menuButton('icon-retweet'),
      `<div class="dropdown open">${list(each((id, label) => `<li><label><input type="checkbox" name="stateid" value="${id}"> ${label}</label></li>`))}</div>`,
    ),
  ),
  page(
    'overview: list hung at the end of the page',
    'so that the table does not cut it off',
    overview(
      {},
      10,
      menuButton('icon-retweet'),
      `<div class="dropdown open" style="position:absolute">${list(close + all)}</div>`,
    ),
  ),
  {
    ...page(
      'overview: inside a shadow root',
      'the grid became a component',
      '<bb-order-grid></bb-order-grid>',
    ),
    prepare: (document) => {
      const host = document.querySelector('bb-order-grid');
      if (host) host.attachShadow({ mode: 'open' }).innerHTML = opened(all);
    },
  },
  trap('overview trap: nobody has opened a list', 'names of statuses in the rows, no id', overview()),
  trap('overview trap: nobody has opened a list, many rows', 'the same with 250', () => overview({}, 250)),
  trap(
    'overview trap: English, closed',
    'translated names in the rows',
    overview(Object.fromEntries(englishInWork.slice(0, 10).map(({ label }, n) => [n, { status: label }]))),
    'lang="en"',
  ),
  trap(
    'overview trap: the payment editor',
    'the inline editor of another column',
    overview({ 1: { payment: paymentEditor } }),
  ),
  trap(
    'overview trap: payment states',
    'payment states beside the numbers of statuses',
    overview({
      1: {
        payment: inCell(
          list(
            close +
              entries(
                [
                  [1, 'Offen'],
                  [2, 'Teilweise bezahlt'],
                  [3, 'Bezahlt'],
                  [4, 'Erstattet'],
                  [5, 'Mahnung 1'],
                ],
                'data-paymentstateid',
              ),
          ),
          'changePaymentStateInlineEdit',
        ),
      },
    }),
  ),
  trap(
    'overview trap: the shop editor',
    'shops with the ids of statuses',
    overview({
      1: {
        shop: inCell(
          list(
            close +
              entries(
                [
                  [1, 'Bestellt.de'],
                  [3, 'Bezahlt GmbH'],
                  [4, 'Versendet24'],
                  [16, 'Fulfillment Shop'],
                ],
                'data-shopid',
              ),
          ),
          'changeShopInlineEdit',
        ),
      },
    }),
  ),
  trap(
    'overview trap: states of a country',
    'an attribute of the same name holds federal states',
    overview({
      1: {
        shop: inCell(
          list(
            close +
              entries(
                [
                  [1, 'Bayern'],
                  [2, 'Berlin'],
                  [3, 'Bremen'],
                  [4, 'Hamburg'],
                  [5, 'Hessen'],
                  [13, 'Sachsen'],
                ],
                'data-stateid',
              ),
          ),
          'changeRegionInlineEdit',
        ),
      },
    }),
  ),
  trap('overview trap: the staff menu', 'people with the ids of statuses', overview()),
  trap('overview trap: an editor without entries', 'the list is on its way', opened('')),
  trap(
    'overview trap: positions in the editor',
    'entries are numbered by a widget',
    opened(each((_id, label, index) => `<li><a data-option-index="${index}" href="#">${label}</a></li>`)),
  ),
  trap(
    'overview trap: counted entries',
    'entries are counted, starting at 1',
    opened(each((_id, label, index) => `<li><a data-nr="${index + 1}" href="#">${label}</a></li>`)),
  ),
  trap(
    'overview trap: column classes',
    'every status cell has the class c12, some rows the short ids 3 and 4',
    `<table>${[
      [3, 'Versendet'],
      [4, 'Mahnung 2'],
      [5, 'Bezahlt'],
      [6, 'Bestellt'],
    ]
      .map(
        ([id, label]) => `<tr id="orderRow${id}"><td class="c0">${id}</td><td class="c12">${label}</td></tr>`,
      )
      .join('')}</table>`,
  ),
  trap(
    'overview trap: mail templates in the menu',
    'the menu "Mehr" sends mails that are called like statuses',
    overview(
      {},
      10,
      menuButton(
        'icon-more',
        entries(
          [
            [3, 'Versandbestätigung'],
            [7, 'Zahlungserinnerung'],
            [11, 'Retoure'],
            [12, 'Bestellt'],
          ],
          'data-templateid',
        ),
      ),
    ),
  ),
];
