import { cleanStatusLabel, knownLabelId } from 'importer-core/statuses';
import { hasLetter } from '../evidence/candidates.js';
import {
  attribute,
  firstChild,
  isComment,
  isElement,
  localName,
  nextSibling,
  nodeText,
  parentElement,
  parentNode,
} from './dom.js';
import { longestText, textPieces } from './text-pieces.js';

/** What a status is called on the page. */
export interface Label {
  /** As shown, without count and surrounding white space. */
  readonly shown: string;
  /** The known status it stands for. */
  readonly known: number | undefined;
}

/** Where a name stands that is not shown as text; `value` only on buttons. */
const namingAttributes =
  'aria-label title data-original-title label alt data-label data-name data-text value'.split(' ');

/**
 * Finds the label of the element that carries an id: its own text, else an attribute that names it, else the text
 * it belongs to (`<label for>`, what stands after a checkbox, the entry around an icon). Undefined when there is
 * none, or the text is too long to be the name of one entry.
 */
export type Labels = (element: Element) => Label | undefined;

/**
 * Reads labels for one look at a page; a label that occurs often is matched once.
 *
 * @param labelFor the page's `<label for>` elements by the id they name
 */
export function labelsOf(labelFor: ReadonlyMap<string, Element>): Labels {
  const seen = new Map<string, Label | undefined>();

  const label = (text: string): Label | undefined => {
    let made = seen.get(text);
    if (made || seen.has(text)) return made;
    const shown = cleanStatusLabel(text);
    if (hasLetter.test(shown)) made = { shown, known: knownLabelId(shown) };
    if (seen.size < 5_000) seen.set(text, made);
    return made;
  };

  /** Pieces of text, each with the white space it was written with, make one label. */
  const fromPieces = (pieces: readonly string[] | undefined): Label | undefined => {
    if (!pieces) return undefined;
    const whole = label(pieces.join(''));
    if (!whole || whole.known) return whole;
    const words = pieces.filter((piece) => hasLetter.test(piece));
    const rest = label(words.join(''));
    if (rest?.known) return rest;
    const named = words.map(label).filter((piece) => piece?.known);
    return named.length === 1 ? named[0] : rest;
  };

  const fromAttribute = (element: Element): Label | undefined => {
    for (const name of namingAttributes) {
      if (name === 'value' && !/submit|button/.test(attribute(element, 'type'))) continue;
      const value = attribute(element, name);
      const named = value.length <= longestText ? label(value) : undefined;
      if (named) return named;
    }
    return undefined;
  };

  const fromAround = (element: Element): Label | undefined => {
    const outside = labelFor.get(attribute(element, 'id'));
    const named = outside && fromPieces(textPieces(outside));
    if (named) return named;
    let around: Element | null = element;
    for (let level = 0; around && level < 4; level++, around = parentElement(around)) {
      const pieces = textPieces(around);
      const found = pieces && (fromPieces(pieces) ?? fromAttribute(around));
      if (found || !pieces) return found;
      if (hasTwin(around)) return fromPieces(readAfter(around));
    }
    return undefined;
  };

  return (element) => {
    const pieces = textPieces(element);
    if (!pieces) return undefined;
    const own = fromPieces(pieces);
    if (own) return own.known ? own : { shown: own.shown, known: fromAttribute(element)?.known };
    return fromAttribute(element) ?? (pieces.length === 0 ? fromAround(element) : undefined);
  };
}

/** The text after an element, up to the next entry of the list. */
function readAfter(element: Element): string[] {
  for (let node = nextSibling(element); node; node = nextSibling(node)) {
    if (isTwin(element, node)) break;
    const pieces = isElement(node) ? textPieces(node) : [nodeText(node)];
    if (!isComment(node) && pieces?.some((piece) => hasLetter.test(piece))) return pieces;
  }
  return [];
}

function hasTwin(element: Element): boolean {
  const parent = parentNode(element);
  let looked = 0;
  for (let node = parent && firstChild(parent); node && looked < 60; node = nextSibling(node), looked++) {
    if (node !== element && isTwin(element, node)) return true;
  }
  return false;
}

/** Whether a sibling is an entry like this one: same kind, without text of its own. */
function isTwin(element: Element, sibling: Node): boolean {
  return (
    isElement(sibling) &&
    localName(sibling) === localName(element) &&
    attribute(sibling, 'type') === attribute(element, 'type') &&
    !hasLetter.test(textPieces(sibling)?.join('') ?? 'x')
  );
}
