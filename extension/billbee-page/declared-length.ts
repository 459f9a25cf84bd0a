import { allIn, attribute, boxOf, closest, contains, isElement, parentElement, textOf } from './dom.js';

const item = '[aria-setsize]';
const row = '[role=row],tr';
/** What lists that draw only what is scrolled to write on themselves, their filler or their entries. */
const placed = /height|padding|transform|top/;
/** A heading or an "all" beside the entries, in letters. */
const littleText = 40;

/**
 * How many entries a list says it has, when that is more than the page holds: lists that draw only what is scrolled to
 * say so to screen readers (`aria-setsize`, `aria-rowcount`), or keep the space of the others free.
 *
 * @param entries elements that carry the ids, in the order of the page
 * @param parent the nearest node around them
 * @returns -1 when there are more, but not how many
 */
export function declaredLength(entries: readonly Element[], parent: Node | undefined): number | undefined {
  const [first] = entries;
  if (!first || entries.length < 2 || !parent) return undefined;
  // An entry of the list, and not what the whole list stands in: a menu inside a row of a grid.
  const inList = (element: Element | null): element is Element =>
    element !== null && element !== parent && contains(parent, element);
  const entry = closest(first, item);
  if (inList(entry)) return more(Number(attribute(entry, 'aria-setsize')), parent, item);
  const table = closest(first, '[aria-rowcount]');
  if (table && inList(closest(first, row)))
    return more(Number(attribute(table, 'aria-rowcount')), table, row);
  return isElement(parent) && keepsSpace(entries, parent) ? -1 : undefined;
}

/** -1 is ARIA's own word for a number that is not known. */
function more(declared: number, root: Node, entries: string): number | undefined {
  return declared === -1 || declared > allIn(root, entries).length ? declared : undefined;
}

/** Whether what scrolls around the entries is longer than they are, although it holds nothing else. */
function keepsSpace(entries: readonly Element[], parent: Element): boolean {
  const [first, last] = [entries[0] as Element, entries.at(-1) as Element];
  const around = [first, parentElement(first), parent, parentElement(parent)];
  // Asking for sizes makes the browser lay the page out: only where something is placed by hand.
  if (!around.some((element) => element && placed.test(attribute(element, 'style')))) return false;
  let scroller: Element | null = parent;
  for (let level = 0; scroller && level < 3; level++, scroller = parentElement(scroller)) {
    // A form may shadow these: then no number is larger or smaller.
    const { scrollHeight: whole, clientHeight: seen } = scroller;
    if (whole <= seen + 1) continue;
    const used = boxOf(last).bottom - boxOf(first).top;
    const text = entries.reduce((sum, entry) => sum + textOf(entry).length, 0);
    return whole - used > (used / entries.length) * 2 && textOf(scroller).length - text < littleText;
  }
  return false;
}
