import { labelKey } from 'importer-core/statuses';
import type { Candidate, CandidateList } from './candidates.js';
import { severalOf } from './group-by.js';

export interface Verdict {
  /** Every entry that belongs to the list of statuses; empty when this is no such list. */
  readonly accepted: readonly Candidate[];
  /**
   * Entries nobody can decide on, in a list that is one of statuses by most of its labels: they contradict what is
   * known (then the whole list is not used), or give one id several names.
   */
  readonly disputed: readonly Candidate[];
  /** Entries that agree with what is known, in a list too short to be accepted: more of its kind may be. */
  readonly fragment: readonly Candidate[];
}

const nothing: Verdict = { accepted: [], disputed: [], fragment: [] };

/** 10 is not in use and the name of 17 is inferred: a page that says otherwise is no contradiction. */
const certain = (id: number): boolean => id !== 10 && id !== 17;

/** First entries that are no status, as {@link labelKey} writes them. */
const placeholder =
  /^(?:all|alle(?:status|anzeigen)?|any|keiner?|keinstatus|bitte.*|(?:bestell)?status|.*wahlen|(?:please)?select.*|zurucksetzen)$/;

/**
 * Weighs one list. Lists are never accepted for where they stand or how they are written:
 *
 * - five or more known labels beside their known ids, or three with hardly a foreign one that are not just counted
 *   from 1 (the steps of an order), or two in an encoding that speaks of states, and
 * - not one known label beside another id: an index, a running number, rows of orders, payment types fail here,
 *   for statuses are shown in the order of work and never in that of their ids.
 *
 * Then entries with labels nobody knows (statuses the merchant or Billbee added or renamed) are taken too.
 */
export function judge({ strategy, place, context, entries }: CandidateList): Verdict {
  const encoding = `${strategy} ${place} ${context}`;
  const named = withoutCaptions(entries.filter(({ label }) => !placeholder.test(labelKey(label))));
  const contradicts = ({ id, known }: Candidate) => known !== undefined && known !== id && certain(known);
  const agreeing = named.filter(({ id, known }) => known === id);
  const agreed = new Set(agreeing.map(({ id }) => id));
  if (agreed.size === 0) return nothing;
  const foreign = named.filter((entry) => !agreed.has(entry.id) && !contradicts(entry));
  const against = named.filter(contradicts);
  if (against.length > 0) {
    const isStatusList = agreed.size >= 5 && agreed.size > against.length * 3 && !isRunning(named);
    return isStatusList ? { ...nothing, disputed: against } : nothing;
  }
  // An id with a known and another label: two lists written alike, of which only one is ours.
  const isMixed = named.some((entry) => agreed.has(entry.id) && entry.known !== entry.id);
  if (isMixed) return weigh(encoding, agreeing, agreed.size, []);
  const repeated = severalOf(foreign.map(({ id, label }) => [id, labelKey(label)]));
  const verdict = weigh(
    encoding,
    agreeing,
    agreed.size,
    foreign.filter(({ id }) => !repeated.has(id)),
  );
  const disputed = verdict.accepted.length > 0 ? foreign.filter(({ id }) => repeated.has(id)) : [];
  return { ...verdict, disputed };
}

function weigh(
  encoding: string,
  agreeing: readonly Candidate[],
  known: number,
  foreign: readonly Candidate[],
): Verdict {
  const counted = agreeing[0]?.id === 1 && isRunning([...agreeing, ...foreign]);
  const strangers = new Set(foreign.map(({ id }) => id)).size;
  const enough =
    (known >= 5 && strangers <= known * 2) ||
    (known >= 3 && strangers * 3 <= known && !counted) ||
    (known >= 2 && strangers === 0 && /stat(?:e|us)|zustand/i.test(encoding));
  if (enough) return { ...nothing, accepted: [...agreeing, ...foreign] };
  return strangers === 0 && !counted ? { ...nothing, fragment: agreeing } : nothing;
}

/** A text beside several ids ("Bearbeiten") is what a button says, not what a status is called. */
function withoutCaptions(entries: readonly Candidate[]): Candidate[] {
  const unknown = entries.filter(({ known }) => known === undefined);
  const captions = severalOf(unknown.map(({ id, label }) => [label, id]));
  return entries.filter(({ label, known }) => known !== undefined || !captions.has(label));
}

/** Whether the numbers only count the entries. */
function isRunning(entries: readonly Candidate[]): boolean {
  return entries.every(({ id }, index) => index === 0 || id === (entries[index - 1]?.id ?? 0) + 1);
}
