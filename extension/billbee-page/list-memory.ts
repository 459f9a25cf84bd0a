import type { Candidate, CandidateList } from '../evidence/candidates.js';

/** Lists of one kind, and lists in all, to remember; the longest that may be one of statuses. */
const mostAlike = 4;
const mostLists = 60;
const mostEntries = 300;

/**
 * Remembers what a document has shown since somebody first looked at it. A menu is closed when the window loses the
 * focus, and a virtual list takes its rows out: what they said stays true for this document.
 *
 * It weighs nothing: whether a list is one of statuses, and whether the page contradicts it by now, is for `evidence/`.
 *
 * @returns takes the lists of each look; answers with those that say more than the page does now, the newest first
 */
export function createListMemory(): (lists: readonly CandidateList[]) => CandidateList[] {
  let remembered: { readonly key: string; readonly list: CandidateList }[] = [];
  return (lists) => {
    const shown = new Set(['']);
    for (const list of lists) {
      const { source, place, template, about, packed = '', declaredLength: length } = list;
      shown.add(packed);
      for (const entry of list.entries) shown.add(nameOf(entry));
      // A list at odds with itself is one of orders or rows.
      let entries = joined(list.entries, []);
      if (!entries || entries.length > mostEntries) continue;
      const key = [source, place, template, about, packed].join('\n');
      let alike = 0;
      const own = entries;
      remembered = remembered.filter((before) => {
        if (before.key !== key) return true;
        const both = joined(own, before.list.entries);
        const isOverlapping = both && both.length < own.length + before.list.entries.length;
        // Two windows of one virtual list that was scrolled far.
        const isOneList = both && length && length === before.list.declaredLength;
        const isSame = isOverlapping || isOneList || packed;
        // A select always has all of its options: what it dropped is gone.
        if (isSame && source !== 'option') entries = joined(entries ?? [], before.list.entries) ?? entries;
        return !isSame && ++alike < mostAlike;
      });
      const isWhole = length && entries.length >= length;
      const declaredLength = isWhole ? undefined : length;
      remembered = [{ key, list: { ...list, entries, declaredLength } }, ...remembered].slice(0, mostLists);
    }
    return remembered
      .map(({ list }) => list)
      .filter(
        ({ entries, packed = '' }) =>
          !shown.has(packed) || entries.some((entry) => !shown.has(nameOf(entry))),
      );
  };
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
