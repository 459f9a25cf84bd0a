import { byId, each, inScript, type PageCase, rows, statuses, trap } from './page-case.js';

/** Orders with their status, in rows and in data. */
export const trapsOrders: readonly PageCase[] = [
  trap(
    'rows of orders with small ids, each with its status',
    'each row has an order id and a status name',
    `<table id="grid"><tbody id="gridBody">${Array.from({ length: 40 }, (_, index) => `<tr data-id="${index + 1}"><td>${index + 1}</td><td>${statuses[index % 16]?.label}</td></tr>`).join('')}</tbody></table>`,
  ),
  trap(
    'order rows whose label carries the order id',
    'the id of the order stands on the label itself',
    `<table><tbody>${Array.from({ length: 40 }, (_, index) => `<tr data-id="${70_000 + index}"><td><span class="label" data-id="${70_000 + index}">${statuses[(index * 5) % 16]?.label}</span></td></tr>`).join('')}</tbody></table>`,
  ),
  trap(
    'order rows with pencils',
    'each row has a button that edits its status',
    `<table>${Array.from({ length: 40 }, (_, index) => `<tr><td>${statuses[(index * 7) % 16]?.label} <a onclick="editState(${70_000 + index})"><i class="fa fa-pencil"></i></a></td></tr>`).join('')}</table>`,
  ),
  trap(
    'orders with a handful of rows that begin at 1',
    'a new account: four orders, in the order of ids',
    `<table>${[1, 2, 3, 4].map((id) => `<tr data-id="${id}"><td>${byId[id - 1]?.label}</td></tr>`).join('')}</table>`,
  ),
  trap(
    'chart data',
    'values per label',
    inScript(statuses.map(({ label }, index) => ({ label, data: [index * 3, 5], y: (index * 7) % 23 }))),
  ),
  trap(
    'counts per label in a script',
    'values per label',
    inScript(Object.fromEntries(statuses.map(({ label }, index) => [label, (index * 37) % 91]))),
  ),
  trap(
    'labels as an array in a script',
    'labels and values apart',
    inScript({ labels: statuses.map(({ label }) => label), values: statuses.map(({ id }) => id * 3) }),
  ),
  trap(
    'orders in a script',
    'order ids beside status names',
    inScript(
      Array.from({ length: 30 }, (_, index) => ({
        id: index + 1,
        no: 5000 + index,
        status: statuses[(index * 5) % 16]?.label,
      })),
    ),
  ),
  trap(
    'payment in a script',
    'states of payment, one of which agrees',
    inScript({
      states: [
        { id: 1, name: 'offen' },
        { id: 2, name: 'teilbezahlt' },
        { id: 3, name: 'bezahlt' },
      ],
    }),
  ),
  trap(
    'a grid of badges that all say the same',
    'one number for many',
    `<table>${Array.from({ length: 50 }, (_, index) => `<tr><td><span class="badge-3" data-row="${index}">Bezahlt</span></td></tr>`).join('')}</table>`,
  ),
  trap(
    'API errors in a script',
    'texts that begin like labels',
    inScript({ 3: 'Bezahlt fehlt', 4: 'Versendet am', 16: 'Im Fulfillment seit' }),
  ),
  trap(
    'rows of orders counted from one',
    'sixteen orders, each with its status',
    `<table>${each((_id, label, index) => `<tr data-id="${index + 1}"><td>${label}</td></tr>`)}</table>`,
  ),
  trap(
    'counts',
    'a number of hits per status',
    each((id, label) => `<li data-hits="${(id * 7) % 50}">${label}</li>`),
  ),
  trap(
    'saved filters in links',
    'each link has two ids',
    each((_id, label, index) => `<li><a href="?orderStateIds=3,${index + 20}">${label}</a></li>`),
  ),
  trap(
    'a log of changes',
    'each line has a number and a status',
    `<ul>${Array.from({ length: 20 }, (_, n) => `<li data-entry="${n + 1}">${statuses[(n * 5) % 16]?.label}</li>`).join('')}</ul>`,
  ),
  trap(
    'order lines',
    'positions of an order named like statuses',
    `<table>${each((_id, label, index) => `<tr><td>${index + 1}</td><td>Aufkleber „${label}“</td><td>${(index % 3) + 1}</td></tr>`)}</table>`,
  ),
  trap(
    'ten thousand orders and no list',
    'only rows with order ids',
    () =>
      `<table><tbody id="gridBody">${Array.from({ length: rows(10_000) }, (_, n) => `<tr data-id="${n + 1}"><td>${n}</td><td>${statuses[n % 16]?.label}</td></tr>`).join('')}</tbody></table>`,
  ),
];
