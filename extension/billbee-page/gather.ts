import type { CandidateList } from '../evidence/candidates.js';
import { textsWith } from './data-text.js';
import { attribute, localName, nodeText } from './dom.js';
import { listsOf } from './group.js';
import { type Labels, labelsOf } from './label-of.js';
import { type NumberCandidate, numbersOf, type Owners } from './number-candidates.js';
import { inRowsLeftOut } from './rows-left-out.js';
import type { Steps } from './steps.js';
import { type WalkNotes, walk } from './walk.js';

/** What one look at a document gathered. */
export interface Gathering {
  /** Every list that may be one of statuses; whether it is one is for `evidence/` to weigh. */
  readonly lists: readonly CandidateList[];
  /** True when the page was too large to be read to its end. */
  readonly truncated: boolean;
  /** Every number in an element, whatever it is. */
  readonly candidates: readonly NumberCandidate[];
  readonly labels: Labels;
  /** Elements looked at. */
  readonly elements: number;
  /** Shadow roots that were read: a mutation observer on the document does not see into them. */
  readonly shadows: readonly ShadowRoot[];
}

const mostCandidates = 20_000;
const mostTemplates = 50;
const longestPacked = 10_000;
/** Three numbers with something between them may be a list in a notation of its own. */
const pairs = /\d\D+\d\D+\d/;
const longestText = 2_000_000;
const longestMarkup = 300_000;
/** Types of script elements that hold code or data; others (`text/template`) hold markup. */
const codeType = /^$|script|json|module/i;

/**
 * Gathers every id beside a label in a Billbee page and groups what is written alike into lists.
 *
 * Reads only: nothing is run, fetched or changed.
 *
 * @param document of a page or frame; treated as hostile
 * @param inTime false ends the look: what was gathered until then is reported as truncated
 * @example weighLists(runAtOnce(gather(document)).lists).statuses // [{ id: 3, label: 'Bezahlt', … }, …]
 */
export function* gather(document: Document, inTime: () => boolean = () => true): Steps<Gathering> {
  const notes: WalkNotes = { elements: 0, cut: new Map(), shadows: [], truncated: false };
  const owners: Owners = { labelFor: new Map(), select: undefined };
  const candidates: NumberCandidate[] = [];
  const data: CandidateList[] = [];
  const markup: string[] = [];

  const isLate = (): boolean => {
    const late = !inTime();
    notes.truncated ||= late;
    return late;
  };
  const visit = function* (element: Element): Steps<void> {
    const tag = localName(element);
    const isScript = /^(?:no)?script$/.test(tag);
    for (const found of numbersOf(element, tag, owners)) {
      if (typeof found === 'string') yield* readText(found, 'attribute-data');
      else if (candidates.length < mostCandidates) candidates.push(found);
      else notes.truncated = true;
    }
    if (isScript) {
      const isCode = tag === 'script' && codeType.test(attribute(element, 'type'));
      yield* readText(nodeText(element), 'script-data', isCode);
    }
  };
  const readText = function* (text: string, strategy: string, isCode?: boolean): Steps<void> {
    if (text.length > longestText) {
      notes.truncated = true;
      return;
    }
    let names = false;
    const before = data.length;
    for (const lists of textsWith(text, strategy)) {
      names = true;
      data.push(...lists);
      yield;
      if (isLate()) break;
    }
    if (
      names &&
      data.length === before &&
      isCode === undefined &&
      text.length < longestPacked &&
      pairs.test(text)
    )
      data.push({ source: strategy, place: 'pairs', template: '', about: '', entries: [], packed: text });
    // A template, or the content of a popover: parsed without running anything.
    if (
      names &&
      !isCode &&
      markup.length < mostTemplates &&
      text.length < longestMarkup &&
      /<\w/.test(text)
    ) {
      markup.push(text);
    }
  };
  const read = function* (root: Node): Steps<void> {
    let steps = 0;
    for (const element of walk(root, notes)) {
      yield* visit(element);
      if (++steps % 100 > 0) continue;
      yield;
      if (isLate()) return;
    }
  };

  yield* read(document);
  for (const text of markup) yield* read(new DOMParser().parseFromString(text, 'text/html'));
  const labels = labelsOf(owners.labelFor);
  const visited = new Set(candidates.map(({ element }) => element));
  for (const element of inRowsLeftOut(notes, candidates, labels)) {
    if (!element) {
      if (isLate()) break;
      yield;
    } else if (!visited.has(element)) yield* visit(element);
  }
  const foreign = !/^(?:de|en|)(?:-|$)/i.test(attribute(document.documentElement, 'lang'));
  const lists = yield* listsOf(candidates, labels);
  return {
    lists: [...lists, ...data].filter((list) => mayBeStatuses(list, foreign)),
    candidates,
    labels,
    truncated: notes.truncated,
    elements: notes.elements,
    shadows: notes.shadows,
  };
}

/** Any other list can prove nothing, and what it says is nobody's business. */
function mayBeStatuses(
  { place, template, about, entries, packed }: CandidateList,
  foreign: boolean,
): boolean {
  if (packed) return true;
  if (entries.some(({ id, known }) => id === known)) return true;
  const isNamed = foreign || /stat|zustand/i.test(place + template + about);
  return isNamed && new Set(entries.map(({ id }) => id)).size >= 3;
}
