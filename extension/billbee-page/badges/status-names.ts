import { labelKey } from 'importer-core/statuses';

/** A status name shown in the page. */
export interface StatusName {
  readonly id: number;
  readonly text: Text;
}

/** Never shown, or no place for a badge: options are drawn by the browser. */
const without =
  'script,style,noscript,template,option,optgroup,textarea,[contenteditable=""],[contenteditable="true"]';
const longestName = 100;
const mostTexts = 20_000;
const mostNames = 500;

/**
 * Finds where a page shows the names of statuses as text, count and white space aside.
 *
 * @param root - where to look
 * @param statuses - the statuses the page itself holds, with their ids
 */
export function statusNames(
  root: Element,
  statuses: readonly { readonly id: number; readonly label: string }[],
): StatusName[] {
  const idByName = new Map(statuses.map(({ id, label }) => [labelKey(label), id]));
  const texts = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const names: StatusName[] = [];
  for (let seen = 0; seen < mostTexts && names.length < mostNames && texts.nextNode(); seen += 1) {
    const text = texts.currentNode as Text;
    const { data } = text;
    if (data.length > longestName || !/\p{L}/u.test(data)) continue;
    const id = idByName.get(labelKey(data.replace(/\(\d+\)\s*$/, '')));
    if (id !== undefined && !text.parentElement?.closest(without)) names.push({ id, text });
  }
  return names;
}
