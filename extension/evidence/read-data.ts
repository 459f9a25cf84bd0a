import { cleanStatusLabel, knownLabelId, orderStatuses } from 'importer-core/statuses';
import { type Candidate, type CandidateList, hasLetter } from './candidates.js';
import { decodeLabel } from './decode-label.js';
import { unpacked } from './packed-list.js';

/**
 * Reads the labels of lists that were written as data. An object can hold several names for one id (`Name`,
 * `ApiName`, `CssClass`): of the lists that differ in that only, the one with the names people read is kept, and
 * Billbee's pages are German.
 */
export function readData(lists: readonly CandidateList[]): CandidateList[] {
  const read: CandidateList[] = [];
  const best = new Map<string, { score: number; list: CandidateList }>();
  for (const list of lists) {
    if (!/-data$/.test(list.source)) {
      read.push(list);
      continue;
    }
    const { packed = '' } = list;
    const entries = [...list.entries, ...unpacked(packed)].flatMap(readCandidate);
    const score = entries.reduce((sum, { label, known }) => sum + scoreOf(label, known), 0);
    const [idPlace = ''] = list.place.split('\n');
    const key = [list.source, list.about, list.template, idPlace, packed].join('\n');
    const other = best.get(key);
    if (!other || score > other.score) {
      best.set(key, { score, list: { ...list, place: idPlace, template: '', entries } });
    }
  }
  return [...read, ...[...best.values()].map(({ list }) => list)];
}

function readCandidate({ id, label }: Candidate): Candidate[] {
  const shown = cleanStatusLabel(decodeLabel(label));
  return hasLetter.test(shown) ? [{ id, label: shown, known: knownLabelId(shown) }] : [];
}

function scoreOf(label: string, known: number | undefined): number {
  if (known === undefined) return 0;
  return orderStatuses[known - 1]?.label.de === label ? 2 : 1;
}
