import { html, raw } from 'hono/html';
import type { Encoding, ListedStatus, Markup } from './encoding.js';

/** Drop-down menu behind a toolbar button. */
export function menu(title: string, items: readonly Markup[]): Markup {
  return html`<div class="btn-group">
    <button type="button" class="btn" data-toggle="dropdown" aria-haspopup="true">${title} <span class="caret"></span></button>
    <ul class="dropdown-menu">${items}</ul>
  </div>`;
}

/** Items `<li><a data-…="3"><i></i> Bezahlt</a></li>`. */
export function dataItems(statuses: readonly ListedStatus[], attribute: string): Markup[] {
  return statuses.map(
    (status) =>
      html`<li><a href="#" ${raw(attribute)}="${status.id}"><i class="dot dot-${status.label.length % 5}"></i> ${status.label}</a></li>`,
  );
}

function linkMenu(name: string, description: string, link: (status: ListedStatus) => Markup): Encoding {
  return {
    name,
    description,
    controls: (statuses) => ({
      change: menu(
        'Status ändern',
        statuses.map((status) => html`<li>${link(status)}</li>`),
      ),
    }),
  };
}

function inlineMenu(name: string, description: string, link: (status: ListedStatus) => Markup): Encoding {
  return { ...linkMenu(name, description, link), needs: 'inline script' };
}

/** Encodings made of menus and links. */
export const MENUS: readonly Encoding[] = [
  {
    name: 'dropdown',
    description: 'menu with a data attribute on the link; ?attribute=data-state picks its name',
    controls: (statuses, attribute) => ({ change: menu('Status ändern', dataItems(statuses, attribute)) }),
  },
  {
    name: 'dropdown-item',
    description: 'menu with the data attribute on the list item',
    controls: (statuses, attribute) => ({
      change: menu(
        'Status ändern',
        statuses.map(
          (status) => html`<li ${raw(attribute)}="${status.id}"><a href="#">${status.label}</a></li>`,
        ),
      ),
    }),
  },
  inlineMenu(
    'inline',
    'inline handler: onclick="setState(3)"',
    ({ id, label }) => html`<a href="javascript:void(0)" onclick="setState(${id})">${label}</a>`,
  ),
  inlineMenu(
    'inline-quoted',
    'inline handler: onclick="orders.changeState(\'3\', this)"',
    ({ id, label }) => html`<a href="#" onclick="orders.changeState('${id}', this)">${label}</a>`,
  ),
  inlineMenu(
    'inline-link',
    'script link: href="javascript:changeState(3);"',
    ({ id, label }) => html`<a href="javascript:changeState(${id});">${label}</a>`,
  ),
  inlineMenu(
    'inline-ambiguous',
    'trap: two numbers in one call, changeState(4711, 3)',
    ({ id, label }) => html`<a href="#" onclick="changeStateOf(4711, ${id})">${label}</a>`,
  ),
  linkMenu(
    'angularjs-list',
    'AngularJS list: ng-click="vm.setState(3)"',
    ({ id, label }) => html`<a ng-click="vm.setState(${id})" class="ng-binding" href="#">${label}</a>`,
  ),
  linkMenu(
    'angularjs-list-no-id',
    'AngularJS list without ids: ng-click="vm.setState(s.id)"',
    ({ label }) => html`<a ng-click="vm.setState(s.id)" class="ng-binding" href="#">${label}</a>`,
  ),
  linkMenu(
    'links',
    'links with a query: /de/order?orderStateId=3',
    ({ id, label }) => html`<a href="/de/order?orderStateId=${id}">${label}</a>`,
  ),
  linkMenu(
    'links-hash',
    'links with a fragment: #state=3',
    ({ id, label }) => html`<a href="#state=${id}">${label}</a>`,
  ),
  linkMenu(
    'links-path',
    'links with a path: /de/order/state/3',
    ({ id, label }) => html`<a href="/de/order/state/${id}">${label}</a>`,
  ),
  {
    name: 'suffix',
    description: 'id at the end of an element id: <li id="orderstate_3">',
    controls: (statuses) => ({
      change: menu(
        'Status ändern',
        statuses.map(({ id, label }) => html`<li id="orderstate_${id}"><a href="#">${label}</a></li>`),
      ),
    }),
  },
  linkMenu(
    'labels',
    'no ids at all: labels and tooltips only',
    ({ label }) => html`<a href="#" title="Auf „${label}“ setzen">${label}</a>`,
  ),
];
