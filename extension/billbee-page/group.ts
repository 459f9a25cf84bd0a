import type { CandidateList } from '../evidence/candidates.js';
import { addTo, severalOf } from '../evidence/group-by.js';
import { type Carrier, wordsOf } from './carriers.js';
import { declaredLength } from './declared-length.js';
import { isElement, localName, parentNode } from './dom.js';
import type { Labels } from './label-of.js';
import type { Steps } from './steps.js';
import { type Reading, withOneArgumentMore } from './with-one-argument-more.js';

/** Texts and classes have no arguments. */
const alone = /^visible-text|class$/;
/** Ancestors to look at for the rest of a list: wrappers around one entry are never deeper. */
const highest = 10;
/** More carriers without a label of their own are the rows of a grid. */
const mostPoor = 300;

/**
 * Puts carriers that are written alike and stand together into lists, with their labels. Entries belong to the
 * nearest element that holds a second id written alike: the menu, the table, the select.
 */
export function* listsOf(carriers: readonly Carrier[], labels: Labels): Steps<CandidateList[]> {
  const alike = new Map<string, Carrier[]>();
  const sameAttribute = new Map<string, Carrier[]>();
  for (const carrier of carriers) {
    const { source, place, template, about } = carrier;
    addTo(alike, [source, place, template, about].join('\n'), carrier);
    if (!alone.test(source + place)) addTo(sameAttribute, [source, place, about].join('\n'), carrier);
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
    const { source, place, template, about } = group[0] as Carrier;
    for (const [parent, readings] of places) {
      const others = parent && sameAttribute.get([source, place, about].join('\n'));
      if (others && others.length > readings.length)
        readings.push(...withOneArgumentMore(readings, parent, others, labels));
      const around = isElement(parent) && localName(parent) !== 'select' ? wordsOf(parent) : '';
      lists.push({
        source,
        place,
        template,
        about: `${about} ${around}`,
        entries: readings.map(({ id, label }) => ({ id, label: label.shown, known: label.known })),
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
  group: readonly Carrier[],
  labels: Labels,
  idsIn: ReadonlyMap<Node, number>,
): Steps<Reading[]> {
  const readings: Reading[] = [];
  const unlabelled: Carrier[] = [];
  let steps = 0;
  for (const carrier of group) {
    const label = labels.of(carrier.element);
    if (label) readings.push({ ...carrier, label });
    else unlabelled.push(carrier);
    if (++steps % 50 === 0) yield;
  }
  const strangers = readings.filter(({ label }) => !label.isName);
  const captions = severalOf(strangers.map(({ id, label }) => [label.shown, id]));
  const isCaption = ({ label }: Reading): boolean => !label.isName && captions.has(label.shown);
  const poor = [...unlabelled, ...readings.filter(isCaption)];
  if (poor.length > mostPoor) return readings;
  const better: Reading[] = [];
  for (const carrier of poor) {
    const label = labels.inside(entryOf(carrier.element, idsIn));
    if (label) better.push({ ...carrier, label });
    yield;
  }
  return better.length > 1 ? [...readings.filter((reading) => !isCaption(reading)), ...better] : readings;
}

const several = -1;

function* ancestors(element: Element): Generator<Node> {
  let node = parentNode(element);
  for (let level = 0; node && level < highest; level++, node = parentNode(node)) yield node;
}

function idsByAncestor(group: readonly Carrier[]): Map<Node, number> {
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
