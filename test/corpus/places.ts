import { each, type PageCase, page, statuses } from './page-case.js';

const list = `<ul>${each((id, label) => `<li data-id="${id}">${label}</li>`)}</ul>`;
const add = (parent: ParentNode | null | undefined, markup: string): void => {
  const { body } = new DOMParser().parseFromString(markup, 'text/html');
  parent?.append(...body.childNodes);
};

/** Where a list can be, and when. */
export const places: readonly PageCase[] = [
  page('template element', 'a list that is cloned when a menu opens', `<template>${list}</template>`),
  page('template in a script', 'the same in an older page', `<script type="text/template">${list}</script>`),
  page(
    'template in a template',
    'a row of a grid holds the list',
    `<template><tr><td><template>${list}</template></td></tr></template>`,
  ),
  {
    name: 'open shadow root',
    reason: 'a web component draws the list',
    body: '<bb-status-menu></bb-status-menu>',
    prepare: (document) =>
      add(document.querySelector('bb-status-menu')?.attachShadow({ mode: 'open' }), list),
    expected: statuses,
  },
  {
    name: 'shadow root in a shadow root',
    reason: 'a component inside a component',
    body: '<bb-shell></bb-shell>',
    prepare: (document) => {
      const outer = document.querySelector('bb-shell')?.attachShadow({ mode: 'open' });
      add(outer, '<bb-menu></bb-menu>');
      add(outer?.querySelector('bb-menu')?.attachShadow({ mode: 'open' }), list);
    },
    expected: statuses,
  },
  {
    name: 'labels slotted into a component',
    reason: 'the entries are children of the host, the frame around them is in its shadow',
    body: `<bb-menu>${each((id, label) => `<bb-item value="${id}">${label}</bb-item>`)}</bb-menu>`,
    prepare: (document) =>
      add(document.querySelector('bb-menu')?.attachShadow({ mode: 'open' }), '<slot></slot>'),
    expected: statuses,
  },
  {
    name: 'a late list',
    reason: 'the toolbar is filled by a script',
    body: '<div id="actionbuttons">Wird geladen …</div>',
    later: (document) => add(document.querySelector('#actionbuttons'), list),
    expected: statuses,
  },
  {
    name: 'a list on click',
    reason: 'the menu is empty until it opens',
    body: '<div class="dropdown"><button data-toggle="dropdown">Status ändern</button><ul></ul></div>',
    later: (document) =>
      add(
        document.querySelector('ul'),
        each((id, label) => `<li><a data-state="${id}">${label}</a></li>`),
      ),
    expected: statuses,
  },
  {
    name: 'an overlay at the end of body',
    reason: 'mat-select draws its options there while it is open',
    body: '<mat-select id="mat-select-3" aria-expanded="false">Status</mat-select>',
    later: (document) =>
      add(
        document.body,
        `<div class="cdk-overlay-container">${each((id, label, index) => `<mat-option id="mat-option-${index}" value="${id}"><span>${label}</span></mat-option>`)}</div>`,
      ),
    expected: statuses,
  },
  {
    name: 'a list that is replaced',
    reason: 'labels without ids become labels with ids',
    body: `<ul>${each((_id, label) => `<li>${label}</li>`)}</ul>`,
    later: (document) => {
      document.querySelector('ul')?.remove();
      add(document.body, list);
    },
    expected: statuses,
  },
  page('a closed dialog', 'what is not shown is in the page all the same', `<dialog>${list}</dialog>`),
  page(
    'a hidden element',
    'the list of a menu that is closed',
    `<div hidden style="display:none">${list}</div>`,
  ),
  page(
    'in a form whose fields shadow names',
    'a form may have fields named like properties of the DOM',
    `<form>${['attributes', 'parentNode', 'childNodes', 'firstChild', 'nextSibling', 'getAttribute', 'querySelectorAll', 'localName', 'children', 'nodeType', 'textContent'].map((name) => `<input name="${name}">`).join('')}${list}</form>`,
  ),
];
