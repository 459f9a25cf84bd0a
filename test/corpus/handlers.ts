import { each, type PageCase, page } from './page-case.js';

/** Inline handlers of browsers and frameworks. */
export const handlers: readonly PageCase[] = [
  page(
    'onclick with quotes as entities and the label as argument',
    'id and label are both arguments',
    `<ul>${each(
      (id, label) =>
        `<li><a onclick="setState(&quot;${id}&quot;, &quot;${label}&quot;); return false;">${label}</a></li>`,
    )}</ul>`,
  ),
  page(
    'onclick with an object',
    'the id lies in an object beside another number',
    `<ul>${each(
      (id, label) => `<li onclick="post('/de/order', {NewStateId: ${id}, sendMail: 1})">${label}</li>`,
    )}</ul>`,
  ),
  page(
    'onmousedown with three numbers',
    'a year, an index and the id in one call',
    `<ul>${each((id, label, index) => `<li onmousedown="sel(2019, ${index}, ${id})">${label}</li>`)}</ul>`,
  ),
  page(
    'Knockout',
    'the call lies in data-bind',
    `<ul>${each(
      (id, label) => `<li><a data-bind="click: function(){ $root.setState(${id}) }">${label}</a></li>`,
    )}</ul>`,
  ),
  page(
    'Vue',
    'v-on and a key',
    `<ul>${each((id, label) => `<li v-on:click.prevent="pick(${id})" :key="${id}">${label}</li>`)}</ul>`,
  ),
  page(
    'onclick',
    'one of the ways frameworks write a click',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a onclick="setState(${id})">${label}</a></li>`)}</ul>`,
  ),
  page(
    'onclick with quotes',
    'one of the ways frameworks write a click',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a onclick="orders.changeState('${id}', this)">${label}</a></li>`)}</ul>`,
  ),
  page(
    'a script link',
    'one of the ways frameworks write a click',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a href="javascript:changeState(${id});">${label}</a></li>`)}</ul>`,
  ),
  page(
    'order and status in one call',
    'one of the ways frameworks write a click',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a onclick="changeState(4711, ${id})">${label}</a></li>`)}</ul>`,
  ),
  page(
    'index and id in one call',
    'one of the ways frameworks write a click',
    `<ul class="dropdown-menu">${each((id, label, index) => `<li><a onclick="pick(${index}, ${id})">${label}</a></li>`)}</ul>`,
  ),
  page(
    'ng-click',
    'one of the ways frameworks write a click',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a ng-click="vm.setState(${id})">${label}</a></li>`)}</ul>`,
  ),
  page(
    'x-on',
    'one of the ways frameworks write a click',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a x-on:click.prevent="state = ${id}">${label}</a></li>`)}</ul>`,
  ),
  page(
    'onpointerup',
    'one of the ways frameworks write a click',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a onpointerup="set(${id})">${label}</a></li>`)}</ul>`,
  ),
  page(
    'jsaction',
    'one of the ways frameworks write a click',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a jsaction="click:order.state.${id}">${label}</a></li>`)}</ul>`,
  ),
  page(
    'hx-get',
    'one of the ways frameworks write a click',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a hx-get="/de/order/state/${id}">${label}</a></li>`)}</ul>`,
  ),
  page(
    'data-action',
    'one of the ways frameworks write a click',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a data-action="click->order#set" data-order-state-param="${id}">${label}</a></li>`)}</ul>`,
  ),
  page(
    'wire:click',
    'one of the ways frameworks write a click',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a wire:click="setState(${id})">${label}</a></li>`)}</ul>`,
  ),
  page(
    'phx-click',
    'one of the ways frameworks write a click',
    `<ul class="dropdown-menu">${each((id, label, _index) => `<li><a phx-click="state" phx-value-id="${id}">${label}</a></li>`)}</ul>`,
  ),
];
