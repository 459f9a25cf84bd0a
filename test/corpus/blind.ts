import { each, inAttribute, json, named, only, type PageCase, rows, statuses, trap } from './page-case.js';

/** Pages written without looking at how the detector reacts, as a stranger would. */
const french = named({
  14: 'Proposé',
  1: 'Commandé',
  2: 'Confirmé',
  3: 'Payé',
  13: 'Emballé',
  16: 'En traitement',
  4: 'Expédié',
  5: 'Réclamation',
  6: 'Supprimé',
  7: 'Terminé',
  8: 'Annulé',
  9: 'Archivé',
  15: 'Rappel de paiement',
  11: 'Relance 1',
  12: 'Relance 2',
  17: 'Retour',
});

const own = named({
  1: 'Neu eingegangen',
  2: 'Geprüft',
  3: 'Geld da',
  13: 'Im Karton',
  4: 'Unterwegs zum Kunden',
  7: 'Erledigt',
  8: 'Weg damit',
  16: 'Beim Dienstleister',
});

export const blindPages: readonly PageCase[] = [
  {
    name: 'blind: toolbar of buttons with formaction',
    reason: 'each status is a submit button that posts to its own address',
    body: `<form method="post">${each((id, label) => `<button type="submit" formaction="/de/order/setstate/${id}" class="btn btn-small">${label}</button>`)}</form>`,
    expected: statuses,
  },
  {
    name: 'blind: submit buttons of one name',
    reason: 'name and value on buttons, the classic of server pages',
    body: `<form>${each((id, label) => `<button name="newState" value="${id}">${label}</button>`)}</form>`,
    expected: statuses,
  },
  {
    name: 'blind: htmx values',
    reason: 'hx-vals holds a JSON object with the id and other numbers',
    body: `<ul>${each((id, label) => `<li hx-post="/order/4711/state" hx-vals='{"orderId": 4711, "stateId": ${id}}' hx-swap="none">${label}</li>`)}</ul>`,
    expected: statuses,
  },
  {
    name: 'blind: Stimulus parameters',
    reason: 'data-<controller>-id-param',
    body: `<div data-controller="order">${each((id, label) => `<button data-action="order#setState" data-order-id-param="${id}"><span>${label}</span></button>`)}</div>`,
    expected: statuses,
  },
  {
    name: 'blind: jsaction',
    reason: 'handler names with a number behind a colon, id in a jsdata attribute',
    body: `<div role="listbox">${each((id, label) => `<div role="option" jsaction="click:pick" jsdata="state;${id}"><span jsname="x">${label}</span></div>`)}</div>`,
    expected: statuses,
  },
  {
    name: 'blind: Alpine',
    reason: 'x-on handlers with assignment',
    body: `<div x-data="{s:null}">${each((id, label) => `<a x-on:click="s = ${id}; open = false">${label}</a>`)}</div>`,
    expected: statuses,
  },
  {
    name: 'blind: Vue shorthand with event modifiers',
    reason: '@click.prevent',
    body: `<ul>${each((id, label) => `<li><a @click.prevent="$emit('state', ${id})">${label}</a></li>`)}</ul>`,
    expected: statuses,
  },
  {
    name: 'blind: nested check boxes as a tree',
    reason: 'statuses in two groups with headings that are check boxes themselves',
    body: `<ul class="tree"><li><label><input type="checkbox" value="open"> Offen</label><ul>${each((id, label) => `<li><label><input type="checkbox" value="${id}"> ${label}</label></li>`, only(14, 1, 2, 3, 13, 16))}</ul></li><li><label><input type="checkbox" value="done"> Fertig</label><ul>${each((id, label) => `<li><label><input type="checkbox" value="${id}"> ${label}</label></li>`, only(4, 5, 6, 7, 8, 9, 15, 11, 12, 17))}</ul></li></ul>`,
    expected: statuses,
  },
  {
    name: 'blind: a table of settings',
    reason: 'the settings page lists id and name in cells of their own',
    body: `<table><thead><tr><th>ID</th><th>Name</th><th>Farbe</th></tr></thead><tbody>${each((id, label) => `<tr><td>${id}</td><td>${label}</td><td>#00${id}</td></tr>`)}</tbody></table>`,
    expected: statuses,
  },
  {
    name: 'blind: settings table with edit links',
    reason: 'the id stands in the link of the last cell, the name is an input',
    body: `<table>${each((id, label) => `<tr><td><input type="text" name="name" value="${label}"></td><td><a href="/de/settings/orderstate/edit/${id}">Bearbeiten</a></td></tr>`)}</table>`,
    expected: statuses,
  },
  {
    name: 'blind: list items with value',
    reason: '<li value> of an ordered list',
    body: `<ol>${each((id, label) => `<li value="${id}">${label}</li>`)}</ol>`,
    expected: statuses,
  },
  {
    name: 'blind: web component with an items attribute',
    reason: 'a custom element takes its choices as JSON',
    body: `<bb-select items="${inAttribute(json((id, label) => ({ key: id, caption: label, icon: 'x' })))}"></bb-select>`,
    expected: statuses,
  },
  {
    name: 'blind: web component, own element per entry',
    reason: 'bb-option with a state-id attribute without data-',
    body: `<bb-list>${each((id, label) => `<bb-option state-id="${id}" caption="${label}"></bb-option>`)}</bb-list>`,
    expected: statuses,
  },
  {
    name: 'blind: Next data',
    reason: 'server state deep in JSON with counts and colours',
    body: `<div id="app"></div><script id="__STATE__" type="application/json">${JSON.stringify({
      props: {
        user: { id: 16, name: 'Eva' },
        lookups: {
          carriers: [
            { id: 1, name: 'DHL' },
            { id: 2, name: 'DPD' },
          ],
          orderStates: statuses.map(({ id, label }) => ({
            id,
            name: label,
            color: '#123456',
            count: id * 3,
          })),
        },
      },
    })}</script>`,
    expected: statuses,
  },
  {
    name: 'blind: TypeScript enum object',
    reason: 'a compiled enum maps both ways',
    body: `<script>var OrderState;(function(e){${statuses.map(({ id, label }) => `e[e["${label}"] = ${id}] = "${label}";`).join('')}})(OrderState||(OrderState={}));</script>`,
    expected: statuses,
  },
  {
    name: 'blind: push calls',
    reason: 'a list filled entry by entry',
    body: `<script>${statuses.map(({ id, label }) => `states.push({ id: ${id}, name: "${label}" });`).join('\n')}</script>`,
    expected: statuses,
  },
  {
    name: 'blind: translated by the browser into French',
    reason: 'font elements and words nobody listed, while values stay',
    html: 'lang="fr" class="translated-ltr"',
    body: `<label for="s"><font><font>Statut</font></font></label><select id="s" name="OrderStateId">${each((id, label) => `<option value="${id}">${label}</option>`, french)}</select>`,
    expected: french,
  },
  {
    name: 'blind: translated menu with data-state',
    reason: 'the same in a menu, whose attribute speaks of the state',
    html: 'lang="fr" class="translated-ltr"',
    body: `<ul class="dropdown-menu">${each((id, label) => `<li><a data-orderstate="${id}"><font style="vertical-align: inherit;"><font style="vertical-align: inherit;">${label}</font></font></a></li>`, french)}</ul>`,
    expected: french,
  },
  {
    name: 'blind: every status renamed',
    reason: 'a merchant gave each status a name of their own; the field says what it is',
    body: `<select name="orderStateId">${each((id, label) => `<option value="${id}">${label}</option>`, own)}</select>`,
    expected: own,
  },
  {
    name: 'blind: half renamed',
    reason: 'four names are known, the rest are the merchant’s',
    body: `<ul>${each((id, label) => `<li data-id="${id}">${label}</li>`, [...only(1, 3, 4, 8), ...named({ 2: 'Geprüft', 13: 'Im Karton', 7: 'Erledigt', 18: 'Abholung' })])}</ul>`,
    expected: [
      ...only(1, 3, 4, 8),
      ...named({ 2: 'Geprüft', 13: 'Im Karton', 7: 'Erledigt', 18: 'Abholung' }),
    ],
  },
  {
    name: 'blind: a list behind a hundred tags of one menu',
    reason: 'one flat list of filter entries: tags first, statuses last',
    body: `<div class="filters">${Array.from({ length: 100 }, (_, n) => `<label class="f"><input type="checkbox" name="tag" value="${n + 500}">Tag ${n}</label>`).join('')}${each((id, label) => `<label class="f"><input type="checkbox" name="st" value="${id}">${label}</label>`)}</div>`,
    expected: statuses,
  },
  {
    name: 'blind: grid of 10,000 rows, then the list',
    reason: 'the dialog that changes the status stands at the end of the page',
    body: () =>
      `<table id="grid"><tbody id="gridBody">${Array.from({ length: rows(10_000) }, (_, n) => `<tr data-id="${90_000 + n}"><td>${n}</td><td>Kunde ${n}</td><td>${statuses[n % 16]?.label}</td></tr>`).join('')}</tbody></table><div class="modal"><select>${each((id, label) => `<option value="${id}">${label}</option>`)}</select></div>`,
    expected: statuses,
  },
  {
    name: 'blind: ids only in the badges of a long grid',
    reason: 'every row shows its status with a class; one status occurs only in row 900',
    body: () =>
      `<table><tbody>${Array.from({ length: 1_000 }, (_, n) => {
        const status = n === 900 ? statuses[15] : statuses[n % 15];
        return `<tr data-id="${90_000 + n}"><td>${n}</td><td><span class="badge state-${status?.id}">${status?.label}</span></td></tr>`;
      }).join('')}</tbody></table>`,
    expected: statuses,
  },
  {
    name: 'blind: optgroup headings and separators',
    reason: 'disabled options as lines between groups',
    body: `<select><option value="-1">── Alle ──</option>${each((id, label, index) => `${index % 4 === 0 ? '<option disabled value="0">────────</option>' : ''}<option value="${id}">\u00a0\u00a0${label}</option>`)}</select>`,
    expected: statuses,
  },
  {
    name: 'blind: aria-labelled radio cards',
    reason: 'the label is an attribute, the visible text is a description',
    body: `<div role="radiogroup" aria-label="Status">${each((id, label) => `<div role="radio" aria-label="${label}" data-key="${id}"><p>Setzt alle markierten Bestellungen auf diesen Zustand.</p></div>`)}</div>`,
    expected: statuses,
  },
  {
    name: 'blind: Ukrainian translation in a radio list',
    reason: 'letters of another script, order of work, ids in values',
    html: 'lang="uk" class="translated-ltr"',
    body: `<fieldset><legend>Статус замовлення</legend>${each((id, label) => `<label><input type="radio" name="orderStateId" value="${id}"> <font><font>${label}</font></font></label>`, named({ 1: 'Замовлено', 2: 'Підтверджено', 3: 'Оплачено', 13: 'Упаковано', 16: 'У виконанні', 4: 'Відправлено', 8: 'Скасовано', 7: 'Завершено' }))}</fieldset>`,
    expected: named({
      1: 'Замовлено',
      2: 'Підтверджено',
      3: 'Оплачено',
      13: 'Упаковано',
      16: 'У виконанні',
      4: 'Відправлено',
      8: 'Скасовано',
      7: 'Завершено',
    }),
  },
  {
    name: 'blind: Angular template reference with ng-reflect on a checkbox',
    reason: 'debug attributes hold both the id and the index',
    body: `<div>${each((id, label, index) => `<mat-checkbox id="mat-mdc-checkbox-${index + 1}" ng-reflect-name="${index}" ng-reflect-value="${id}"><label for="mat-mdc-checkbox-${index + 1}-input">${label}</label></mat-checkbox>`)}</div>`,
    expected: statuses,
  },
  {
    name: 'blind: comment nodes and split text',
    reason: 'frameworks leave comments inside labels',
    body: `<ul>${each((id, label) => `<li data-v-7ba5bd90 data-id="${id}"><!-- -->${label.slice(0, 2)}<!-- -->${label.slice(2)}<!--v-if--></li>`)}</ul>`,
    expected: statuses,
  },
  trap(
    'blind: payment type select',
    'payment types share ids and one word',
    `<select name="PaymentType">${[
      [1, 'Überweisung'],
      [2, 'Nachnahme'],
      [3, 'Bezahlt (PayPal)'],
      [4, 'Bar'],
      [13, 'Amazon'],
      [16, 'Klarna'],
    ]
      .map(([id, label]) => `<option value="${id}">${label}</option>`)
      .join('')}</select>`,
  ),
  trap(
    'blind: translated index',
    'the list is translated and its values are positions',
    `<select name="state">${each((_id, label, index) => `<option value="${index}">${label}</option>`, french)}</select>`,
    'lang="fr" class="translated-ltr"',
  ),
  trap(
    'blind: own names with positions',
    'own names, numbers from 1: nothing proves that they are ids',
    `<select name="orderStateId">${own.map(({ label }, index) => `<option value="${index + 1}">${label}</option>`).join('')}</select>`,
  ),
  trap(
    'blind: state machine steps',
    'a progress bar numbers its steps',
    `<ol class="steps">${['Bestellt', 'Bestätigt', 'Bezahlt', 'Versendet'].map((label, index) => `<li class="step" data-step="${index + 1}">${label}</li>`).join('')}</ol>`,
  ),
  trap(
    'blind: report of counts',
    'a table with a number per status',
    `<table>${each((_id, label, index) => `<tr><td>${label}</td><td>${[5, 0, 12, 3, 7, 1, 4, 22, 9, 2, 6, 8, 11, 13, 10, 14][index]}</td></tr>`)}</table>`,
  ),
  trap(
    'blind: colours',
    'colour numbers per status',
    `<ul>${each((id, label) => `<li class="color${(id * 7) % 19}">${label}</li>`)}</ul>`,
  ),
  trap(
    'blind: mail templates per status',
    'each status has a template with an id of its own',
    `<table>${each((_id, label, index) => `<tr data-template-id="${index + 3}"><td>${label}</td><td>Vorlage ${index + 3}</td></tr>`)}</table>`,
  ),
  trap(
    'blind: tabs',
    'tab panels counted by a widget',
    `<ul>${each((_id, label, index) => `<li><a href="#tabs-${index + 1}">${label}</a></li>`)}</ul>`,
  ),
  trap(
    'blind: orders with status as JSON',
    'orders whose running id lies beside the status name',
    `<script>var rows=${JSON.stringify(Array.from({ length: 25 }, (_, n) => ({ Id: n + 1, Status: statuses[(n * 3) % 16]?.label })))}</script>`,
  ),
  trap(
    'blind: keyboard shortcuts',
    'accesskey numbers',
    `<ul>${each((_id, label, index) => `<li accesskey="${index + 1}" tabindex="${index + 1}">${label}</li>`)}</ul>`,
  ),
  trap(
    'blind: chart legend',
    'series by position',
    `<svg><g>${each((_id, label, index) => `<text class="series-${index}">${label}</text>`)}</g></svg>`,
  ),
  trap(
    'blind: dates beside labels',
    'days of a month look like small ids',
    `<ul>${each((_id, label, index) => `<li><time datetime="2026-03-${String(((index * 5) % 28) + 1).padStart(2, '0')}">${label}</time></li>`)}</ul>`,
  ),
  trap(
    'blind: shops named like statuses',
    'a merchant calls shops as they like',
    `<select name="ShopId">${[
      [3, 'Bezahlt GmbH'],
      [4, 'Versendet24'],
      [16, 'Fulfillment Shop'],
      [1, 'Bestellt.de'],
    ]
      .map(([id, label]) => `<option value="${id}">${label}</option>`)
      .join('')}</select>`,
  ),
  trap(
    'blind: empty states',
    'no list is on the page yet',
    '<div id="statusMenu" data-loading="1">Wird geladen …</div>',
  ),
];
