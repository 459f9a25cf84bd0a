import { labelKey } from 'importer-core/statuses';
import type { Steps } from '../steps.js';

/** A status name shown in the page. */
export interface StatusName {
  readonly id: number;
  readonly text: Text;
  /** What the text said when it was found: another text has no badge. */
  readonly said: string;
}

/** Never shown, or no place for a badge: options are drawn by the browser. */
const without =
  'script,style,noscript,template,option,optgroup,textarea,[contenteditable=""],[contenteditable="true"]';
const longestName = 100;
/** Texts of one look; a row of orders has some twenty. */
const mostTexts = 200_000;
const mostRemembered = 5_000;

/** Finds where a page shows the names of statuses as text, count and white space aside. */
export interface NameFinder {
  /** The names in a part of the page, that part included. */
  in(root: Node): Steps<StatusName[]>;
}

/** @param statuses - the statuses the page itself holds, with their ids */
export function nameFinder(statuses: readonly { readonly id: number; readonly label: string }[]): NameFinder {
  const idByName = new Map(statuses.map(({ id, label }) => [labelKey(label), id]));
  // The same few texts stand in thousands of rows.
  const known = new Map<string, number | undefined>();
  const idOf = (data: string): number | undefined => {
    if (data.length > longestName) return undefined;
    if (known.has(data)) return known.get(data);
    const id = /\p{L}/u.test(data) ? idByName.get(labelKey(data.replace(/\(\d+\)\s*$/, ''))) : undefined;
    if (known.size < mostRemembered) known.set(data, id);
    return id;
  };
  return {
    *in(root) {
      const texts = (root.ownerDocument ?? document).createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const names: StatusName[] = [];
      let node: Node | null = root.nodeType === Node.TEXT_NODE ? root : texts.nextNode();
      for (let seen = 1; node && seen < mostTexts; node = texts.nextNode(), seen += 1) {
        if (seen % 500 === 0) yield;
        const text = node as Text;
        const id = idOf(text.data);
        if (id === undefined || text.parentElement?.closest(without)) continue;
        names.push({ id, text, said: text.data });
      }
      return names;
    },
  };
}
