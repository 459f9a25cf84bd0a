import { each, type PageCase, page } from './page-case.js';

/** Element ids and classes. */
export const idsAndClasses: readonly PageCase[] = [
  page(
    'element id in upper case',
    'names in upper case',
    each((id, label) => `<DIV ID="OrderState${id}">${label}</DIV>`),
  ),
  page(
    'class with leading zeros',
    '03 is 3',
    each((id, label) => `<div class="st st-0${id}">${label}</div>`),
  ),
  page(
    'two classes with numbers',
    'one class is of the layout, the other is the id',
    each((id, label, index) => `<div class="col-xs-${(index % 4) + 1} state${id}">${label}</div>`),
  ),
  page(
    'element id with suffix',
    'orderstate_3',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li id="orderstate_${id}"><a href="#">${label}</a></li>`)}</ul>`,
  ),
  page(
    'class of a badge',
    'label-state3',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><span class="label label-state${id}">${label}</span></li>`)}</ul>`,
  ),
  page(
    'row class',
    'state-3 on the row of a table of statuses',
    `<table>${each((id, label) => `<tr class="state-${id}"><td>${label}</td><td>…</td></tr>`)}</table>`,
  ),
  page(
    'BEM',
    'a modifier with a number',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li class="menu__item menu__item--state-${id}">${label}</li>`)}</ul>`,
  ),
];
