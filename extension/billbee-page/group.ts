import type { CandidateList, Neighbour } from '../evidence/candidates.js';
import { addTo, severalOf } from '../evidence/group-by.js';
import { declaredLength } from './declared-length.js';
import { contains, isElement, localName, parentNode } from './dom.js';
import type { Label, Labels } from './label-of.js';
import { type NumberCandidate, wordsOf } from './number-candidates.js';
import type { Steps } from './steps.js';

/** A candidate with its label. */
interface Reading extends NumberCandidate {
  readonly label: Label;
}

/** Ancestors to look at for the rest of a list: wrappers around one entry are never deeper. */
const highest = 10;
const mostNeighbours = 60;
/** More candidates without a label of their own are the rows of a grid. */
const mostPoor = 300;

/**
 * Puts candidates that are written alike and stand together into lists, with their labels. Entries belong to the
 * nearest element that holds a second id written alike: the menu, the table, the select.
 */
export function* listsOf(candidates: readonly NumberCandidate[], labels: Labels): Steps<CandidateList[]> {
  const alike = new Map<string, NumberCandidate[]>();
  for (const candidate of candidates) {
    const { source, place, template, about } = candidate;
    addTo(alike, [source, place, template, about].join('\n'), candidate);
  }
  const lists: CandidateList[] = [];
  for (const group of alike.values()) {
    // Numbers that are all unknown name orders, customers, shops: their labels are nobody's business.
    if (!group.some(({ id }) => id < 18)) continue;
    const places = new Map<Node | undefined, Reading[]>();
    const idsIn = idsByAncestor(group);
    for (const reading of yield* labelled(group, labels, idsIn)) {
      addTo(places, placeOf(reading.element, idsIn), reading);
    }
    yield;
    const { source, place, template, about } = group[0] as NumberCandidate;
    for (const [parent, readings] of places) {
      const around = isElement(parent) && localName(parent) !== 'select' ? wordsOf(parent) : '';
      lists.push({
        source,
        place,
        template,
        about: `${about} ${around}`,
        entries: readings.map(({ id, label }) => ({ id, label: label.shown, known: label.known })),
        neighbours: parent && neighbours(readings, parent, candidates, labels),
        declaredLength: declaredLength(
          readings.map(({ element }) => element),
          parent,
        ),
      });
    }
  }
  return lists;
}

/** A text beside several ids ("Bearbeiten") is what a button says: then the entry around it has the label. */
function* labelled(
  group: readonly NumberCandidate[],
  labels: Labels,
  idsIn: ReadonlyMap<Node, number>,
): Steps<Reading[]> {
  const readings: Reading[] = [];
  const unlabelled: NumberCandidate[] = [];
  let steps = 0;
  for (const candidate of group) {
    const label = labels.of(candidate.element);
    if (label) readings.push({ ...candidate, label });
    else unlabelled.push(candidate);
    if (++steps % 50 === 0) yield;
  }
  const strangers = readings.filter(({ label }) => !label.isName);
  const captions = severalOf(strangers.map(({ id, label }) => [label.shown, id]));
  const isCaption = ({ label }: Reading): boolean => !label.isName && captions.has(label.shown);
  const poor = [...unlabelled, ...readings.filter(isCaption)];
  if (poor.length > mostPoor) return readings;
  const better: Reading[] = [];
  for (const candidate of poor) {
    const label = labels.inside(entryOf(candidate.element, idsIn));
    if (label) better.push({ ...candidate, label });
    yield;
  }
  return better.length > 1 ? [...readings.filter((reading) => !isCaption(reading)), ...better] : readings;
}

/** Other numbers in the same attribute of elements in the same list, as far as they have a label. */
function neighbours(
  readings: readonly Reading[],
  parent: Node,
  others: readonly NumberCandidate[],
  labels: Labels,
): Neighbour[] {
  const found: Neighbour[] = [];
  const entries = new Set(readings.map(({ element }) => element));
  const [first] = readings;
  if (!first || !readings.some(({ id, label }) => id === label.known)) return found;
  for (const { element, place, source, id, template } of others) {
    if (place !== first.place || source !== first.source) continue;
    if (entries.has(element) || found.length === mostNeighbours || !contains(parent, element)) continue;
    const label = labels.of(element);
    if (label) found.push({ id, label: label.shown, known: label.known, template });
  }
  return found;
}

/** Stands for several ids: none is 0. */
const several = 0;

function* ancestors(element: Element): Generator<Node> {
  let node = parentNode(element);
  for (let level = 0; node && level < highest; level++, node = parentNode(node)) yield node;
}

function idsByAncestor(group: readonly NumberCandidate[]): Map<Node, number> {
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

/** The highest element around this one that holds no other id written alike: the row, the list item. */
function entryOf(element: Element, idsIn: ReadonlyMap<Node, number>): Element {
  let entry = element;
  for (const node of ancestors(element)) {
    if (idsIn.get(node) === several || !isElement(node)) break;
    entry = node;
  }
  return entry;
}

function placeOf(element: Element, idsIn: ReadonlyMap<Node, number>): Node | undefined {
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
