import type { Candidate, CandidateList } from './candidates.js';

/** Lists of one kind that are at odds with each other, the newest of which count. */
const mostAlike = 4;

/**
 * Puts together what a document has shown earlier: the windows of a virtual list add up to one list, an option that a
 * select has dropped is gone, lists that are at odds stay apart.
 *
 * It weighs nothing: whether a list is one of statuses, and whether the page contradicts it by now, comes later.
 *
 * @param now - the lists of the document
 * @param before - lists it has shown earlier, as they were, the newest first
 * @returns lists that say more than the page does now, the newest first
 */
export function earlierLists(
  now: readonly CandidateList[],
  before: readonly CandidateList[],
): CandidateList[] {
  const shown = new Set(['']);
  for (const { packed = '', entries } of now) {
    shown.add(packed);
    for (const entry of entries) shown.add(nameOf(entry));
  }
  let remembered: Remembered[] = [];
  for (const list of [...before].reverse()) remembered = withNewer(remembered, list);
  for (const list of before.length > 0 ? now : []) remembered = withNewer(remembered, list);
  return remembered
    .map(({ list }) => list)
    .filter(
      ({ entries, packed = '' }) => !shown.has(packed) || entries.some((entry) => !shown.has(nameOf(entry))),
    );
}

interface Remembered {
  readonly key: string;
  readonly list: CandidateList;
}

function withNewer(remembered: readonly Remembered[], list: CandidateList): Remembered[] {
  const { source, place, template, about, packed = '', declaredLength: length } = list;
  const own = joined(list.entries, []);
  // A list at odds with itself is one of orders or rows.
  if (!own) return [...remembered];
  const key = [source, place, template, about, packed].join('\n');
  let entries = own;
  let alike = 0;
  const others = remembered.filter((before) => {
    if (before.key !== key) return true;
    const both = joined(own, before.list.entries);
    const isOverlapping = both && both.length < own.length + before.list.entries.length;
    // Two windows of one virtual list that was scrolled far.
    const isOneList = both && length && length === before.list.declaredLength;
    const isSame = isOverlapping || isOneList || packed !== '';
    // A select always has all of its options: what it dropped is gone.
    if (isSame && source !== 'option') entries = joined(entries, before.list.entries) ?? entries;
    return !isSame && ++alike < mostAlike;
  });
  const isWhole = length && entries.length >= length;
  const declaredLength = isWhole ? undefined : length;
  return [{ key, list: { ...list, entries, declaredLength } }, ...others];
}

const nameOf = ({ id, label }: Candidate): string => id + label;

/** The entries of both; undefined when an id has two names or a name two ids. */
function joined(some: readonly Candidate[], more: readonly Candidate[]): Candidate[] | undefined {
  const names = new Map<number | string, number | string>();
  const all: Candidate[] = [];
  for (const entry of [...some, ...more]) {
    const { id, label } = entry;
    if (names.get(id) === label) continue;
    if (names.has(id) || names.has(label)) return undefined;
    names.set(id, label).set(label, id);
    all.push(entry);
  }
  return all;
}
