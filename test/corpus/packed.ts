import { inAttribute, named, only, type PageCase, page, type Status, statuses, trap } from './page-case.js';

const own = named({ 18: 'Abholung', 21: 'Warten auf Druck' });
const shown = '<ul><li>Bestellt</li><li>Bezahlt</li></ul>';

/** The statuses in one attribute. */
const packed = (
  name: string,
  write: (id: number, label: string) => string,
  separator: string,
  list: readonly Status[] = statuses,
  around: (text: string) => string = (text) => text,
): PageCase =>
  page(
    `packed: ${name}`,
    'a whole list as pairs in one attribute, in a notation of its own',
    `<div data-x="${inAttribute(around(list.map(({ id, label }) => write(id, label)).join(separator)))}">${shown}</div>`,
    list,
  );

const pairsTrap = (name: string, reason: string, text: string): PageCase =>
  trap(`packed trap: ${name}`, reason, `<div data-x="${inAttribute(text)}">${shown}</div>`);

/** A list in one attribute, and texts that are built like one. */
export const packedLists: readonly PageCase[] = [
  packed('colon and bar', (id, label) => `${id}:${label}`, '|'),
  packed('equals and semicolon', (id, label) => `${id}=${label}`, ';'),
  packed('brackets', (id, label) => `[${id}]${label}`, ''),
  packed('parentheses', (id, label) => `(${id},${label})`, ''),
  packed('label first', (id, label) => `${label}:${id}`, '|'),
  packed('label first, equals and ampersand', (id, label) => `${label}=${id}`, '&'),
  packed('label first, in brackets', (id, label) => `${label} [${id}]`, ', '),
  packed('one comma for both', (id, label) => `${id},${label}`, ','),
  packed('one bar for both, label first', (id, label) => `${label}|${id}`, '|'),
  packed('tilde and caret', (id, label) => `${id}~${label}`, '^'),
  packed('two bars and two colons', (id, label) => `${id}::${label}`, '||'),
  packed('arrow and line break', (id, label) => `${id} => ${label}`, '\n'),
  packed('dash and slash with spaces', (id, label) => `${id} - ${label}`, ' / '),
  packed('tab and line break', (id, label) => `${id}\t${label}`, '\n'),
  packed('hash and star', (id, label) => `#${id}*${label}`, ''),
  packed(
    'a separator at the end',
    (id, label) => `${id}:${label}`,
    ';',
    statuses,
    (text) => `${text};`,
  ),
  packed(
    'a name in front',
    (id, label) => `${id}:${label}`,
    '|',
    statuses,
    (text) => `states=${text}`,
  ),
  packed(
    'an entry for all in front',
    (id, label) => `${id}:${label}`,
    '|',
    statuses,
    (text) => `0:Alle|${text}`,
  ),
  packed('written for an address', (id, label) => `${id}:${label}`, '|', statuses, encodeURIComponent),
  packed(
    'escaped twice',
    (id, label) => `${id}:${label}`,
    '|',
    statuses,
    (text) => text.replace(/[ä-ü]/g, (letter) => `&#${letter.charCodeAt(0)};`).replace(/\|/g, '&#124;'),
  ),
  packed(
    'escaped as in scripts',
    (id, label) => `${id}=${label}`,
    ';',
    statuses,
    (text) => text.replace(/[ä-ü]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
  ),
  packed('own statuses among them', (id, label) => `${id}:${label}`, '|', [...statuses, ...own]),
  packed('a short list', (id, label) => `${id}=${label}`, ';', only(3, 13, 16, 4, 8)),
  packed('other wordings', (id, label) => `${id}:${label}`, '|', [
    ...only(1, 2, 3, 4),
    ...named({ 8: 'Storno', 11: '1. Mahnung', 12: '2. Mahnung' }),
  ]),
  page(
    'packed: in the value of a hidden field',
    'what a script of the page reads when it opens the menu',
    `<input type="hidden" name="stateList" value="${statuses.map(({ id, label }) => `${id}|${label}`).join(';')}">`,
  ),
  pairsTrap(
    'payment types',
    'payment types share ids, and a word or two',
    '1:Banküberweisung|2:Nachnahme|3:PayPal|4:Barzahlung|26:Rechnung|59:Vorkasse|6:Bezahlt mit Gutschein',
  ),
  pairsTrap(
    'page sizes',
    'numbers of rows',
    '25:25 Bestellungen|50:50 Bestellungen|100:100 Bestellungen|250:Alle',
  ),
  pairsTrap(
    'counts',
    'how many orders there are in each status',
    statuses
      .map(({ label }, index) => `${label}:${[5, 0, 12, 3, 7, 1, 4, 22, 9, 2, 6, 8, 11, 13, 10, 14][index]}`)
      .join('|'),
  ),
  pairsTrap(
    'counts in front',
    'the same the other way round',
    statuses
      .map(({ label }, index) => `${[4, 17, 5, 12, 3, 2, 8, 1, 9, 44, 7, 6, 11, 13, 2, 30][index]} ${label}`)
      .join(', '),
  ),
  pairsTrap(
    'prices',
    'what a label costs in each step, by chance in the order of ids',
    '1,00 € Bestellt|2,00 € Bestätigt|3,00 € Bezahlt|4,00 € Versendet|5,00 € Reklamation|6,00 € Gelöscht',
  ),
  pairsTrap(
    'whole prices',
    'the same without cents',
    '3 € Bezahlt;4 € Versendet;5 € Reklamation;16 € Im Fulfillment;13 € Gepackt;8 € Storniert',
  ),
  pairsTrap(
    'a time table',
    'at which hour each step was reached',
    '1:00 Bestellt|2:00 Bestätigt|3:00 Bezahlt|4:00 Versendet|5:00 Reklamation|7:00 Abgeschlossen',
  ),
  pairsTrap(
    'a time table with seconds',
    'the same, label first',
    'Bestellt 08:01:03|Bestätigt 08:02:16|Bezahlt 09:03:03|Gepackt 10:13:13|Versendet 11:04:04',
  ),
  pairsTrap(
    'dates',
    'on which day of the month each step was reached',
    '1.3. Bestellt|2.3. Bestätigt|3.3. Bezahlt|4.3. Versendet|7.3. Abgeschlossen',
  ),
  pairsTrap(
    'positions',
    'the place of each entry in the menu',
    statuses.map(({ label }, index) => `${index + 1}:${label}`).join('|'),
  ),
  pairsTrap(
    'shares',
    'percentages per status',
    '3% Bezahlt|4% Versendet|13% Gepackt|16% Im Fulfillment|8% Storniert',
  ),
];
