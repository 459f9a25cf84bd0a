import { isStatusId } from 'importer-core/statuses';
import type { FrameReport } from '../messages.js';
import type { Candidate, CandidateList } from './candidates.js';
import { weighWithEarlier } from './weigh-with-earlier.js';

const mostLists = 2_000;
const mostEarlier = 200;
const mostEntries = 5_000;
const longestText = 700;
const mostNeighbours = 100;
const longestPacked = 10_000;

/**
 * Reads what a frame posted and weighs its lists. The sender is our own content script, but it runs in a page that
 * may be hostile: what is not as `messages.ts` says is left out, counts and lengths are capped.
 *
 * @returns undefined when the message is no gathering at all
 * @example judgeFrame(message)?.statuses // [{ id: 3, label: 'Bezahlt', foundBy: ['select-option'] }, …]
 */
export function judgeFrame(message: unknown): FrameReport | undefined {
  if (!isRecord(message) || !Array.isArray(message['lists'])) return undefined;
  const facts = isRecord(message['facts']) ? message['facts'] : {};
  const { lists, statuses, earlier, disagreements, declaredLength } = weighWithEarlier(
    records(message['lists'], mostLists).map(readList),
    records(message['earlier'], mostEarlier).map(readList),
  );
  return {
    location: text(message['location']),
    isTop: message['isTop'] === true,
    truncated: message['truncated'] === true,
    statuses,
    earlier,
    disagreements,
    ...(declaredLength !== undefined && { declaredLength }),
    facts: {
      signs: list(facts['signs'], 20).map(text),
      elements: count(facts['elements']),
      milliseconds: count(facts['milliseconds']),
      lists,
    },
  };
}

function readList(value: Record<string, unknown>): CandidateList {
  return {
    source: text(value['source']),
    place: text(value['place']),
    template: text(value['template']),
    about: text(value['about']),
    entries: records(value['entries'], mostEntries).flatMap(readCandidate),
    neighbours: records(value['neighbours'], mostNeighbours).flatMap((one) =>
      readCandidate(one).map((candidate) => ({ ...candidate, template: text(one['template']) })),
    ),
    packed: typeof value['packed'] === 'string' ? value['packed'].slice(0, longestPacked) : undefined,
    declaredLength: readLength(value['declaredLength']),
  };
}

function readCandidate({ id, label, known }: Record<string, unknown>): Candidate[] {
  const shown = text(label);
  if (!isStatusId(id) || shown === '') return [];
  return [{ id, label: shown, known: isStatusId(known) ? known : undefined }];
}

const readLength = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) && Number(value) >= -1 ? Number(value) : undefined;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const list = (value: unknown, most: number): unknown[] => (Array.isArray(value) ? value.slice(0, most) : []);
const records = (value: unknown, most: number) => list(value, most).filter(isRecord);
const text = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, longestText).trim() : '';
const count = (value: unknown): number => (typeof value === 'number' && value >= 0 ? Math.round(value) : 0);
