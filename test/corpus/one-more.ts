import { each, named, only, type PageCase, page, statuses, trap } from './page-case.js';

/** The last but some status is written with something more than its neighbours. */
const oneMore = (
  name: string,
  plain: (id: number, label: string) => string,
  odd: (id: number, label: string) => string,
  ids: readonly number[] = [16],
): PageCase =>
  page(
    `one more: ${name}`,
    'entries written alike, except that one carries one argument more than its neighbours',
    `<ul class="dropdown-menu">${each((id, label) => `<li>${ids.includes(id) ? odd(id, label) : plain(id, label)}</li>`)}</ul>`,
  );

const handler =
  (call: (id: number, label: string) => string) =>
  (id: number, label: string): string =>
    `<a href="#" onclick="${call(id, label)}">${label}</a>`;
const data =
  (value: (id: number) => string) =>
  (id: number, label: string): string =>
    `<a href="#" data-x="${value(id)}">${label}</a>`;
const link =
  (address: (id: number) => string) =>
  (id: number, label: string): string =>
    `<a href="${address(id)}">${label}</a>`;
const plainCall = handler((id) => `setState(${id})`);
const menu = (items: string): string => `<ul class="dropdown-menu">${items}</ul>`;
const call = (id: number, label: string): string => `<li>${plainCall(id, label)}</li>`;

/** Entries of one list of which one is written a little differently, and what is not such an entry. */
export const oneMorePages: readonly PageCase[] = [
  oneMore(
    'a flag behind',
    plainCall,
    handler((id) => `setState(${id}, true)`),
  ),
  oneMore(
    'a number behind',
    plainCall,
    handler((id) => `setState(${id}, 1)`),
  ),
  oneMore(
    'a text behind',
    plainCall,
    handler((id) => `setState(${id}, 'ask')`),
  ),
  oneMore(
    'an event before',
    plainCall,
    handler((id) => `setState(event, ${id})`),
  ),
  oneMore(
    'a number before',
    plainCall,
    handler((id) => `setState(0, ${id})`),
  ),
  oneMore(
    'labels as arguments',
    handler((id, label) => `set(${id}, '${label}')`),
    handler((id, label) => `set(${id}, '${label}', true)`),
  ),
  oneMore(
    'two of them, differently',
    plainCall,
    handler((id) => `setState(${id}, ${id === 4})`),
    [16, 4],
  ),
  oneMore(
    'the neighbours have the argument',
    handler((id) => `setState(${id}, false)`),
    plainCall,
    [8],
  ),
  oneMore(
    'script links',
    link((id) => `javascript:setState(${id});`),
    link((id) => `javascript:setState(${id}, true);`),
  ),
  oneMore(
    'AngularJS',
    (id, label) => `<a ng-click="vm.set(${id})">${label}</a>`,
    (id, label) => `<a ng-click="vm.set(${id}, $event)">${label}</a>`,
  ),
  oneMore(
    'a link with one more parameter',
    link((id) => `/de/order?state=${id}`),
    link((id) => `/de/order?state=${id}&force=1`),
  ),
  oneMore(
    'a link with a parameter before',
    link((id) => `/de/order?state=${id}`),
    link((id) => `/de/order?view=2&state=${id}`),
  ),
  oneMore(
    'a path with one more piece',
    link((id) => `/de/order/state/${id}`),
    link((id) => `/de/order/state/${id}/confirm`),
  ),
  oneMore(
    'a data attribute with two values',
    data(String),
    data((id) => `${id},1`),
  ),
  oneMore(
    'a data attribute with a flag',
    data((id) => `state:${id}`),
    data((id) => `state:${id};ask`),
  ),
  page(
    'one more: in a select',
    'one value carries a flag',
    `<select>${each((id, label) => `<option value="${id}${id === 16 ? '|1' : ''}">${label}</option>`)}</select>`,
  ),
  page(
    'one more: a status of the merchant’s own',
    'its id is in no table, but it stands among the others',
    menu(`${each(call)}<li>${handler((id) => `setState(${id}, true)`)(18, 'Abholung')}</li>`),
    [...statuses, ...named({ 18: 'Abholung' })],
  ),
  trap(
    'one more trap: payment types',
    'payment types in calls, one with a flag, beside no list of statuses',
    menu(
      `${[
        [1, 'Überweisung'],
        [2, 'Nachnahme'],
        [3, 'PayPal'],
        [4, 'Bar'],
      ]
        .map(([id, label]) => `<li>${handler(() => `setType(${id})`)(0, String(label))}</li>`)
        .join('')}<li>${handler(() => 'setType(16, true)')(0, 'Im Fulfillment')}</li>`,
    ),
  ),
  page(
    'one more: page sizes in the same menu',
    'the menu ends with numbers of rows, which are called with a flag',
    menu(
      each(call) +
        [25, 50, 100]
          .map((size) => `<li>${handler(() => `setState(${size}, true)`)(0, `${size} Zeilen`)}</li>`)
          .join(''),
    ),
  ),
  page(
    'one more: a page size alone in the same menu',
    'the same with a single one',
    menu(`${each(call)}<li>${handler(() => 'setState(100, true)')(0, '100 je Seite')}</li>`),
  ),
  page(
    'one more: pages of the same filter',
    'links to further pages carry the status that is filtered for',
    `<div>${each((id, label) => `<a href="/de/order?state=${id}">${label}</a>`)}<a href="/de/order?state=3&page=2">Weiter</a><a href="/de/order?state=3&page=9">Ende</a></div>`,
  ),
  page(
    'one more: orders called with a status',
    'beside the list a row of an order calls the same function with its own number',
    `${menu(each(call, only(14, 1, 2, 3, 13, 16, 4)))}<table><tr><td>${handler(() => 'setState(4711, true)')(0, 'Eva Beispiel')}</td></tr><tr><td>${handler(() => 'setState(4712, true)')(0, 'Max Muster')}</td></tr></table>`,
    only(14, 1, 2, 3, 13, 16, 4),
  ),
  page(
    'one more: payments in the same menu',
    'payment types below the statuses, called with a second argument',
    menu(
      each(call) +
        [
          [1, 'Überweisung'],
          [3, 'PayPal'],
          [26, 'Rechnung'],
          [31, 'Kreditkarte'],
        ]
          .map(([id, label]) => `<li>${handler(() => `setState(${id}, 'pay')`)(0, String(label))}</li>`)
          .join(''),
    ),
  ),
];
