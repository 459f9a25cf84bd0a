import type { Carrier } from './carriers.js';
import { attribute, childCount, isElement, parentNode } from './dom.js';
import type { Labels } from './label-of.js';
import type { WalkNotes } from './walk.js';

const mostValues = 500;
const mostElements = 200_000;
const mostLooks = 5_000;
const longestValue = 200;
/** The browser finds an attribute in this many rows within a slice. */
const mostRows = 20_000;

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
  for (const [parent, wanted] of places) {
    if (isElement(parent) && childCount(parent) > mostRows) {
      notes.truncated = true;
      continue;
    }
    for (const [place, templates] of wanted) {
      const seen = new Set<string>();
      let found = 0;
      for (const element of all(parent, place, templates)) {
        if (--left < 0 || found > mostValues) return;
        if (left % 500 === 0) yield;
        const value = attribute(element, place);
        // Most values occur in thousands of rows: the cheapest question first.
        if (seen.has(value)) continue;
        seen.add(value);
        if (value.length > longestValue || !templates.has(templateOf(value))) continue;
        found++;
        yield element;
      }
    }
  }
}

/** A status link and a link to an order differ in more than their numbers. */
const templateOf = (value: string): string => value.replace(/\d+/g, '#');

/** Which attributes agree, per parent, and how their values are written. */
function agreeingPlaces(
  parents: ReadonlyMap<Node, unknown>,
  carriers: readonly Carrier[],
  labels: Labels,
): Map<Node, Map<string, Set<string>>> {
  const places = new Map<Node, Map<string, Set<string>>>();
  let looks = 0;
  for (const { element, place, id, source } of carriers) {
    if (id > 17 || source === 'visible-text' || ++looks > mostLooks) continue;
    for (let node = parentNode(element); node; node = parentNode(node)) {
      if (!parents.has(node)) continue;
      if (labels.of(element)?.known !== id) break;
      const wanted = places.get(node) ?? new Map<string, Set<string>>();
      const templates = wanted.get(place) ?? new Set();
      templates.add(templateOf(attribute(element, place)));
      places.set(node, wanted.set(place, templates));
      break;
    }
  }
  return places;
}

/**
 * The elements whose attribute begins like one of the templates; the browser sorts out the others.
 *
 * From the prototypes: a form's own `querySelectorAll` may be a field of that name.
 */
function all(parent: Node, place: string, templates: ReadonlySet<string>): Iterable<Element> {
  const { querySelectorAll } = isElement(parent) ? Element.prototype : DocumentFragment.prototype;
  const selectors = [...templates].map((template) => {
    const [start = ''] = template.split('#');
    return `[${CSS.escape(place)}${start && `^="${CSS.escape(start)}"`}]`;
  });
  try {
    return querySelectorAll.call(parent, selectors.join());
  } catch {
    return [];
  }
}
