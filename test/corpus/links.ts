import { each, type PageCase, page } from './page-case.js';

/** Links: query, path, fragment. */
export const links: readonly PageCase[] = [
  page(
    'links with other numbers in front',
    'page and page size stand in the same query',
    each(
      (id, label) =>
        `<a href="/de/order?page=1&amp;pageSize=50&amp;orderStateId=${id}&amp;shop=">${label}</a>`,
    ),
  ),
  page(
    'links with an array key',
    'the key is escaped',
    each(
      (id, label) =>
        `<p><a href="/de/order?filter%5BorderStateId%5D=${id}">${label} <small>(${id * 9})</small></a></p>`,
    ),
  ),
  page(
    'matrix parameters',
    'Angular writes parameters behind semicolons',
    each((id, label) => `<a href="#/orders;state=${id};dir=asc">${label}</a> `),
  ),
  page(
    'routerLink',
    'the path lies in two attributes',
    each(
      (id, label) =>
        `<a routerlink="/order/state/${id}" ng-reflect-router-link="/order/state,${id}">${label}</a> `,
    ),
  ),
  page(
    'query',
    'one of the ways to write the address of a filtered list',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a href="/de/order?orderStateId=${id}">${label}</a></li>`)}</ul>`,
  ),
  page(
    'fragment',
    'one of the ways to write the address of a filtered list',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a href="#state=${id}">${label}</a></li>`)}</ul>`,
  ),
  page(
    'path',
    'one of the ways to write the address of a filtered list',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a href="/de/order/state/${id}">${label}</a></li>`)}</ul>`,
  ),
  page(
    'relative query',
    'one of the ways to write the address of a filtered list',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a href="?state=${id}&amp;page=1">${label}</a></li>`)}</ul>`,
  ),
  page(
    'absolute address',
    'one of the ways to write the address of a filtered list',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a href="https://app.billbee.io/de/order?OrderStateIds=${id}">${label}</a></li>`)}</ul>`,
  ),
];
