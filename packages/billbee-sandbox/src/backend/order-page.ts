import { html } from 'hono/html';
import type { SandboxState } from '../state/state.js';
import type { ListedStatus, Markup, StatusControls } from './encodings/encoding.js';
import type { PageQuery } from './page-query.js';
import { staffMenu, traps } from './traps.js';

/** The columns of the overview; the class of a cell is its number, and the numbers of hidden columns are left out. */
const COLUMNS: readonly (readonly [number, string])[] = [
  [0, '#'],
  [1, ''],
  [2, 'Shop'],
  [3, 'Bestellung'],
  [4, 'Bestelldatum'],
  [5, 'Rechnung'],
  [6, 'Zahldatum'],
  [8, 'Zahlart'],
  [9, 'Käufer'],
  [10, 'Benutzername'],
  [12, 'Status'],
  [13, 'Summe'],
  [14, 'Verlauf'],
];
const FILTERED = new Set(['Shop', 'Zahldatum', 'Zahlart', 'Status', 'Summe']);

/** The legacy order page: toolbar, filters, and a table that a script fills. */
export function orderPage(query: PageQuery, search: string, state: SandboxState): Markup {
  const later = query.late > 0;
  const controls = later ? {} : statusControls(query, state, query.extraAfter === 0);
  const { editor } = query.encoding;
  const changeOnClick = query.toolbar === 'lazy' || (query.menusOnClick && query.toolbar === 'menu');
  return html`<!doctype html>
<html lang="de">
<head>
  <meta charset="utf-8">
  <title>Aufträge</title>
  <link rel="stylesheet" href="/static/sandbox/sandbox.css">
  <script src="/static/sandbox/translate.js" defer></script>
  <script src="/static/sandbox/order-page.js" defer></script>
  ${editor ? html`<script src="/static/sandbox/inline-editor.js" defer></script>` : ''}
</head>
<body class="legacy" data-search="${search}" data-late="${query.late}" data-rows-after="${query.rowsAfter}" data-extra-after="${query.extraAfter}">
  <div id="actionbuttons" class="toolbar">
    <a class="btn btn-primary" href="#" id="btnNewOrder">Neu</a>
    <button type="button" class="btn" id="btnOpenDlgCreateInvoices">Rechnung</button>
    <button type="button" class="btn" id="btnCreateLabels">Etikett</button>
    <button type="button" class="btn" id="btnShipOrders">Versenden</button>
    <span id="changeControl">${changeOnClick ? closedMenu('change') : (controls.change ?? '')}</span>
    ${query.traps ? staffMenu() : html`<button type="button" class="btn" id="btnAssignStaff">Mitarbeiter</button>`}
    ${editor ? html`<button type="button" class="btn" data-shows="filters" aria-expanded="false">Filter <span class="caret"></span></button>` : ''}
    <span class="spacer"></span>
    <input type="search" class="search" placeholder="Auftragssuche" aria-label="Auftragssuche">
  </div>
  <form id="filters" class="filters" action="/de/order"${editor ? html` hidden` : ''}>
    <span class="field" id="filterControl">${query.menusOnClick ? closedMenu('filter') : (controls.filter ?? '')}</span>
    ${query.traps ? traps() : ''}
  </form>
  <table id="grid" class="table table-bordered table-condensed table-hover">
    <thead><tr>${COLUMNS.map(
      ([number, title]) =>
        html`<th class="c${number}">${title || html`<span class="unseen">Auswahl</span>`}${
          FILTERED.has(title)
            ? html` <button type="button" class="funnel" title="Filter" aria-label="Nach ${title} filtern"></button>`
            : ''
        }</th>`,
    )}</tr></thead>
    <tbody id="gridBody" class="orderGridBody"><tr class="waiting"><td colspan="${COLUMNS.length}">Aufträge werden geladen …</td></tr></tbody>
  </table>
  <div id="gridFooter" class="footer"></div>
</body>
</html>`;
}

/** A menu whose items arrive only with a click, and leave again when it closes. */
function closedMenu(part: keyof StatusControls): Markup {
  const title = part === 'filter' ? 'Statusfilter' : 'Status ändern';
  return html`<span class="menu-place"><button type="button" class="btn" data-menu-part="${part}" aria-expanded="false">${title} <span class="caret"></span></button><span class="menu-slot"></span></span>`;
}

/** The status controls in the encoding asked for. */
export function statusControls(query: PageQuery, state: SandboxState, withExtra: boolean): StatusControls {
  const known = withExtra ? query.statuses : query.statuses.filter(({ id }) => id <= 17);
  const { filter, change } = query.encoding.controls(listed(known, state), query.attribute);
  return { ...(filter && { filter }), ...(change && query.toolbar !== 'none' && { change }) };
}

/** What a click on a row's status puts into its cell; nothing where the encoding has no editor. */
export function statusEditor(query: PageQuery, state: SandboxState): Markup | '' {
  return query.encoding.editor?.(listed(query.statuses, state)) ?? '';
}

function listed(statuses: PageQuery['statuses'], state: SandboxState): ListedStatus[] {
  const counts = new Map<number, number>();
  for (const { State } of state.orders) counts.set(State, (counts.get(State) ?? 0) + 1);
  return statuses.map((status) => ({ ...status, count: counts.get(status.id) ?? 0 }));
}
