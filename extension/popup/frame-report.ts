import { isStatusId } from 'importer-core/statuses';
import type { Disagreement, FoundStatus, FrameReport, ListFacts } from '../messages.js';

/** Billbee knows 17 statuses; more than this is no list of statuses. */
const mostEntries = 500;
const longestText = 200;

/**
 * Reads what a frame posted. The sender is our own content script, but it runs in a page that may be hostile, so
 * nothing is taken over unchecked: entries that are no status are left out, counts and lengths are capped.
 *
 * @returns undefined when the message is no report at all
 * @example readFrameReport({ location: 'app.billbee.io/de/order', isTop: true, statuses: [], … })
 */
export function readFrameReport(message: unknown): FrameReport | undefined {
  if (!isRecord(message) || !Array.isArray(message['statuses'])) return undefined;
  const { location, isTop, statuses, earlier, disagreements, truncated, declaredLength } = message;
  const facts = isRecord(message['facts']) ? message['facts'] : {};
  return {
    location: text(location) ?? '',
    isTop: isTop === true,
    statuses: entries(statuses, readStatus),
    earlier: Array.isArray(earlier) ? earlier.slice(0, mostEntries).filter(isStatusId) : [],
    disagreements: entries(disagreements, readDisagreement),
    truncated: truncated === true,
    ...(Number.isSafeInteger(declaredLength) && { declaredLength: Number(declaredLength) }),
    facts: {
      signs: texts(facts['signs']),
      elements: count(facts['elements']),
      milliseconds: count(facts['milliseconds']),
      lists: entries(facts['lists'], readListFacts),
    },
  };
}

function readListFacts(value: Record<string, unknown>): ListFacts {
  return {
    strategy: text(value['strategy']) ?? '',
    place: text(value['place']) ?? '',
    entries: count(value['entries']),
    agreeing: count(value['agreeing']),
    contradicting: count(value['contradicting']),
    accepted: value['accepted'] === true,
  };
}

function count(value: unknown): number {
  return typeof value === 'number' && value >= 0 ? Math.round(value) : 0;
}

function readStatus(value: Record<string, unknown>): FoundStatus | undefined {
  const label = text(value['label']);
  const id = value['id'];
  if (!isStatusId(id) || !label) return undefined;
  return { id, label, foundBy: texts(value['foundBy']) };
}

function readDisagreement(value: Record<string, unknown>): Disagreement | undefined {
  const id = value['id'];
  return isStatusId(id) ? { id, labels: texts(value['labels']) } : undefined;
}

function entries<T>(list: unknown, read: (value: Record<string, unknown>) => T | undefined): T[] {
  if (!Array.isArray(list)) return [];
  return list.slice(0, mostEntries).flatMap((value: unknown) => {
    const entry = isRecord(value) ? read(value) : undefined;
    return entry === undefined ? [] : [entry];
  });
}

function texts(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.slice(0, mostEntries).flatMap((value: unknown) => text(value) ?? []);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value.slice(0, longestText).trim() : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
