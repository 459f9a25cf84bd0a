import { matchStatusLabel } from 'importer-core/statuses';
import type { FoundStatus, FrameReport } from '../messages.js';

/** One status of the page, over all its frames. */
export interface PageStatus {
  readonly id: number;
  /** Every wording the page uses for this id, the topmost frame's first; one, unless frames contradict each other. */
  readonly labels: readonly string[];
  readonly foundBy: readonly string[];
  /** Shown since the document was loaded, and not now. */
  readonly isEarlier: boolean;
}

/** What the page says differently in different places. */
export type Conflict =
  | { readonly kind: 'labels'; readonly id: number; readonly labels: readonly string[] }
  | { readonly kind: 'ids'; readonly label: string; readonly ids: readonly number[] };

export interface PageReading {
  /** Ascending by id. */
  readonly statuses: readonly PageStatus[];
  readonly conflicts: readonly Conflict[];
  /** True when a frame was too large to be read to its end. */
  readonly truncated: boolean;
  /** Set when a list says that it is longer than what was read: its length, -1 when it does not say. */
  readonly declaredLength: number | undefined;
}

/**
 * Joins the reports of all frames of one tab by id. Two wordings of one known status (`Storno`, `Storniert`) are no
 * conflict: the topmost frame's is shown. Anything else that frames say differently is kept and reported; what a frame
 * has shown earlier gives way to what another shows now.
 *
 * @param reports - by frame id; the top frame has 0
 * @example mergeFrames(new Map([[0, shell], [7, orderList]])).statuses
 */
export function mergeFrames(reports: ReadonlyMap<number, FrameReport>): PageReading {
  const frames = [...reports].sort(([a], [b]) => a - b).map(([, report]) => report);
  const now = join(
    frames.flatMap(({ statuses, earlier }) => statuses.filter(({ id }) => !earlier.includes(id))),
  );
  const earlier = join(
    frames
      .flatMap(({ statuses, earlier }) => statuses.filter(({ id }) => earlier.includes(id)))
      .filter(({ id, label }) => !now.some((status) => status.id === id || nameOneOf(status, label))),
  );
  const statuses = [
    ...now.map((status) => ({ ...status, isEarlier: false })),
    ...earlier.map((status) => ({ ...status, isEarlier: true })),
  ].sort((a, b) => a.id - b.id);
  const declared = frames.flatMap(({ declaredLength }) => declaredLength ?? []);
  return {
    statuses,
    conflicts: [...labelConflicts(frames, statuses), ...idConflicts(statuses)],
    truncated: frames.some((frame) => frame.truncated),
    declaredLength: declared.length > 0 ? Math.max(...declared) : undefined,
  };
}

const nameOneOf = ({ labels }: Pick<PageStatus, 'labels'>, label: string): boolean =>
  labels.some((known) => meanTheSame(known, label));

function join(found: readonly FoundStatus[]): Omit<PageStatus, 'isEarlier'>[] {
  const byId = new Map<number, { labels: string[]; foundBy: Set<string> }>();
  for (const { id, label, foundBy } of found) {
    const status = byId.get(id) ?? { labels: [], foundBy: new Set() };
    byId.set(id, status);
    if (!nameOneOf(status, label)) status.labels.push(label);
    for (const way of foundBy) status.foundBy.add(way);
  }
  return [...byId].map(([id, { labels, foundBy }]) => ({ id, labels, foundBy: [...foundBy].sort() }));
}

function meanTheSame(a: string, b: string): boolean {
  if (plain(a) === plain(b)) return true;
  const known = matchStatusLabel(a)?.id;
  return known !== undefined && known === matchStatusLabel(b)?.id;
}

function labelConflicts(frames: readonly FrameReport[], statuses: readonly PageStatus[]): Conflict[] {
  const labels = new Map<number, Set<string>>();
  const reported = frames.flatMap((frame) => frame.disagreements);
  const between = statuses.filter((status) => status.labels.length > 1);
  for (const conflict of [...reported, ...between]) {
    const all = labels.get(conflict.id) ?? new Set();
    for (const label of conflict.labels) all.add(label);
    labels.set(conflict.id, all);
  }
  return [...labels].sort(([a], [b]) => a - b).map(([id, all]) => ({ kind: 'labels', id, labels: [...all] }));
}

function idConflicts(statuses: readonly PageStatus[]): Conflict[] {
  const ids = new Map<string, { label: string; ids: Set<number> }>();
  for (const { id, labels } of statuses) {
    for (const label of labels) {
      const same = ids.get(plain(label)) ?? { label, ids: new Set() };
      same.ids.add(id);
      ids.set(plain(label), same);
    }
  }
  return [...ids.values()]
    .filter((same) => same.ids.size > 1)
    .map(({ label, ids }) => ({ kind: 'ids', label, ids: [...ids] }));
}

function plain(label: string): string {
  return label.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}
