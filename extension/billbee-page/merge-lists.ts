import { labelKey, matchStatusLabel } from 'importer-core/statuses';
import type { Disagreement, FoundStatus } from '../messages.js';
import type { Candidate } from './evidence.js';
import { severalOf } from './group-by.js';

/** The entries of an accepted list, or disputed ones, with the strategy that read them. */
export interface Judged {
  readonly strategy: string;
  readonly entries: readonly Candidate[];
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
 * @param accepted in the order of preference for the wording
 * @param disputed entries that contradict what is known, or themselves
 */
export function mergeLists(
  accepted: readonly Judged[],
  disputed: readonly Judged[],
): { statuses: FoundStatus[]; disagreements: Disagreement[] } {
  const byId = new Map<number, Merged>();
  for (const { strategy, entries } of accepted) {
    for (const { id, label } of entries) {
      const status = merged(byId, id);
      status.foundBy.add(strategy);
      addLabel(status.labels, label);
    }
  }
  const doubtful = new Set<number>();
  for (const { entries } of disputed) {
    for (const { id, label, known } of entries) {
      for (const claimed of known === undefined ? [id] : [id, known]) {
        const { labels } = merged(byId, claimed);
        addLabel(labels, label);
        doubtful.add(claimed);
      }
    }
  }
  const names = [...byId].flatMap(([id, { labels }]) =>
    labels.map((label) => [labelKey(label), id] as const),
  );
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

function merged(byId: Map<number, Merged>, id: number): Merged {
  const status = byId.get(id) ?? { labels: [], foundBy: new Set() };
  byId.set(id, status);
  return status;
}

function addLabel(labels: string[], label: string): void {
  const same = labels.findIndex((other) => meanTheSame(other, label));
  if (same < 0) labels.push(label);
  else if (isShortened(labels[same] ?? '') && !isShortened(label)) labels[same] = label;
}

function meanTheSame(a: string, b: string): boolean {
  const [keyA, keyB] = [labelKey(a), labelKey(b)];
  if (keyA === keyB) return true;
  if (isShortened(a) && keyB.startsWith(keyA)) return true;
  if (isShortened(b) && keyA.startsWith(keyB)) return true;
  const known = matchStatusLabel(a)?.id;
  return known !== undefined && known === matchStatusLabel(b)?.id;
}

function isShortened(label: string): boolean {
  return /(?:…|\.\.\.)$/.test(label) && labelKey(label).length >= 4;
}
