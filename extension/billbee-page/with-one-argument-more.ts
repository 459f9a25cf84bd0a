import type { Carrier } from './carriers.js';
import { attribute, contains, localName, parentNode } from './dom.js';
import type { Label, Labels } from './label-of.js';
import { partsAround } from './numbers-in.js';

/** A carrier with its label. */
export interface Reading extends Carrier {
  readonly label: Label;
}

/** Fewer known statuses do not make a list to which another entry could belong. */
const fewestKnown = 3;

/**
 * The entries of a list that carry one argument more or less than their neighbours: `setState(16, true)` beside
 * `setState(3)`, `?state=16&force=1` beside `?state=3`. They stand in the same list, in the same attribute, and are
 * written alike but for one piece.
 *
 * @param list of entries written alike
 * @param parent the nearest element around them
 * @param others further numbers in the same attribute, wherever on the page
 */
export function withOneArgumentMore(
  list: readonly Reading[],
  parent: Node,
  others: readonly Carrier[],
  labels: Labels,
): Reading[] {
  const [first] = list;
  const ids = new Set(list.map(({ id }) => id));
  if (!first || list.filter(({ id, label }) => id === label.known).length < fewestKnown) return [];
  const parts = partsOf(first);
  const inList = new Set(list.map(({ element }) => element));
  const named = new Set(list.map(({ label }) => label.shown));
  const odd = new Map<Element, Reading[]>();
  for (const carrier of others) {
    const { element, id } = carrier;
    if (ids.has(id) || inList.has(element) || !contains(parent, element)) continue;
    const entry = entryIn(parent, element);
    const label = labels.of(element) ?? labels.inside(entry);
    if (!label || named.has(label.shown)) continue;
    if (localName(entry) !== localName(entryIn(parent, first.element))) continue;
    if (differInOnePiece(parts, partsOf(carrier)))
      odd.set(element, [...(odd.get(element) ?? []), { ...carrier, label }]);
  }
  const known = [...odd.values()].flatMap((readings) =>
    readings.filter(({ id, label }) => label.known === id),
  );
  const strange = [...odd.values()].filter(([reading]) => reading && !reading.label.known);
  const [only] = strange.length === 1 ? (strange[0] ?? []) : [];
  // A single status of the merchant's own; several, or one with a number in its name, are something else.
  const isOwn = only && strange[0]?.length === 1 && !/\d/.test(only.label.shown);
  return isOwn ? [...known, only] : known;
}

const partsOf = ({ element, place, template }: Carrier): Parts =>
  partsAround(attribute(element, place), Number(template.slice(template.lastIndexOf(' '))));

type Parts = readonly [before: string, after: string];

/** Whether the texts around two numbers are the same, but for one piece that one of them has more. */
const differInOnePiece = ([before, after]: Parts, [otherBefore, otherAfter]: Parts): boolean =>
  (before === otherBefore && (hasMore(after, otherAfter) || hasMore(otherAfter, after))) ||
  (after === otherAfter && (hasMore(before, otherBefore) || hasMore(otherBefore, before)));

function hasMore(text: string, than: string): boolean {
  let same = 0;
  while (same < than.length && text[same] === than[same]) same++;
  return text.length > than.length && text.endsWith(than.slice(same));
}

/** The child of a list in which an element stands. */
function entryIn(parent: Node, element: Element): Element {
  let entry: Node = element;
  for (let node = parentNode(entry); node && node !== parent; node = parentNode(node)) entry = node;
  return entry as Element;
}
