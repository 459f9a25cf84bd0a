import { attribute, firstChild, isElement, localName, nextElement, nextSibling, openShadow } from './dom.js';

/** Elements to visit in all; a page that needs more is read in part. */
const mostElements = 20_000;
/** Siblings to visit in any case; no list of statuses is longer, a grid of orders is. */
const mostSiblings = 60;
/** Further siblings to visit of each kind (same tag and class): a list can follow the rows of a grid. */
const mostAlike = 20;
/** More kinds than this, and the tag alone tells one from another. */
const mostKinds = 20;
/** Options are read further: a select can hold statuses after hundreds of other entries. */
const mostOptions = 500;
const deepest = 400;

/**
 * Visits the elements of a document in document order, open shadow roots and templates included. Of many
 * siblings of one kind only the first are visited, so that 10,000 rows cost little more than 100.
 *
 * @param visit is called once per element
 * @param foundShadow is called once per open shadow root
 * @returns false when something was too large to be visited to its end
 */
export function walk(
  root: Document,
  visit: (element: Element) => void,
  foundShadow?: (root: ShadowRoot) => void,
): boolean {
  let left = mostElements;
  let whole = true;
  const children = (parent: Node, depth: number): void => {
    if (depth > deepest) {
      whole = false;
      return;
    }
    let kinds: Map<string, number> | undefined;
    let node = firstChild(parent);
    while (node && !isElement(node)) node = nextSibling(node);
    let element = node as Element | null;
    for (let seen = 0; element && left > 0; element = nextElement(element), seen++) {
      const tag = localName(element);
      if (seen >= mostSiblings) {
        kinds ??= new Map();
        const kind = kinds.size < mostKinds ? tag + attribute(element, 'class') : tag;
        const same = (kinds.get(kind) ?? 0) + 1;
        kinds.set(kind, same);
        if (tag === 'option' ? same > mostOptions : same > mostAlike) {
          if (tag !== 'option') continue;
          whole = false;
          return;
        }
      }
      left--;
      visit(element);
      if (/^(?:script|style|svg)$/.test(tag)) continue;
      children(element, depth + 1);
      if (tag === 'template') children((element as HTMLTemplateElement).content, depth + 1);
      const shadow = openShadow(element);
      if (shadow) {
        foundShadow?.(shadow);
        children(shadow, depth + 1);
      }
    }
  };
  children(root, 0);
  return whole && left > 0;
}
