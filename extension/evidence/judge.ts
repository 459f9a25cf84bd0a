import { highestKnownStatusId, labelKey } from 'importer-core/statuses';
import type { Candidate, CandidateList } from './candidates.js';
import { severalOf } from './group-by.js';
import { translatedIds } from './translations.js';
import { subjectOf } from './words-around.js';

export interface Verdict {
  /** Every entry that belongs to the list of statuses; empty when this is no such list. */
  readonly accepted: readonly Candidate[];
  /**
   * Entries nobody can decide on, in a list that is one of statuses by most of its labels: they contradict what is
   * known, or give one id several names.
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
  /^(?:all|alle(?:status|anzeigen)?|any|none|keiner?|keinstatus|bitte.*|(?:bestell)?status|.*wahlen|(?:please)?(?:select|choose).*|zurucksetzen|tou[ts]e?s?|todos|tutti|wszystkie)$/;

/**
 * Weighs one list. Lists are never accepted for where they stand or how they are written:
 *
 * - five or more known labels beside their known ids, or fewer with hardly a foreign one that are not just counted
 *   from 1 (the steps of an order), or two in an encoding that speaks of states, and
 * - hardly a known label beside another id: an index, a running number, rows of orders, payment types fail here, for
 *   statuses are shown in the order of work and never in that of their ids.
 *
 * Then entries with labels nobody knows (statuses the merchant or Billbee added or renamed) are taken too. A list
 * whose labels are all unknown is taken when the page itself says that it is about the state of orders and its ids
 * are those of statuses and no count.
 */
export function judge(list: CandidateList): Verdict {
  // What people see stands in an element, not in an attribute with a telling name.
  if (list.source !== 'visible-text' && neverAnId(list)) return nothing;
  const named = withoutCaptions(
    list.entries.filter(({ label }) => !placeholder.test(labelKey(label))).map(translated),
  );
  const agreeing = named.filter(({ id, known }) => known === id);
  const agreed = new Set(agreeing.map(({ id }) => id));
  const against = named.filter(({ id, known }) => known !== undefined && known !== id && certain(known));
  // A translation that says something else may just be a bad one.
  const hard = against.filter(({ isTranslated }) => !isTranslated);
  const foreign = named.filter((entry) => !agreed.has(entry.id) && !hard.includes(entry));
  const isRight = agreed.size >= 5 && agreed.size >= against.length * 4 && !isRunning(named);
  if (against.length > 0 && !isRight) return nothing;
  // An id with a known and another label: two lists written alike, of which only one is ours.
  const isMixed = named.some((entry) => agreed.has(entry.id) && entry.known !== entry.id);
  if (isMixed && hard.length === 0) return weigh(list, agreeing, agreed.size, []);
  const repeated = severalOf(foreign.map(({ id, label }) => [id, labelKey(label)]));
  const once = foreign.filter(({ id }) => !repeated.has(id));
  const verdict = weigh(list, agreeing, agreed.size, once);
  const isAccepted = verdict.accepted.length > 0;
  const disputed = isAccepted ? [...hard, ...foreign.filter(({ id }) => repeated.has(id))] : [];
  return { ...verdict, disputed };
}

function weigh(
  list: CandidateList,
  agreeing: readonly Candidate[],
  known: number,
  foreign: readonly Candidate[],
): Verdict {
  const all = [...agreeing, ...foreign];
  const strangers = new Set(foreign.map(({ id }) => id)).size;
  const subject = subjectOf(list);
  const counted = agreeing[0]?.id === 1 && isRunning(all);
  const enough =
    list.source === 'visible-text'
      ? known >= 5 && strangers <= known
      : (known >= 5 && strangers <= known * 2) ||
        (known === 4 && strangers <= known && !counted) ||
        (known === 3 && strangers <= (subject ? known : 1) && !counted) ||
        (known === 2 && strangers === 0 && subject !== undefined) ||
        (subject === 'order-state' && areIdsOfStatuses(list.entries, all));
  if (enough) return { ...nothing, accepted: all };
  return known > 0 && strangers === 0 && !counted ? { ...nothing, fragment: agreeing } : nothing;
}

/**
 * Whether numbers beside unknown labels can only be the ids of statuses: different for different labels, mostly those
 * in use, and neither counted nor a set without a gap, which an index would be.
 */
function areIdsOfStatuses(entries: readonly Candidate[], named: readonly Candidate[]): boolean {
  const ids = new Set(named.map(({ id }) => id));
  const labels = new Set(named.map(({ label }) => labelKey(label)));
  const inUse = [...ids].filter((id) => id <= highestKnownStatusId && id !== 10).length;
  const [least, most] = [Math.min(...ids), Math.max(...ids)];
  return (
    ids.size >= 4 &&
    labels.size === ids.size &&
    inUse >= ids.size * 0.6 &&
    most - least >= ids.size &&
    !isRunning(entries)
  );
}

/** The same candidate with what its label means in another language. */
function translated(entry: Candidate): Translated {
  if (entry.known !== undefined) return entry;
  const ids = translatedIds(entry.label);
  if (!ids) return entry;
  return { ...entry, known: ids.has(entry.id) ? entry.id : [...ids][0], isTranslated: true };
}

interface Translated extends Candidate {
  readonly isTranslated?: boolean;
}

/** A text beside several ids ("Bearbeiten") is what a button says, not what a status is called. */
function withoutCaptions(entries: readonly Translated[]): Translated[] {
  const unknown = entries.filter(({ known }) => known === undefined);
  const captions = severalOf(unknown.map(({ id, label }) => [label, id]));
  return entries.filter(({ label, known }) => known !== undefined || !captions.has(label));
}

/** Whether the numbers only count the entries. */
function isRunning(entries: readonly Candidate[]): boolean {
  return entries.every(({ id }, index) => index === 0 || id === (entries[index - 1]?.id ?? 0) + 1);
}

/** Positions, counts, sizes and looks: numbers that belong to the drawing, not to the status. */
const drawing =
  /^(?:style|src|alt)$|^aria-|(?:index|idx|span|position|count|offset|order|sort|size|page|title|label)$/;

/** AngularJS numbers objects (`object:57`), Angular writes the index before them (`2: Object`). */
const numberedObject = /^object:|#: Object/;

/** Element ids that frameworks count up while they draw: `mat-option-7`. */
const counted = /^(?:mat|mdc|cdk|ng|ui)-/;

/**
 * Whether the numbers of a list are known to be no ids. Most such numbers fail on the evidence anyway; this keeps out
 * lists short enough to agree by chance.
 */
export function neverAnId({ place, template }: Pick<CandidateList, 'place' | 'template'>): boolean {
  return drawing.test(place) || numberedObject.test(template) || (place === 'id' && counted.test(template));
}
