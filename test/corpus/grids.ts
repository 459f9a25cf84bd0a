import { each, only, type PageCase, page, rows, type Status, statuses } from './page-case.js';

const row = (n: number, cells: string, attributes = ''): string =>
  `<tr data-id="${90_000 + n}"${attributes}><td><input type="checkbox" id="chkSelected${n}" data-id="${90_000 + n}"></td><td>${50_000 + n}</td>${cells}</tr>`;
const grid = (count: number, cells: (status: Status, n: number) => string): string =>
  `<table id="grid"><tbody id="gridBody">${Array.from({ length: count }, (_, n) =>
    row(n, cells(statuses[n % statuses.length] ?? { id: 1, label: 'Bestellt' }, n)),
  ).join('')}</tbody></table>`;
const list = (): string =>
  `<select>${each((id, label) => `<option value="${id}">${label}</option>`)}</select>`;
const plain = ({ label }: Status, n: number): string =>
  `<td>Kunde ${n}</td><td>${label}</td><td>12,90 €</td>`;

/** Grids of many orders, with and around the list. */
export const grids: readonly PageCase[] = [
  page(
    '10,000 rows, list before',
    'the toolbar stands above the grid',
    () => list() + grid(rows(10_000), plain),
  ),
  page(
    '10,000 rows, list behind',
    'a dialog stands behind the grid',
    () => grid(rows(10_000), plain) + list(),
  ),
  page(
    '10,000 rows, list in the body of the table',
    'a row of the grid holds the list, behind all others',
    () =>
      grid(rows(10_000), plain).replace(
        '</tbody>',
        `<tr class="bulk"><td colspan="5">${list()}</td></tr></tbody>`,
      ),
  ),
  page('10,000 rows with badges', 'only the badges of the rows hold ids', () =>
    grid(rows(10_000), ({ id, label }) => `<td><span class="label label-state${id}">${label}</span></td>`),
  ),
  page('10,000 rows, a status in one of the last only', 'row 9,900 is the only one that was returned', () =>
    grid(rows(10_000), (status, n) => {
      const { id, label } = n === rows(9_900) ? (only(17)[0] ?? status) : (statuses[n % 15] ?? status);
      return `<td><a href="/de/order?orderStateId=${id}">${label}</a></td><td><a href="/de/order/view/${90_000 + n}">Öffnen</a></td>`;
    }),
  ),
  page('25,000 rows, a status in one of the last only', 'row 24,800 is the only one that was returned', () =>
    grid(rows(25_000), (status, n) => {
      const { id, label } = n === rows(24_800) ? (only(17)[0] ?? status) : (statuses[n % 15] ?? status);
      return `<td data-state="${id}">${label}</td>`;
    }),
  ),
  page(
    'numbers on lines of their own',
    'the server indents its markup; the cell shows no more than the number',
    () =>
      `<table>${each((id, label) => `<tr>\n${' '.repeat(24)}<td>\n${' '.repeat(28)}${id}\n${' '.repeat(24)}</td>\n${' '.repeat(24)}<td>${label}</td></tr>`)}</table>`,
  ),
  page(
    '5,000 flat rows, then the list',
    'rows without a table',
    () =>
      `${Array.from({ length: rows(5_000) }, (_, n) => `<div class="row" data-id="${70_000 + n}">Bestellung ${n}</div>`).join('')}<ul>${each((id, label) => `<li data-id="${id}">${label}</li>`)}</ul>`,
  ),
  page('an inline editor in each of 300 rows', 'the whole list repeats in every row', () =>
    grid(rows(300), () => `<td>${list()}</td>`),
  ),
  page(
    'a list behind four hundred customers',
    'one flat menu: customers first, statuses last',
    () =>
      `<ul class="filter">${Array.from({ length: 400 }, (_, n) => `<li><a data-customer="${2_000 + n}">Kunde ${n}</a></li>`).join('')}${each((id, label) => `<li><a data-state="${id}">${label}</a></li>`)}</ul>`,
  ),
  page(
    'two thousand options of another kind',
    'articles fill the select before',
    () =>
      `<select name="ArticleId">${Array.from({ length: rows(2_000) }, (_, n) => `<option value="${n + 1}">Artikel ${n}</option>`).join('')}</select>${list()}`,
  ),
];
