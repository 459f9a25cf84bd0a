import { html } from 'hono/html';
import type { Encoding, ListedStatus, Markup } from './encoding.js';
import { menu } from './menus.js';

const items = (statuses: readonly ListedStatus[]): Markup[] =>
  statuses.map(({ id, label }) => html`<li><a data-stateid="${id}" href="#">${label}</a></li>`);

/**
 * The page as it was last seen: the list of statuses is the inline editor of one row, in order of work, and stands in
 * the document only while somebody has it open. The toolbar's menu has the same entries when `?toolbar=` asks for it.
 */
export const INLINE_EDITOR: Encoding = {
  name: 'inline-editor',
  description: 'as seen on the real page: a click on the status of a row opens the list, a[data-stateid]',
  needs: 'inline style',
  controls: (statuses) => ({ change: menu('Status ändern', items(statuses)) }),
  editor: (statuses) =>
    html`<div style="position:relative;"><div class="inlineeditInput changeOrderStateDropDownInlineEdit"><div class=""><div class="dropdown open"><ul class="dropdown-menu"><li style="text-align: right;"><button type="button" class="btn btn-mini" aria-label="Schließen">-</button></li>${items(statuses)}</ul></div></div></div></div>`,
};
