import { addTo } from '../evidence/group-by.js';
import { allIn, attribute, parentElement, parentNode } from './dom.js';
import type { Labels } from './label-of.js';
import type { NumberCandidate } from './number-candidates.js';
import { type WalkNotes, walk } from './walk.js';

const mostElements = 200_000;
/** As many elements that are passed over cost what one that is visited does. */
const visit = 400;
const mostLooks = 5_000;
const mostStatuses = 20;
const mostLists = 3_000;
/** More lists of one kind are what every row has: the menu of what can be done with an order. */
const mostOfAKind = 20;
const list = 'ul,ol,select,[role=listbox],[role=menu]';

/**
 * What is worth a visit in the rows the walk left out: lists of a kind that few rows have, for the editor of one row holds
 * the list of statuses, whichever row it is; and further values of attributes that agree with what is known, for a grid
 * of 10,000 orders may show a status in one of its last rows only.
 *
 * @param notes of the walk: whose children were not all visited
 * @returns elements, some of which may have been visited, and undefined between many that are not worth it
 */
export function* inRowsLeftOut(
  notes: WalkNotes,
  candidates: readonly NumberCandidate[],
  labels: Labels,
): Generator<Element | undefined> {
  yield* rareLists(notes);
  if (notes.cut.size === 0) return;
  const places = agreeingPlaces(notes.cut, candidates, labels);
  // A list may begin behind so many entries of another.
  for (const [parent, areOptions] of notes.cut) if (areOptions && !places.has(parent)) notes.truncated = true;
  let left = mostElements;
  for (const [parent, wanted] of places) {
    for (const [place, values] of wanted) {
      const seen = new Set(values);
      const templates = new Set(values.map(templateOf));
      for (const element of all(parent, place, templates, seen)) {
        if (--left < 0) return;
        if (left % 500 === 0) yield;
        const value = attribute(element, place);
        // Most values occur in thousands of rows: the cheapest question first.
        if (seen.has(value)) continue;
        seen.add(value);
        if (!templates.has(templateOf(value))) continue;
        left -= visit;
        yield element;
      }
    }
  }
}

function* rareLists(notes: WalkNotes): Generator<Element | undefined> {
  for (const [parent, areOptions] of notes.cut) {
    if (areOptions) continue;
    const kinds = new Map<string, Element[]>();
    const found = allIn(parent, list);
    for (let index = 0; index < Math.min(found.length, mostLists); index++) {
      const element = found[index] as Element;
      const around = parentElement(element);
      addTo(kinds, attribute(element, 'class') + (around && attribute(around, 'class')), element);
    }
    yield;
    for (const lists of kinds.values()) {
      if (lists.length <= mostOfAKind) for (const each of lists) yield* walk(each, notes);
    }
  }
}

/** A status link and a link to an order differ in more than their numbers. */
const templateOf = (value: string): string => value.replace(/\d+/g, '#');

/** Values of attributes that agree, per parent and attribute. */
function agreeingPlaces(
  parents: ReadonlyMap<Node, unknown>,
  candidates: readonly NumberCandidate[],
  labels: Labels,
): Map<Node, Map<string, string[]>> {
  const places = new Map<Node, Map<string, string[]>>();
  let looks = 0;
  for (const { element, place, id, source } of candidates) {
    if (id > 17 || source === 'visible-text' || ++looks > mostLooks) continue;
    let node = parentNode(element);
    while (node && !parents.has(node)) node = parentNode(node);
    if (!node || labels.of(element)?.known !== id) continue;
    const wanted = places.get(node) ?? new Map<string, string[]>();
    addTo(wanted, place, attribute(element, place));
    places.set(node, wanted);
  }
  return places;
}

/**
 * The elements whose attribute begins like one of the templates and has none of the values that were read: the browser
 * sorts out the others, which may be thousands, without making an object of each for us. One question, whatever the
 * number of rows: 10,000 take 1 to 8 ms at a stretch, and a larger page is slower in everything it does itself.
 */
function all(
  parent: Node,
  place: string,
  templates: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): Iterable<Element> {
  const attributeIs = `[${CSS.escape(place)}`;
  const text = (value: string): string => `="${CSS.escape(value)}"]`;
  // More values are not those of statuses only: each row has its own, and no two are worth a question.
  const known = [...seen].slice(0, mostStatuses).map((value) => attributeIs + text(value));
  const selectors = [...templates].map((template) => {
    const [start = ''] = template.split('#');
    // Browsers have an index of class names, not of the attribute: whole names sort out nearly everything.
    const [name] = (place === 'class' && /^\S+(?=\s)/.exec(start)) || [];
    return `${name ? `.${CSS.escape(name)}` : ''}${attributeIs}${start ? `^${text(start)}` : ']'}:not(${known})`;
  });
  return allIn(parent, selectors.join());
}
