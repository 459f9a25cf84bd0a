import { each, inAttribute, json, type PageCase, page, statuses } from './page-case.js';

/** Data in attributes. */
export const dataAttributes: readonly PageCase[] = [
  page(
    'data-source of a grid column',
    'JSON of a grid holds the list of one column',
    `<div data-columns="${inAttribute(JSON.stringify([{ field: 'Id' }, { field: 'OrderStateId', values: statuses.map(({ id, label }) => ({ text: label, value: id })) }]))}"></div>`,
  ),
  page(
    'ng-init',
    'JavaScript notation in an attribute',
    `<div ng-init="states=[${inAttribute(statuses.map(({ id, label }) => `{id:${id},name:'${label}'}`).join())}]"></div>`,
  ),
  page(
    'data-options of a popover, markup inside an attribute',
    'markup as text in an attribute',
    `<a data-content="${inAttribute(`<ul>${each((id, label) => `<li data-id="${id}">${label}</li>`)}</ul>`)}">Status</a>`,
  ),
  page(
    'x-data with double escapes',
    'JSON inside JSON',
    `<div x-data="${inAttribute(JSON.stringify({ s: json((id, label) => ({ id, label })) }))}"></div>`,
  ),
  page(
    'data-states',
    'JSON under a name of its own',
    `<div data-states="${inAttribute(json((id, label) => ({ Id: id, Name: label })))}"></div>`,
  ),
  page(
    'options of a custom element',
    'another pair of keys',
    `<bb-filter options='${json((id, label) => ({ v: id, t: label }))}'></bb-filter>`,
  ),
  page(
    'hx-vals',
    'JSON beside the label',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li hx-vals='{"state": ${id}}'>${label}</li>`)}</ul>`,
  ),
];
