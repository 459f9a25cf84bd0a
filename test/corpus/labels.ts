import { byId, each, named, only, type PageCase, page, type Status, statuses } from './page-case.js';

const menu = (write: (id: number, label: string, index: number) => string, list = statuses): string =>
  `<ul>${each((id, label, index) => `<li data-id="${id}">${write(id, label, index)}</li>`, list)}</ul>`;
const relabelled = (write: (label: string) => string): Status[] =>
  statuses.map(({ id, label }) => ({ id, label: write(label) }));
const written = (name: string, reason: string, write: (id: number, label: string) => string): PageCase =>
  page(name, reason, menu(write));
const kept = (name: string, reason: string, write: (label: string) => string): PageCase =>
  page(
    name,
    reason,
    menu((_id, label) => write(label)),
    relabelled(write),
  );

const english = named({
  1: 'Ordered',
  2: 'Confirmed',
  3: 'Paid',
  4: 'Shipped',
  5: 'Complaint',
  6: 'Deleted',
  7: 'Completed',
  8: 'Cancelled',
  9: 'Archived',
  13: 'Packed',
  14: 'Offered',
  16: 'In fulfillment',
  17: 'Return',
});
const some = [...only(14, 1, 2, 3, 13, 16, 4, 7)];

/** Labels as pages and people write them. */
export const labels: readonly PageCase[] = [
  kept('upper case', 'shown as the page shows it', (label) => label.toUpperCase()),
  kept('ae and oe in upper case', 'umlauts written out', (label) =>
    label.replace('ä', 'ae').replace('ö', 'oe').toUpperCase(),
  ),
  kept('NFD', 'letters and dots apart', (label) => label.normalize('NFD')),
  written('id in front', 'the number is no part of the label', (id, label) => `${id} - ${label}`),
  written('id in brackets', 'like a count', (id, label) => `${label} (${id})`),
  written('id in square brackets', 'like a count', (id, label) => `[${id}] ${label}`),
  written('bullet', 'a mark before the label', (_id, label) => `• ${label}`),
  written(
    'count with a word',
    'a count in an element of its own',
    (_id, label) => `${label} <em>(12 Stück)</em>`,
  ),
  written(
    'search hit',
    'a part of the label is marked',
    (_id, label) => `${label.slice(0, 1)}<mark>${label.slice(1, 3)}</mark>${label.slice(3)}`,
  ),
  written('shortcut behind', 'a key in an element of its own', (id, label) => `${label}<kbd>${id}</kbd>`),
  written('prefix', 'the same word before all', (_id, label) => `Status: ${label}`),
  page(
    'English',
    'an English page',
    menu((_id, label) => label, english),
    english,
  ),
  page(
    'API names',
    'what the API calls them',
    menu(
      (id, label) =>
        ({ 2: 'Bestaetigt', 3: 'Zahlung_erhalten', 6: 'Geloescht', 11: 'Mahnung' })[id] ??
        label.replace(' ', '_'),
    ),
    statuses.map(({ id, label }) => ({
      id,
      label:
        { 2: 'Bestaetigt', 3: 'Zahlung_erhalten', 6: 'Geloescht', 11: 'Mahnung' }[id] ??
        label.replace(' ', '_'),
    })),
  ),
  page(
    'Storno and 1. Mahnung',
    'wordings of Billbee’s own',
    menu((_id, label) => label, [...only(1, 2, 3, 4), ...named({ 8: 'Storno', 11: '1. Mahnung' })]),
    [...only(1, 2, 3, 4), ...named({ 8: 'Storno', 11: '1. Mahnung' })],
  ),
  page(
    'statuses nobody knows',
    'Billbee adds statuses',
    menu((_id, label) => label, [...statuses, ...named({ 18: 'Umtausch', 23: 'Garantie' })]),
    [...statuses, ...named({ 18: 'Umtausch', 23: 'Garantie' })],
  ),
  page(
    'some renamed, some own',
    'a merchant’s own names among known ones',
    menu(
      (_id, label) => label,
      [...some.filter(({ id }) => id !== 3), ...named({ 3: 'Geld ist da', 18: 'Prüfung', 25: 'Sperre 2' })],
    ),
    [...some.filter(({ id }) => id !== 3), ...named({ 3: 'Geld ist da', 18: 'Prüfung', 25: 'Sperre 2' })],
  ),
  page(
    'more own statuses than known ones',
    'fourteen of the merchant’s own, in a field that speaks of the state',
    `<select name="orderStateId">${each((id, label) => `<option value="${id}">${label}</option>`, [...some, ...Array.from({ length: 14 }, (_, n) => ({ id: 18 + n, label: `Schritt ${'abcdefghijklmn'[n]}` }))])}</select>`,
    [
      ...some,
      ...Array.from({ length: 14 }, (_, n) => ({ id: 18 + n, label: `Schritt ${'abcdefghijklmn'[n]}` })),
    ],
  ),
  page(
    'all renamed, in a link',
    'the address says that it is about the state of orders',
    `<ul>${each((id, label) => `<li><a href="/de/order?orderStateId=${id}">${label}</a></li>`, named({ 3: 'Geld da', 1: 'Neu', 16: 'Extern', 4: 'Raus', 8: 'Weg' }))}</ul>`,
    named({ 3: 'Geld da', 1: 'Neu', 16: 'Extern', 4: 'Raus', 8: 'Weg' }),
  ),
  page(
    'first entries that are none',
    'Alle, -, bitte wählen with ids of their own',
    `<select><option value="99">Alle</option><option value="0">-</option><option value="98">bitte wählen</option>${each((id, label) => `<option value="${id}">${label}</option>`)}</select>`,
  ),
  page(
    'captions of buttons beside the entries',
    'the edit buttons carry the same ids',
    `<ul>${each((id, label) => `<li data-id="${id}">${label}</li><li><button data-id="${id}">Bearbeiten</button></li>`)}</ul>`,
  ),
  page(
    'in the order of ids',
    'a page may sort by id',
    menu((_id, label) => label, byId),
  ),
  {
    name: 'two lists that swap two labels',
    reason: 'nobody can say which is right: both are reported and left out',
    body: menu((_id, label) => label) + menu((id, label) => ({ 3: 'Gepackt', 13: 'Bezahlt' })[id] ?? label),
    expected: statuses.filter(({ id }) => id !== 3 && id !== 13),
    disputed: [3, 13],
  },
];
