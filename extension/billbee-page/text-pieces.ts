import { firstChild, isComment, isElement, localName, nextSibling, nodeText } from './dom.js';

/** A longer text is not the name of one entry. */
export const longestText = 160;
const mostPieces = 24;
const deepest = 12;
/** Their text is not shown, or is not the label of what stands around them. */
const unread = /^(?:script|style|template|select|textarea)$/;
/** Marked-up parts of one word or name; other elements stand apart. */
const inline = /^(?:[abiu]|bdi|em|font|mark|span|strong|sup)$/;

/** The text inside an element in pieces; undefined when it is too much for one entry. */
export function textPieces(element: Element): string[] | undefined {
  const pieces: string[] = [];
  let length = 0;
  const gap = (): void => {
    if (pieces.length > 0) pieces[pieces.length - 1] += ' ';
  };
  const visit = (node: Node, depth: number): boolean => {
    for (let child = firstChild(node); child; child = nextSibling(child)) {
      if (isElement(child)) {
        const tag = localName(child);
        if (unread.test(tag)) continue;
        if (depth > deepest) return false;
        const block = !inline.test(tag);
        if (block) gap();
        if (!visit(child, depth + 1)) return false;
        if (block) gap();
      } else if (!isComment(child)) {
        const text = nodeText(child);
        const { length: inked } = text.trim();
        length += inked;
        if (inked === 0 || !/[\p{L}\p{N}]/u.test(text)) gap();
        else if (pieces.push(text) > mostPieces || length > longestText) return false;
      }
    }
    return true;
  };
  return visit(element, 0) ? pieces : undefined;
}
