import type { Candidate, CandidateList, Neighbour } from './candidates.js';
import { addTo } from './group-by.js';

/** Fewer known statuses do not make a list to which another entry could belong. */
const fewestKnown = 3;

/**
 * A list with those of its neighbours that are entries too, but carry one argument more or less than the others:
 * `setState(16, true)` beside `setState(3)`, `?state=16&force=1` beside `?state=3`.
 *
 * A known status under its own id is such an entry, and a single unknown name without a number: several, or `100 je
 * Seite`, are something else.
 */
export function withOneArgumentMore(list: CandidateList): CandidateList {
  const { entries, neighbours = [] } = list;
  const ids = new Set(entries.map(({ id }) => id));
  const labels = new Set(entries.map(({ label }) => label));
  const parts = partsOf(list.template);
  const odd = new Map<string, Neighbour[]>();
  for (const neighbour of neighbours) {
    const isNew = !ids.has(neighbour.id) && !labels.has(neighbour.label);
    if (isNew && differInOnePiece(parts, partsOf(neighbour.template))) addTo(odd, neighbour.label, neighbour);
  }
  const all = [...odd.values()];
  const agreeing = entries.filter(({ id, known }) => id === known).length;
  if (all.length === 0 || agreeing < fewestKnown) return list;
  const known: Candidate[] = all.flat().filter(({ id, known }) => id === known);
  const strange = all.filter(([first]) => first?.known === undefined);
  const [only, ...more] = strange.length === 1 ? strange.flat() : [];
  const isOwn = only && more.length === 0 && !/\d/.test(only.label);
  return { ...list, entries: [...entries, ...known, ...(isOwn ? [only] : [])] };
}

type Parts = readonly [before: string, after: string];

/** What stands before and after the number in question: `setState(#, #) 1` is `setState(#, ` and `)`. */
function partsOf(template: string): Parts {
  const end = template.lastIndexOf(' ');
  let at = -1;
  for (let position = Number(template.slice(end)); position >= 0; position--)
    at = template.indexOf('#', at + 1);
  return [template.slice(0, at), template.slice(at + 1, end)];
}

/** Whether the texts around two numbers are the same, but for one piece that one of them has more. */
const differInOnePiece = ([before, after]: Parts, [otherBefore, otherAfter]: Parts): boolean =>
  (before === otherBefore && (hasMore(after, otherAfter) || hasMore(otherAfter, after))) ||
  (after === otherAfter && (hasMore(before, otherBefore) || hasMore(otherBefore, before)));

function hasMore(text: string, than: string): boolean {
  let same = 0;
  while (same < than.length && text[same] === than[same]) same++;
  return text.length > than.length && text.endsWith(than.slice(same));
}
