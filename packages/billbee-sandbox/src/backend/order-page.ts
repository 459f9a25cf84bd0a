import { html } from 'hono/html';
import type { SandboxState } from '../state/state.js';
import type { ListedStatus, Markup, StatusControls } from './encodings/encoding.js';
import type { PageQuery } from './page-query.js';
import { traps } from './traps.js';

/** The legacy order page: toolbar, filters, and a table that a script fills. */
export function orderPage(query: PageQuery, search: string, state: SandboxState): Markup {
  const later = query.late > 0;
  const controls = later ? {} : statusControls(query, state, query.extraAfter === 0);
  return html`<!doctype html>
<html lang="de">
<head>
  <meta charset="utf-8">
  <title>Aufträge</title>
  <link rel="stylesheet" href="/static/sandbox/sandbox.css">
  <script src="/static/sandbox/order-page.js" defer></script>
</head>
<body class="legacy" data-search="${search}" data-late="${query.late}" data-rows-after="${query.rowsAfter}" data-extra-after="${query.extraAfter}">
  <div id="actionbuttons" class="toolbar">
    <a class="btn btn-primary" href="#" id="btnNewOrder">Neu</a>
    <button type="button" class="btn" id="btnOpenDlgCreateInvoices">Rechnung</button>
    <button type="button" class="btn" id="btnCreateLabels">Etikett</button>
    <button type="button" class="btn" id="btnShipOrders">Versenden</button>
    <span id="changeControl">${query.menusOnClick ? closedMenu('change') : (controls.change ?? '')}</span>
    <button type="button" class="btn" id="btnAssignStaff">Mitarbeiter</button>
    <span class="spacer"></span>
    <input type="search" class="search" placeholder="Auftragssuche" aria-label="Auftragssuche">
  </div>
  <form id="filters" class="filters" action="/de/order">
    <span class="field" id="filterControl">${query.menusOnClick ? closedMenu('filter') : (controls.filter ?? '')}</span>
    ${query.traps ? traps() : ''}
  </form>
  <table id="grid" class="table table-bordered table-condensed table-hover">
    <thead><tr>
      <th></th><th>Bestellung</th><th>Zahldatum</th><th>Zahlart</th><th>Käufer</th>
      <th>Status <button type="button" class="funnel" title="Filter" aria-label="Nach Status filtern"></button></th>
      <th>Artikel</th><th class="sum">Summe</th><th>Versendet</th>
    </tr></thead>
    <tbody id="gridBody"><tr class="waiting"><td colspan="9">Aufträge werden geladen …</td></tr></tbody>
  </table>
  <div id="gridFooter" class="footer"></div>
</body>
</html>`;
}

/** A menu whose items arrive only with a click, and leave again when it closes. */
function closedMenu(part: keyof StatusControls): Markup {
  const title = part === 'filter' ? 'Statusfilter' : 'Status ändern';
  return html`<button type="button" class="btn" data-menu-part="${part}" aria-expanded="false">${title} <span class="caret"></span></button><span class="menu-slot"></span>`;
}

/** The status controls in the encoding asked for. */
export function statusControls(query: PageQuery, state: SandboxState, withExtra: boolean): StatusControls {
  const counts = new Map<number, number>();
  for (const { State } of state.orders) counts.set(State, (counts.get(State) ?? 0) + 1);
  const known = withExtra ? query.statuses : query.statuses.filter(({ id }) => id <= 17);
  const listed: ListedStatus[] = known.map((status) => ({ ...status, count: counts.get(status.id) ?? 0 }));
  return query.encoding.controls(listed, query.attribute);
}
