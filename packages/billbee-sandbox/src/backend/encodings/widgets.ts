import { html } from 'hono/html';
import type { Encoding, ListedStatus, Markup } from './encoding.js';
import { dataItems, menu } from './menus.js';
import { filterSelect } from './selects.js';

function visibleList(
  statuses: readonly ListedStatus[],
  attribute: 'data-index' | 'data-original-index',
): Markup {
  return html`<div class="picker"><button type="button" class="btn" data-toggle="dropdown">Alle Status <span class="caret"></span></button>
    <ul class="dropdown-menu">
      ${statuses.map((status, index) =>
        attribute === 'data-index'
          ? html`<li data-index="${index + 1}" tabindex="0"><a>${status.label}</a></li>`
          : html`<li data-original-index="${index + 1}" tabindex="0"><a>${status.label}</a></li>`,
      )}
    </ul></div>`;
}

/** Encodings with two lists: an original and what is shown, or two controls side by side. */
export const WIDGETS: readonly Encoding[] = [
  {
    name: 'widget',
    description: 'hidden select behind a widget whose visible items carry an index',
    needs: 'inline style',
    controls: (statuses) => ({
      filter: html`<select name="OrderStateId" id="hiddenStates" style="display:none" aria-hidden="true">
          <option value="0">-</option>
          ${statuses.map((status) => html`<option value="${status.id}">${status.label}</option>`)}
        </select>
        ${visibleList(statuses, 'data-index')}`,
    }),
  },
  {
    name: 'widget-original-index',
    description: 'the same with data-original-index, as bootstrap-select writes it',
    needs: 'inline style',
    controls: (statuses) => ({
      filter: html`<select name="OrderStateId" class="selectpicker" style="display:none">
          ${statuses.map((status) => html`<option value="${status.id}">${status.label}</option>`)}
        </select>
        ${visibleList(statuses, 'data-original-index')}`,
    }),
  },
  {
    name: 'conflict',
    description: 'trap: filter and menu disagree about the ids of Bezahlt and Versendet',
    controls: (statuses) => {
      const swapped = statuses.map((status) => ({ ...status, id: swap(status.id) }));
      return {
        filter: filterSelect(statuses),
        change: menu('Status ändern', dataItems(swapped, 'data-state-id')),
      };
    },
  },
];

function swap(id: number): number {
  if (id === 3) return 4;
  return id === 4 ? 3 : id;
}
