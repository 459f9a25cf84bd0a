import { addTo } from '../evidence/group-by.js';
import { allIn, attribute, matches, parentElement, parentNode } from './dom.js';
import type { Labels } from './label-of.js';
import type { NumberCandidate } from './number-candidates.js';
import { type WalkNotes, walk } from './walk.js';

const mostElements = 200_000;
/** As many elements that are passed over cost what one that is visited does. */
const visit = 400;
const mostLooks = 5_000;
const mostStatuses = 20;
/** More lists of one kind are what every row has: the menu of what can be done with an order. */
const mostOfAKind = 20;
/** Whether there is a role at all is asked first: of 100,000 elements hardly one has any, and each question costs. */
const list = 'ul,ol,select,[role]:is([role=listbox],[role=menu])';

/** Values of one attribute that agree, and further ones that are worth a visit. */
interface Wanted {
  readonly place: string;
  readonly seen: Set<string>;
  readonly templates: ReadonlySet<string>;
}

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
  const places = agreeingPlaces(notes.cut, candidates, labels);
  let left = mostElements;
  for (const [parent, areOptions] of notes.cut) {
    const wanted = [...(places.get(parent) ?? [])].map(
      ([place, values]): Wanted => ({
        place,
        seen: new Set(values),
        templates: new Set(values.map(templateOf)),
      }),
    );
    // A list may begin behind so many entries of another.
    if (areOptions && wanted.length === 0) notes.truncated = true;
    const kinds = new Map<string, Element[]>();
    // One question for all: to pass over the rows is what costs.
    for (const element of allIn(parent, [list, ...wanted.map(selectorOf)].join())) {
      if (--left < 0) break;
      if (left % 500 === 0) yield;
      if (matches(element, list)) {
        const around = parentElement(element);
        addTo(kinds, attribute(element, 'class') + (around && attribute(around, 'class')), element);
      }
      for (const { place, seen, templates } of wanted) {
        const value = attribute(element, place);
        // Most values occur in thousands of rows: the cheapest question first.
        if (seen.has(value)) continue;
        seen.add(value);
        if (!templates.has(templateOf(value))) continue;
        left -= visit;
        yield element;
      }
    }
    for (const alike of kinds.values()) {
      if (alike.length <= mostOfAKind) for (const each of alike) yield* walk(each, notes);
    }
    yield;
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
 * Elements whose attribute begins like one of the templates and has none of the values that were read: the browser
 * sorts out the others, which may be thousands, without making an object of each for us.
 */
function selectorOf({ place, seen, templates }: Wanted): string {
  const attributeIs = `[${CSS.escape(place)}`;
  const text = (value: string): string => `="${CSS.escape(value)}"]`;
  // More values are not those of statuses only: each row has its own, and no two are worth a question.
  const known = [...seen].slice(0, mostStatuses).map((value) => attributeIs + text(value));
  return [...templates]
    .map((template) => {
      const [start] = template.split('#');
      return `${attributeIs}${start ? `^${text(start)}` : ']'}:not(${known})`;
    })
    .join();
}
