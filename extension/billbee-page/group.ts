import type { Candidate, CandidateList } from '../evidence/candidates.js';
import { addTo } from '../evidence/group-by.js';
import { isElement, localName, parentNode } from './dom.js';

/** A candidate with the element that carries the id, and its list's encoding. */
export interface Reading extends Candidate {
  readonly strategy: string;
  readonly place: string;
  readonly context: string;
  readonly element: Element;
}

/** Ancestors to look at for the rest of a list: wrappers around one entry are never deeper. */
const highest = 10;

/**
 * Puts readings that are written alike and stand together into lists. Entries belong to the nearest element that
 * holds a second id written alike: the menu, the table, the select.
 */
export function groupReadings(readings: readonly Reading[]): CandidateList[] {
  const alike = new Map<string, Reading[]>();
  for (const reading of readings) {
    addTo(alike, [reading.strategy, reading.place, reading.context].join('\n'), reading);
  }
  const lists: CandidateList[] = [];
  for (const group of alike.values()) {
    const places = new Map<Node | undefined, Reading[]>();
    const idsIn = idsByAncestor(group);
    for (const reading of group) addTo(places, placeOf(reading, idsIn), reading);
    for (const entries of places.values()) {
      const [{ strategy, place, context } = entries[0] as Reading] = entries;
      lists.push({
        strategy,
        place,
        context,
        entries: entries.map(({ id, label, known }) => ({ id, label, known })),
      });
    }
  }
  return lists;
}

const several = -1;

function* ancestors(element: Element): Generator<Node> {
  let node = parentNode(element);
  for (let level = 0; node && level < highest; level++, node = parentNode(node)) yield node;
}

function idsByAncestor(group: readonly Reading[]): Map<Node, number> {
  const ids = new Map<Node, number>();
  for (const { element, id } of group) {
    for (const node of ancestors(element)) {
      const before = ids.get(node) ?? id;
      if (before === several) break;
      ids.set(node, before === id ? id : several);
    }
  }
  return ids;
}

function placeOf({ element }: Reading, idsIn: ReadonlyMap<Node, number>): Node | undefined {
  const isOption = localName(element) === 'option';
  for (const node of ancestors(element)) {
    if (
      isOption
        ? isElement(node) && /^(?:select|datalist)$/.test(localName(node))
        : idsIn.get(node) === several
    ) {
      return node;
    }
  }
  return undefined;
}
