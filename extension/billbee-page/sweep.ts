import type { Carrier } from './carriers.js';
import { attribute, isElement, parentNode } from './dom.js';
import type { Labels } from './label-of.js';
import type { WalkNotes } from './walk.js';

const mostValues = 500;
const mostElements = 200_000;
const mostLooks = 5_000;

/**
 * Finds further values of attributes that agree with what is known, in the rows the walk left out: a grid of 10,000
 * orders may show a status in one of its last rows only.
 *
 * @param notes of the walk: whose children were not all visited
 * @returns elements that are worth a visit, and undefined between many that are not
 */
export function* sweep(
  notes: WalkNotes,
  carriers: readonly Carrier[],
  labels: Labels,
): Generator<Element | undefined> {
  if (notes.cut.size === 0) return;
  const places = agreeingPlaces(notes.cut, carriers, labels);
  // A list may begin behind so many entries of another.
  for (const [parent, areOptions] of notes.cut) if (areOptions && !places.has(parent)) notes.truncated = true;
  let left = mostElements;
  for (const [parent, lengths] of places) {
    for (const [place, longest] of lengths) {
      const seen = new Set<string>();
      for (const element of all(parent, place)) {
        if (--left < 0 || seen.size > mostValues) return;
        if (left % 500 === 0) yield;
        const value = attribute(element, place);
        // A longer value is another kind of thing, such as a link to an order.
        if (value.length > longest || seen.has(value)) continue;
        seen.add(value);
        yield element;
      }
    }
  }
}

/** Which attributes agree, per parent, and how long their values can be. */
function agreeingPlaces(
  parents: ReadonlyMap<Node, unknown>,
  carriers: readonly Carrier[],
  labels: Labels,
): Map<Node, Map<string, number>> {
  const places = new Map<Node, Map<string, number>>();
  let looks = 0;
  for (const { element, place, id, source } of carriers) {
    if (id > 17 || source === 'visible-text' || ++looks > mostLooks) continue;
    for (let node = parentNode(element); node; node = parentNode(node)) {
      if (!parents.has(node)) continue;
      if (labels.of(element)?.known !== id) break;
      const lengths = places.get(node) ?? new Map<string, number>();
      const longest = Math.max(lengths.get(place) ?? 0, attribute(element, place).length + 2);
      places.set(node, lengths.set(place, longest));
      break;
    }
  }
  return places;
}

/** From the prototypes: a form's own `querySelectorAll` may be a field of that name. */
function all(parent: Node, place: string): Iterable<Element> {
  const { querySelectorAll } = isElement(parent) ? Element.prototype : DocumentFragment.prototype;
  try {
    return querySelectorAll.call(parent, `[${CSS.escape(place)}]`);
  } catch {
    return [];
  }
}
