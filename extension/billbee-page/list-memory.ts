import type { CandidateList } from '../evidence/candidates.js';

/** Lists of one kind to remember, as many as a virtual list may have windows, and the longest that may be of statuses. */
const mostAlike = 20;
const mostEntries = 300;

/**
 * Remembers what a document has shown since somebody first looked at it. A menu is closed when the window loses the
 * focus, and a virtual list takes its rows out: what they said stays true for this document. What comes of it is for
 * `evidence/` to say.
 *
 * @returns takes the lists of each look; answers with others that were there before, the newest first
 */
export function createListMemory(): (lists: readonly CandidateList[]) => CandidateList[] {
  let seen = new Map<string, CandidateList>();
  return (lists) => {
    const now = new Map(lists.map((list) => [JSON.stringify(list), list]));
    const alike: Record<string, number> = {};
    seen = new Map(
      [...now, ...seen].filter(([, { place, template, about, entries }]) => {
        const key = place + template + about;
        alike[key] = (alike[key] ?? 0) + 1;
        return alike[key] <= mostAlike && entries.length < mostEntries;
      }),
    );
    return [...seen].filter(([text]) => !now.has(text)).map(([, list]) => list);
  };
}
