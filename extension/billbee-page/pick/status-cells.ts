import { cleanStatusLabel, knownLabelId, labelKey } from 'importer-core/statuses';
import { translatedIds } from '../../evidence/translations.js';
import { attribute, isElement, localName, parentNode } from '../dom.js';

/** What a row of orders shows of its status while the list of statuses is closed. */
export interface StatusCell {
  readonly element: Element;
  /** As shown, e.g. `Bezahlt`. */
  readonly label: string;
}

const cells = 'td, [role=gridcell], [role=cell]';
const rows = 'tr, [role=row]';
const tables = 'table, [role=table], [role=grid], [role=treegrid]';
const heads = 'th, [role=columnheader]';
const mostCells = 20_000;
const longestLabel = 60;
/** `Status`, `Bestellstatus`, `Zustand`, `Order state`, `Estado`; other things of an order have a state, too. */
const statusHead = /stat(?:e|us|ut|o)\b|zustand|estado/i;
const otherHead = /zahl|pay|liefer|versand|deliver|ship|rechnung|invoice/i;

/**
 * The closed status an element belongs to: a cell below the heading "Status", or, in a table without headings, a cell
 * that shows nothing but the name of a known status. A click on it may open the list.
 */
export function statusCellAt(element: Element): StatusCell | undefined {
  const cell = closest(element, cells);
  const label = cleanStatusLabel(cell?.textContent?.slice(0, longestLabel * 4) ?? '');
  if (!cell || label === '' || label.length > longestLabel || !/\p{L}/u.test(label)) return undefined;
  const head = headOf(cell);
  const isStatus = head ? statusHead.test(head) && !otherHead.test(head) : idsNamed(label).size > 0;
  return isStatus ? { element: cell, label } : undefined;
}

/** Every closed status that is laid out in a document, in document order. */
export function statusCells(document: Document): StatusCell[] {
  const found: Element[] = [...Document.prototype.querySelectorAll.call(document, cells)];
  return found
    .slice(0, mostCells)
    .filter((cell) => cell.getClientRects().length > 0)
    .flatMap((cell) => {
      const status = statusCellAt(cell);
      return status?.element === cell ? [status] : [];
    });
}

/** What a page listens to in a cell: its control, else its innermost element. */
export function controlOf({ element }: StatusCell): HTMLElement {
  const control = element.querySelector<HTMLElement>('a, button, [role=button], [tabindex]');
  let inner = element;
  while (inner.childElementCount === 1 && inner.firstElementChild) inner = inner.firstElementChild;
  return control ?? (inner as HTMLElement);
}

/** Whether two names mean one status, in whatever wording or language. */
export function nameTheSame(a: string, b: string): boolean {
  if (labelKey(a) === labelKey(b)) return true;
  const ids = idsNamed(a);
  return [...idsNamed(b)].some((id) => ids.has(id));
}

function idsNamed(label: string): ReadonlySet<number> {
  const known = knownLabelId(label);
  return known === undefined ? (translatedIds(label) ?? new Set()) : new Set([known]);
}

/** The heading above a cell; undefined in a table that has none there. */
function headOf(cell: Element): string | undefined {
  const row = closest(cell, rows);
  const table = row && closest(row, tables);
  if (!row || !table) return undefined;
  const at = [...row.children].indexOf(cell);
  for (const headRow of table.querySelectorAll(rows)) {
    if (headRow === row) return undefined;
    const head = headRow.querySelector(heads) && headRow.children[at];
    if (head) return head.textContent?.trim() || undefined;
  }
  return undefined;
}

/** Like `closest`, and through shadow roots; by the tree alone, for a page can shadow a form's `closest`. */
function closest(element: Element, selector: string): Element | undefined {
  for (let node: Node | null = element; node; node = parentOf(node)) {
    if (isElement(node) && localName(node) !== 'form' && Element.prototype.matches.call(node, selector)) {
      return attribute(node, 'aria-hidden') === 'true' ? undefined : node;
    }
  }
  return undefined;
}

function parentOf(node: Node): Node | null {
  return parentNode(node) ?? (node instanceof ShadowRoot ? node.host : null);
}
