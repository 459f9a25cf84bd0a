import { labelKey } from 'importer-core/statuses';
import type { CandidateList } from '../../evidence/candidates.js';
import { neverAnId } from '../../evidence/judge.js';
import { strategyOf } from '../../evidence/strategy-of.js';
import { subjectOf } from '../../evidence/words-around.js';
import type { FoundStatus } from '../../messages.js';
import { isElement, localName, parentNode } from '../dom.js';
import { findStatuses } from '../find-statuses.js';
import type { NumberCandidate } from '../number-candidates.js';

/** What the page says, for looking up one element after the other. */
export type PageEvidence = ReturnType<typeof findStatuses>;

/** Ancestors to climb: the id may stand on the entry around the text a person points at. */
const highest = 5;
/** Billbee's ids are small; order and customer numbers are not. */
const mostId = 9_999;

export const readEvidence = (document: Document): PageEvidence => findStatuses(document);

/**
 * The statuses at an element: one for an entry, all for a list (a select cannot be pointed into). Empty when the page
 * holds no id there.
 *
 * 1. An id that the page's accepted lists write at this element.
 * 2. A label that stands here without an id, and with one in another place of the page.
 * 3. Where the page has no accepted list: a number here that its own list does not contradict. The person says that
 *    it is a status; the list only has to look like one of ids.
 */
export function statusesAt(element: Element, evidence: PageEvidence): readonly FoundStatus[] {
  const accepted = evidence.candidates.filter((candidate) => evidence.accepted.some(isLike(candidate)));
  const written = climb(element, accepted);
  const ids = new Set(written.map(({ id }) => id));
  const found = evidence.statuses.filter(({ id }) => ids.has(id));
  if (found.length > 0) return found;
  const key = labelKey(evidence.labels.of(element)?.shown ?? '');
  const named = key === '' ? [] : evidence.statuses.filter(({ label }) => labelKey(label) === key);
  return named.length > 0 ? named : unproved(element, evidence);
}

/** Everything on the page that {@link statusesAt} finds a single id at, in document order. */
export function pickable(evidence: PageEvidence): Element[] {
  const known = new Set(evidence.statuses.map(({ id }) => id));
  const entries = evidence.candidates
    .filter((candidate) => known.has(candidate.id) && evidence.accepted.some(isLike(candidate)))
    .map(({ element }) =>
      localName(element) === 'option' ? (parentElementOf(element) ?? element) : element,
    );
  return [...new Set(entries)];
}

const isLike =
  (candidate: NumberCandidate) =>
  ({ source, place, template, about }: CandidateList): boolean =>
    source === candidate.source &&
    place === candidate.place &&
    template === candidate.template &&
    about.startsWith(candidate.about);

/** The candidates at an element, else at the nearest element around it that has any. */
function climb(element: Element, candidates: readonly NumberCandidate[]): readonly NumberCandidate[] {
  let around: Element | undefined = element;
  for (let level = 0; around && level < highest; level++, around = parentElementOf(around)) {
    const scope: Element = around;
    const inside = candidates.filter((candidate) => holds(scope, candidate.element));
    // An element around this one that holds several ids is the list: it says nothing about this element.
    if (inside.length > 0) return level === 0 || idsOf(inside).size === 1 ? inside : [];
  }
  return [];
}

function unproved(element: Element, evidence: PageEvidence): readonly FoundStatus[] {
  const here = climb(
    element,
    evidence.candidates.filter(
      ({ source, id, place }) => source !== 'visible-text' && id <= mostId && place !== 'for',
    ),
  );
  let best: { status: FoundStatus; strength: number } | undefined;
  for (const candidate of here) {
    const strength = strengthOf(candidate, evidence);
    const label = evidence.labels.of(candidate.element);
    if (strength === 0 || !label) continue;
    if (best && best.strength === strength && best.status.id !== candidate.id) return [];
    if (best && best.strength >= strength) continue;
    best = { strength, status: { id: candidate.id, label: label.shown, foundBy: [strategyOf(candidate)] } };
  }
  return best ? [best.status] : [];
}

/** 0: no id. Otherwise the higher, the surer. */
function strengthOf(candidate: NumberCandidate, { candidates, labels }: PageEvidence): number {
  if (neverAnId(candidate)) return 0;
  const alike = candidates.filter(
    ({ source, place, template, about }) =>
      source === candidate.source &&
      place === candidate.place &&
      template === candidate.template &&
      about === candidate.about,
  );
  const ids = idsOf(alike);
  const known = alike.map(({ element, id }) => ({ id, known: labels.of(element)?.known }));
  if (known.some((entry) => entry.known !== undefined && entry.known !== entry.id)) return 0;
  const agreed = known.some((entry) => entry.known === entry.id);
  const subject = subjectOf(candidate);
  const isCounted = ids.size > 1 && Math.max(...ids) - Math.min(...ids) === ids.size - 1;
  if (isCounted && (!agreed || Math.min(...ids) <= 1)) return 0;
  if (labels.of(candidate.element)?.known === candidate.id) return 4;
  if (subject === 'order-state') return 3;
  if (subject === 'state') return 2;
  return agreed || ids.size > 2 ? 1 : 0;
}

const idsOf = (candidates: readonly NumberCandidate[]): Set<number> =>
  new Set(candidates.map(({ id }) => id));

/** The element around, out of a shadow root too. */
function parentElementOf(element: Element): Element | undefined {
  const parent = parentNode(element);
  if (isElement(parent)) return parent;
  return parent instanceof ShadowRoot ? parent.host : undefined;
}

function holds(scope: Element, element: Element): boolean {
  for (let node: Element | undefined = element; node; node = parentElementOf(node)) {
    if (node === scope) return true;
  }
  return false;
}
