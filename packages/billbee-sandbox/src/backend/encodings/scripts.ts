import { html, raw } from 'hono/html';
import type { Encoding, ListedStatus, Markup } from './encoding.js';
import { menu } from './menus.js';

/** What the user sees: the labels without any id. */
function labelMenu(statuses: readonly ListedStatus[]): Markup {
  return menu(
    'Status ändern',
    statuses.map(({ label }) => html`<li><a href="#">${label}</a></li>`),
  );
}

function scriptEncoding(
  name: string,
  description: string,
  code: (statuses: readonly ListedStatus[]) => string,
): Encoding {
  return {
    name,
    description,
    needs: 'inline script',
    controls: (statuses) => ({
      change: html`${labelMenu(statuses)}<script>${raw(scriptSafe(code(statuses)))}</script>`,
    }),
  };
}

/** Keeps a text from ending the script element it stands in. */
function scriptSafe(code: string): string {
  return code.replaceAll('<', '\\u003c');
}

const rows = (statuses: readonly ListedStatus[]): { Id: number; Name: string }[] =>
  statuses.map(({ id, label }) => ({ Id: id, Name: label }));

function asciiOnly(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Encodings that keep the ids in script data, away from the labels on screen. */
export const SCRIPTS: readonly Encoding[] = [
  scriptEncoding(
    'script',
    'script data: var orderStates=[{"Id":3,"Name":"Bezahlt"}]',
    (statuses) => `var orderStates=${JSON.stringify(rows(statuses))};`,
  ),
  scriptEncoding(
    'script-map',
    'script data: {"3":"Bezahlt"}',
    (statuses) =>
      `var page={orderStates:${JSON.stringify(Object.fromEntries(statuses.map((s) => [s.id, s.label])))}};`,
  ),
  scriptEncoding(
    'script-values',
    "script data in JavaScript's own notation: [{value:3,text:'Bezahlt'}]",
    (statuses) =>
      `var stateList=[${statuses.map(({ id, label }) => `{value:${id},text:'${label.replace(/['\\]/g, '\\$&')}'}`).join(',')}];`,
  ),
  scriptEncoding(
    'script-escaped',
    'script data with escaped umlauts: "Best\\u00e4tigt"',
    (statuses) => `var orderStates=${asciiOnly(JSON.stringify(rows(statuses)))};`,
  ),
  {
    name: 'script-json',
    description: 'data block: <script type="application/json">',
    controls: (statuses) => ({
      change: html`${labelMenu(statuses)}<script type="application/json" id="orderStates">${raw(scriptSafe(JSON.stringify(rows(statuses))))}</script>`,
    }),
  },
  {
    name: 'data-states',
    description: 'JSON inside an attribute: data-states="[{&quot;Id&quot;:3,…}]"',
    controls: (statuses) => ({
      change: html`<div data-states="${JSON.stringify(rows(statuses))}">${labelMenu(statuses)}</div>`,
    }),
  },
];
