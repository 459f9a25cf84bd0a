import { each, type PageCase, page, statuses } from './page-case.js';

/** Menus, toolbars and lists of buttons. */
export const menus: readonly PageCase[] = [
  page(
    'menu within a menu',
    'the list stands inside an entry of another menu that has ids of its own',
    `<ul><li data-id="900">Status ändern<ul>${each(
      (id, label) => `<li data-id="${id}"><a><i class="fa fa-circle"></i><span>${label}</span></a></li>`,
    )}</ul></li><li data-id="901">Mitarbeiter<ul><li data-id="7">Anna</li><li data-id="8">Ben</li></ul></li></ul>`,
  ),
  page(
    'menus grouped under headings, each with two or three entries',
    'no group alone is long enough to prove anything',
    `<div class="menu">${[0, 3, 6, 9, 12]
      .map(
        (start) =>
          `<div class="group"><h6>Gruppe ${start}</h6><ul>${each(
            (id, label) => `<li><a data-state-id="${id}">${label}</a></li>`,
            statuses.slice(start, start === 12 ? 16 : start + 3),
          )}</ul></div>`,
      )
      .join('')}</div>`,
  ),
  page(
    'buttons with name and value',
    'each button submits its id',
    each((id, label) => `<button type="submit" name="NewStateId" value="${id}">${label}</button>`),
  ),
  page(
    'submit inputs, the label in value, the id in formaction',
    'the label is an attribute, the id a path',
    each((id, label) => `<input type="submit" formaction="/de/order/setstate/${id}" value="${label}">`),
  ),
  page(
    'a form for each status',
    'the id lies in a hidden field beside the button',
    each(
      (id, label) =>
        `<form action="/de/order/state"><input type="hidden" name="NewStateId" value="${id}"><button>${label}</button></form>`,
    ),
  ),
  page(
    'definition list',
    'each id occurs twice, beside the label and beside a count',
    `<dl>${each((id, label) => `<dt data-status="${id}">${label}</dt><dd data-status="${id}">12 Bestellungen</dd>`)}</dl>`,
  ),
  page(
    'badges before the label',
    'a count stands before the label',
    `<ul>${each((id, label) => `<li data-id="${id}"><span class="badge">${id * 3}</span> ${label}</li>`)}</ul>`,
  ),
  page(
    'count and unit in elements of their own',
    'a count stands behind the label',
    `<ul>${each((id, label) => `<li data-id="${id}"><span>${label}</span><span>${id * 11}</span></li>`)}</ul>`,
  ),
  page(
    'counts with thousands',
    'counts with a separator',
    `<ul>${each((id, label) => `<li data-id="${id}">${label} (1.0${id + 10})</li>`)}</ul>`,
  ),
  page(
    'icon as ligature',
    'the name of an icon is text beside the label',
    `<ul>${each((id, label) => `<li data-id="${id}"><i class="material-icons">check_circle</i> ${label}</li>`)}</ul>`,
  ),
  page(
    'icon as svg with a title',
    'a drawing has a title and numbers of its own',
    `<ul>${each(
      (id, label) =>
        `<li data-id="${id}"><svg><title>Symbol</title><path d="M${id} 3"></path></svg>${label}</li>`,
    )}</ul>`,
  ),
  page(
    'text for screen readers beside the label',
    'a hidden prefix belongs to the text',
    `<ul>${each(
      (id, label) => `<li data-id="${id}"><span class="sr-only">Status:</span> ${label}</li>`,
    )}</ul>`,
  ),
  page(
    'soft hyphens and no-break spaces',
    'invisible characters inside labels',
    `<ul>${each((id, label) => `<li data-id="${id}">\u00a0${label.replace('ung', '\u00adung')}\u00a0</li>`)}</ul>`,
  ),
  page(
    'an open details element',
    'another element than a list',
    `<details open><summary>Status</summary>${each(
      (id, label) => `<p><output data-v="${id}">${label}</output></p>`,
    )}</details>`,
  ),
  page(
    'menu with data-id',
    'an attribute under any name',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a href="#" data-id="${id}">${label}</a></li>`)}</ul>`,
  ),
  page(
    'menu with data-state',
    'an attribute under any name',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a href="#" data-state="${id}">${label}</a></li>`)}</ul>`,
  ),
  page(
    'menu with data-value',
    'an attribute under any name',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a href="#" data-value="${id}">${label}</a></li>`)}</ul>`,
  ),
  page(
    'menu with data-orderstateid',
    'an attribute under any name',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a href="#" data-orderstateid="${id}">${label}</a></li>`)}</ul>`,
  ),
  page(
    'menu with data-order-state-id',
    'an attribute under any name',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a href="#" data-order-state-id="${id}">${label}</a></li>`)}</ul>`,
  ),
  page(
    'menu with data-newstateid',
    'an attribute under any name',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a href="#" data-newstateid="${id}">${label}</a></li>`)}</ul>`,
  ),
  page(
    'menu with data-zustand',
    'an attribute under any name',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a href="#" data-zustand="${id}">${label}</a></li>`)}</ul>`,
  ),
  page(
    'menu with data-k',
    'an attribute under any name',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a href="#" data-k="${id}">${label}</a></li>`)}</ul>`,
  ),
  page(
    'menu with state',
    'an attribute under any name',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a href="#" state="${id}">${label}</a></li>`)}</ul>`,
  ),
  page(
    'menu with rel',
    'an attribute under any name',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a href="#" rel="${id}">${label}</a></li>`)}</ul>`,
  ),
  page(
    'the icon holds the id',
    'the id stands on an element without text',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><i data-id="${id}"></i>&nbsp;${label}</li>`)}</ul>`,
  ),
  page(
    'the list item holds the id',
    'icon and link inside',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li data-id="${id}"><a href="#"><i class="fa fa-2x"></i> ${label}</a></li>`)}</ul>`,
  ),
  page(
    'tooltips only',
    'icons with a title',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><i class="icon-state${id}" title="${label}"></i></li>`)}</ul>`,
  ),
  page(
    'the chosen entry is another element',
    'the current status is a span, the others are links',
    `<ul class="dropdown-menu">${each((id, label, index) => `<li>${index === 4 ? `<span class="on" data-id="${id}">${label}</span>` : `<a data-id="${id}">${label}</a>`}</li>`)}</ul>`,
  ),
];
