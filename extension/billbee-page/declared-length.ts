import { allIn, attribute, closest, contains } from './dom.js';

/** Where ARIA says how long a list is, and what one of its entries is. */
const declarations = [
  ['aria-setsize', '[aria-setsize]'],
  ['aria-rowcount', '[role=row],tr'],
] as const;

/**
 * How many entries a list says it has, when that is more than the page holds: lists that draw only what is scrolled to
 * say so to screen readers (`aria-setsize`, `aria-rowcount`).
 *
 * @param entries elements that carry the ids, in the order of the page
 * @param parent the nearest node around them
 * @returns -1 when there are more, but not how many
 */
export function declaredLength(entries: readonly Element[], parent: Node | undefined): number | undefined {
  const [first] = entries;
  if (!first || entries.length < 2 || !parent) return undefined;
  for (const [name, kind] of declarations) {
    const owner = closest(first, `[${name}]`);
    const entry = owner && closest(first, kind);
    // An entry of the list, and not what the whole list stands in: a menu inside a row of a grid.
    if (!entry || entry === parent || !contains(parent, entry)) continue;
    const declared = Number(attribute(owner, name));
    const isMore = declared > allIn(owner === entry ? parent : owner, kind).length;
    // -1 is ARIA's own word for a number that is not known.
    return isMore || declared === -1 ? declared : undefined;
  }
  return undefined;
}
