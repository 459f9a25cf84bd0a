import { labelKey } from 'importer-core/statuses';
import type { FoundStatus } from '../messages.js';
import type { CandidateList } from './candidates.js';
import { earlierLists } from './earlier-lists.js';
import { type Weighed, weighLists } from './weigh-lists.js';

/**
 * Weighs what a document shows together with what it has shown before. Lists that were too short to prove anything
 * may do so together: the windows of a virtual list. An earlier list that would set the page at odds with itself is
 * dropped: the page has changed since.
 *
 * @param now - the lists of the document
 * @param before - lists it has shown earlier, the newest first
 */
export function weighWithEarlier(
  now: readonly CandidateList[],
  before: readonly CandidateList[],
): Weighed & {
  /** Ids that the document does not show now. */
  readonly earlier: readonly number[];
} {
  let lists = now;
  const alone = weighLists(now);
  let weighed = alone;
  const add = (more: readonly CandidateList[]): void => {
    const together = weighLists([...lists, ...more]);
    const doubted = new Set(weighed.disagreements.map(({ id }) => id));
    if (together.disagreements.some(({ id }) => !doubted.has(id))) return;
    lists = [...lists, ...more];
    weighed = together;
  };
  const short: CandidateList[] = [];
  for (const list of earlierLists(now, before)) {
    if (weighLists([list]).statuses.length > 0) add([list]);
    else short.push(list);
  }
  if (short.length > 0) add(short);
  // What a window of a virtual list holds is there, also when it proves nothing alone.
  const shown = now.filter(isLikeOneOf(weighed.accepted)).flatMap(({ entries }) => entries);
  const isShown = ({ id, label }: FoundStatus): boolean =>
    alone.statuses.some((status) => status.id === id) ||
    shown.some(
      (entry) => entry.id === id && (entry.known === id || labelKey(entry.label) === labelKey(label)),
    );
  const earlier = weighed.statuses.filter((status) => !isShown(status)).map(({ id }) => id);
  return { ...weighed, earlier };
}

const isLikeOneOf =
  (accepted: readonly CandidateList[]) =>
  ({ source, place, template }: CandidateList): boolean =>
    accepted.some((list) => list.source === source && list.place === place && list.template === template);
