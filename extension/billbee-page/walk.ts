import {
  attribute,
  before,
  firstChild,
  isElement,
  lastChild,
  localName,
  nextElement,
  nextSibling,
  shadowOf,
} from './dom.js';

/** Elements to visit in all; a page that needs more is read in part. */
const mostElements = 20_000;
/** Siblings to visit in any case. */
const mostSiblings = 60;
/** Further siblings to visit of each kind (same tag and class): a list can follow the rows of a grid. */
const mostAlike = 20;
/** The same for siblings that are small, as entries of lists are: a list can follow hundreds of other entries. */
const mostSmall = 1_000;
/** Elements in an entry of a list, on average; a row of a grid has more. */
const small = 5;
/** Siblings of one kind to pass one by one; then all but the last are left out at once. */
const mostSkipped = 200;
const tail = 100;
const deepest = 400;

/** What a walk learns on its way. */
export interface WalkNotes {
  /** Elements visited until now, over all walks. */
  elements: number;
  /** Parents that have more children than were visited, and whether these are options. */
  readonly cut: Map<Node, boolean>;
  /** Shadow roots, closed ones too where the browser opens them. */
  readonly shadows: ShadowRoot[];
  /** True when something was too large to be visited to its end. */
  truncated: boolean;
}

/** The children of one parent, on the way through them. */
interface Level {
  readonly parent: Node;
  readonly before: number;
  next: Element | null;
  seen: number;
  alike?: { readonly most: number; readonly kinds: Map<string, number> };
}

/**
 * Yields the elements of a document in document order, shadow roots and templates included. Of many siblings of
 * one kind only the first are visited, so that 10,000 rows cost little more than 100.
 *
 * Steps may lie apart in time: an element that was taken out of the page meanwhile just ends its list.
 */
export function* walk(root: Node, notes: WalkNotes): Generator<Element> {
  const levels: Level[] = [];
  const enter = (parent: Node): void => {
    let node = firstChild(parent);
    while (node && !isElement(node)) node = nextSibling(node);
    if (!node) return;
    if (levels.length > deepest) notes.truncated = true;
    else levels.push({ parent, before: notes.elements, next: node, seen: 0 });
  };
  enter(root);
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const element = level.next;
    if (!element) {
      levels.pop();
      continue;
    }
    level.next = nextElement(element);
    const tag = localName(element);
    if (isOneTooMany(level, element, tag, notes)) continue;
    if (++notes.elements > mostElements) {
      notes.truncated = true;
      return;
    }
    yield element;
    if (/^(?:script|style|svg)$/.test(tag)) continue;
    const shadow = shadowOf(element);
    // The last one entered is walked first.
    if (shadow) {
      notes.shadows.push(shadow);
      enter(shadow);
    }
    if (tag === 'template') enter((element as HTMLTemplateElement).content);
    enter(element);
  }
}

function isOneTooMany(level: Level, element: Element, tag: string, notes: WalkNotes): boolean {
  if (level.seen++ < mostSiblings) return false;
  level.alike ??= {
    most: (notes.elements - level.before) / mostSiblings > small ? mostAlike : mostSmall,
    kinds: new Map(),
  };
  const { kinds, most } = level.alike;
  const kind = tag + attribute(element, 'class');
  const same = (kinds.get(kind) ?? 0) + 1;
  kinds.set(kind, same);
  if (same <= most) return false;
  notes.cut.set(level.parent, tag === 'option');
  // Nothing else is to be had from the middle of a list of one kind.
  if (kinds.size === 1 && same === most + mostSkipped) level.next = tailOf(level);
  return true;
}

/** Where the last children of a long list begin; the next one when that is near. */
function tailOf({ parent, next }: Level): Element | null {
  let element = isElement(parent) ? lastChild(parent) : next;
  for (let left = tail; element && element !== next && left > 0; left--) element = before(element);
  return element;
}
