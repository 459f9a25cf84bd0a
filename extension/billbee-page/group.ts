import { localName, parentNode } from './dom.js';
import type { Candidate, CandidateList } from './evidence.js';

import { addTo } from './group-by.js';

/** A candidate with the element that carries the id and the way the id is written there. */
export interface Reading extends Candidate {
  readonly strategy: string;
  readonly encoding: string;
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
    addTo(alike, `${reading.strategy} ${reading.encoding}`, reading);
  }
  const lists: CandidateList[] = [];
  for (const group of alike.values()) {
    const [{ strategy, encoding }] = group as [Reading];
    const places = new Map<Node | undefined, Reading[]>();
    const idsIn = idsByAncestor(group);
    for (const reading of group) {
      addTo(places, placeOf(reading, idsIn), reading);
    }
    for (const entries of places.values()) lists.push({ strategy, encoding, entries });
  }
  return lists;
}

const several = -1;

function idsByAncestor(group: readonly Reading[]): Map<Node, number> {
  const ids = new Map<Node, number>();
  for (const { element, id } of group) {
    let node = parentNode(element);
    for (let level = 0; node && level < highest; level++, node = parentNode(node)) {
      const before = ids.get(node);
      if (before === several) break;
      ids.set(node, before === undefined || before === id ? id : several);
    }
  }
  return ids;
}

function placeOf({ element }: Reading, idsIn: ReadonlyMap<Node, number>): Node | undefined {
  const isOption = localName(element) === 'option';
  let node = parentNode(element);
  for (let level = 0; node && level < highest; level++, node = parentNode(node)) {
    if (
      isOption ? /^(?:select|datalist)$/.test(localName(node as Element) ?? '') : idsIn.get(node) === several
    ) {
      return node;
    }
  }
  return undefined;
}
