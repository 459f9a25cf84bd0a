import { knownLabelId, labelKey } from 'importer-core/statuses';
import type { StatusName } from './last-copied.js';

/** A status in use that is not what it was. */
export type StatusChange =
  /** The id has another name now. */
  | { readonly kind: 'renamed'; readonly id: number; readonly before: string; readonly now: string }
  /** The name has another id now. */
  | { readonly kind: 'moved'; readonly id: number; readonly before: string; readonly to: number }
  | { readonly kind: 'gone'; readonly id: number; readonly before: string };

/**
 * What became of statuses in use: compares what they were with what the page shows today. Two wordings of one known
 * status (`Storno`, `Storniert`) are no change.
 *
 * @param saved - the statuses in use, as they were
 * @param today - all statuses of the page; a name may be joined by ` / ` when frames contradict each other
 * @example statusChanges([{ id: 3, label: 'Bezahlt' }], [{ id: 3, label: 'Offen' }]) // renamed
 */
export function statusChanges(saved: readonly StatusName[], today: readonly StatusName[]): StatusChange[] {
  return saved.flatMap(({ id, label: before }): StatusChange[] => {
    const now = today.find((status) => status.id === id);
    if (now?.label.split(' / ').some((label) => meanTheSame(label, before))) return [];
    const elsewhere = today.find((status) => meanTheSame(status.label, before));
    if (elsewhere) return [{ kind: 'moved', id, before, to: elsewhere.id }];
    return now ? [{ kind: 'renamed', id, before, now: now.label }] : [{ kind: 'gone', id, before }];
  });
}

function meanTheSame(a: string, b: string): boolean {
  if (labelKey(a) === labelKey(b)) return true;
  const known = knownLabelId(a);
  return known !== undefined && known === knownLabelId(b);
}
