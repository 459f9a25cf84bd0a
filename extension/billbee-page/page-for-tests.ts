import { describeStatus } from 'importer-core/statuses';
import { findStatuses } from './find-statuses.js';

/** The order in which Billbee's screens list the statuses: the order of work, not of the ids. */
export const workflow = [14, 1, 2, 3, 13, 16, 4, 5, 6, 7, 8, 9, 15, 11, 12, 17] as const;

export interface Entry {
  readonly id: number;
  readonly label: string;
}

/** The statuses in the order of work, with their German labels. */
export const entries: readonly Entry[] = workflow.map((id) => ({ id, label: describeStatus(id).label.de }));

/** A page with this inside its body. */
export function page(body: string): Document {
  const html = `<!doctype html><html lang="de"><head><title>Aufträge</title></head><body>${body}</body></html>`;
  return new DOMParser().parseFromString(html, 'text/html');
}

/** One piece of markup per status. */
export function each(
  write: (entry: Entry, index: number) => string,
  list: readonly Entry[] = entries,
): string {
  return list.map(write).join('\n');
}

/** The ids found in a page with this body. */
export function idsIn(body: string): number[] {
  return findStatuses(page(body)).statuses.map(({ id }) => id);
}

/** `id label` per status found. */
export function foundIn(body: string): string[] {
  return findStatuses(page(body)).statuses.map(({ id, label }) => `${id} ${label}`);
}

export const allIds: readonly number[] = [...workflow].sort((a, b) => a - b);
export const allFound: readonly string[] = [...entries]
  .sort((a, b) => a.id - b.id)
  .map(({ id, label }) => `${id} ${label}`);
