import { attribute, firstElement, localName, nextElement, openShadow } from './dom.js';

/** What a walk may cost; a page that needs more is read in part. */
export interface WalkBudget {
  /** Elements to visit in all. */
  readonly elements: number;
  /** Siblings of one kind (same tag and class) to visit: no list of statuses is longer, a grid of orders is. */
  readonly siblings: number;
}

export const walkBudget: WalkBudget = { elements: 40_000, siblings: 80 };

/** Options are read further: a select can hold statuses after hundreds of other entries. */
const mostOptions = 500;
/** More kinds among one parent's children than this, and the tag alone counts as kind. */
const mostKinds = 30;
const deepest = 400;

/**
 * Visits the elements of a document in document order, open shadow roots and templates included. Of many
 * siblings of one kind only the first are visited, so that 10,000 rows cost little more than 80.
 *
 * @param visit is called once per element
 * @param foundShadow is called once per open shadow root
 * @returns false when the budget ended the walk before its end
 */
export function walk(
  root: ParentNode & Node,
  visit: (element: Element) => void,
  foundShadow: (root: ShadowRoot) => void = () => {},
  budget: WalkBudget = walkBudget,
): boolean {
  let left = budget.elements;
  let whole = true;
  const children = (first: Element | null, depth: number): void => {
    if (depth > deepest) whole = false;
    if (!whole) return;
    let kinds: Map<string, number> | undefined;
    let element = first;
    for (let seen = 0; element && whole; element = nextElement(element), seen++) {
      const tag = localName(element);
      if (seen >= budget.siblings) {
        kinds ??= new Map();
        const limit = tag === 'option' ? mostOptions : budget.siblings;
        const kind = kinds.size < mostKinds ? `${tag} ${attribute(element, 'class')}` : tag;
        const same = (kinds.get(kind) ?? 0) + 1;
        kinds.set(kind, same);
        if (same > limit) {
          if (tag === 'option') whole = false;
          continue;
        }
      }
      if (left-- <= 0) {
        whole = false;
        return;
      }
      visit(element);
      if (tag === 'script' || tag === 'style' || tag === 'svg') continue;
      children(firstElement(element), depth + 1);
      if (tag === 'template') children(firstOf((element as HTMLTemplateElement).content), depth + 1);
      const shadow = openShadow(element);
      if (shadow) {
        foundShadow(shadow);
        children(firstOf(shadow), depth + 1);
      }
    }
  };
  children(firstOf(root), 0);
  return whole;
}

const { querySelector } = DocumentFragment.prototype;
const { querySelector: queryDocument } = Document.prototype;

/** The first element in a document or fragment. */
function firstOf(root: Node): Element | null {
  if (!root) return null;
  return root.nodeType === Node.DOCUMENT_NODE
    ? queryDocument.call(root as Document, '*')
    : querySelector.call(root as DocumentFragment, '*');
}
