import { knownLabelId, labelKey } from 'importer-core/statuses';
import type { Disagreement, FoundStatus } from '../messages.js';
import type { Candidate } from './candidates.js';
import { severalOf } from './group-by.js';

/** An entry of an accepted list. */
export interface Accepted extends Candidate {
  /** Its list's. */
  readonly strategy: string;
}

interface Merged {
  readonly labels: string[];
  readonly foundBy: Set<string>;
}

/**
 * Joins accepted lists by id. Two wordings of one known status (`Storno`, `Storniert`) and a shortened text
 * (`Zahlungserinn…`) are no disagreement; the first list's wording is shown. An id that lists name differently,
 * or a label that lists give different ids, is reported and left out: choosing would be guessing.
 *
 * @param accepted entries in the order of preference for the wording
 * @param disputed entries that contradict what is known, or themselves
 */
export function mergeLists(
  accepted: readonly Accepted[],
  disputed: readonly Candidate[],
): { statuses: FoundStatus[]; disagreements: Disagreement[] } {
  const byId = new Map<number, Merged>();
  for (const { id, label, strategy } of accepted) {
    merged(byId, id, label).foundBy.add(strategy);
  }
  const doubtful = new Set<number>();
  for (const { id, label, known } of disputed) {
    for (const claimed of [id, known ?? id]) {
      merged(byId, claimed, label);
      doubtful.add(claimed);
    }
  }
  const names = [...byId].flatMap(([id, { labels }]) => labels.map((label) => [label, id] as const));
  const claimedTwice = severalOf(names);
  for (const [name, id] of names) if (claimedTwice.has(name)) doubtful.add(id);
  const statuses: FoundStatus[] = [];
  const disagreements: Disagreement[] = [];
  for (const [id, { labels, foundBy }] of [...byId].sort(([a], [b]) => a - b)) {
    if (labels.length > 1 || doubtful.has(id)) disagreements.push({ id, labels });
    else statuses.push({ id, label: labels[0] ?? '', foundBy: [...foundBy].sort() });
  }
  return { statuses, disagreements };
}

function merged(byId: Map<number, Merged>, id: number, label: string): Merged {
  const status = byId.get(id) ?? { labels: [], foundBy: new Set() };
  byId.set(id, status);
  const { labels } = status;
  const same = labels.findIndex((other) => meanTheSame(other, label));
  if (same < 0) labels.push(label);
  else if (isShortened(labels[same] ?? '') && !isShortened(label)) labels[same] = label;
  return status;
}

function meanTheSame(a: string, b: string): boolean {
  const [keyA, keyB] = [labelKey(a), labelKey(b)];
  const known = knownLabelId(a);
  return (
    keyA === keyB ||
    (isShortened(a) && keyB.startsWith(keyA)) ||
    (isShortened(b) && keyA.startsWith(keyB)) ||
    (known !== undefined && known === knownLabelId(b))
  );
}

function isShortened(label: string): boolean {
  return /\w{3}(?:…|\.\.\.)$/.test(label);
}
