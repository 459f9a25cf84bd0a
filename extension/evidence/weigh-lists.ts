import type { Disagreement, FoundStatus, FrameReport, ListFacts } from '../messages.js';
import type { Candidate, CandidateList } from './candidates.js';
import { judge } from './judge.js';
import { type Accepted, mergeLists } from './merge-lists.js';
import { readData } from './read-data.js';
import { strategyOf } from './strategy-of.js';
import { withOneArgumentMore } from './with-one-argument-more.js';

/** What the lists of one frame prove. */
export interface Weighed {
  /** Ascending by id; ids in `disagreements` are not among them. */
  readonly statuses: readonly FoundStatus[];
  readonly disagreements: readonly Disagreement[];
  /** Every list that names a known status, and what became of it. */
  readonly lists: readonly ListFacts[];
  /** The lists that statuses came from. */
  readonly accepted: readonly CandidateList[];
  /** See {@link FrameReport.declaredLength}. */
  readonly declaredLength?: number | undefined;
}

/**
 * Judges every list, then what was left of lists too short to prove anything, together with their like; joins what
 * was accepted.
 *
 * @example weighLists(gather(document).lists).statuses // [{ id: 3, label: 'Bezahlt', foundBy: ['select-option'] }, …]
 */
export function weighLists(lists: readonly CandidateList[]): Weighed {
  const accepted: Accepted[] = [];
  const disputed: Candidate[] = [];
  const facts: ListFacts[] = [];
  const acceptedLists: CandidateList[] = [];
  const fragments = new Map<string, { list: CandidateList; entries: Candidate[] }>();
  const take = (list: CandidateList, isJoined: boolean): void => {
    const strategy = strategyOf(list);
    const verdict = judge(list);
    for (const entry of verdict.accepted) accepted.push({ ...entry, strategy });
    disputed.push(...verdict.disputed);
    const isAccepted = verdict.accepted.length > 0;
    if (isAccepted) acceptedLists.push(list);
    if (isJoined ? isAccepted : list.entries.some(({ known }) => known))
      facts.push(factsOf(list, isAccepted));
    if (isJoined || verdict.fragment.length === 0) return;
    const key = [strategy, list.place, list.template, list.about].join('\n');
    const before = fragments.get(key);
    if (before) before.entries.push(...verdict.fragment);
    else fragments.set(key, { list, entries: [...verdict.fragment] });
  };
  for (const list of readData(lists)) take(withOneArgumentMore(list), false);
  for (const { list, entries } of fragments.values()) take({ ...list, entries }, true);
  const merged = mergeLists(accepted, disputed);
  const declaredLength = lengthBeyond(merged.statuses, acceptedLists);
  return {
    ...merged,
    lists: facts,
    accepted: acceptedLists,
    ...(declaredLength !== undefined && { declaredLength }),
  };
}

/** What the longest list says of its length, unless another list is whole and has everything. */
function lengthBeyond(statuses: readonly FoundStatus[], lists: readonly CandidateList[]): number | undefined {
  const isWhole = ({ declaredLength, entries }: CandidateList): boolean => {
    const ids = new Set(entries.map(({ id }) => id));
    return declaredLength === undefined && statuses.every(({ id }) => ids.has(id));
  };
  const declared = lists.flatMap(({ declaredLength }) => declaredLength ?? []);
  return declared.length > 0 && !lists.some(isWhole) ? Math.max(...declared) : undefined;
}

function factsOf(list: CandidateList, accepted: boolean): ListFacts {
  const { place, entries } = list;
  const agreeing = new Set(entries.filter(({ id, known }) => id === known).map(({ id }) => id)).size;
  const contradicting = entries.filter(({ id, known }) => known !== undefined && known !== id).length;
  return { strategy: strategyOf(list), place, entries: entries.length, agreeing, contradicting, accepted };
}
