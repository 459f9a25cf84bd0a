import { cleanStatusLabel, knownLabelId } from 'importer-core/statuses';
import { hasLetter } from '../evidence/candidates.js';
import {
  attribute,
  attributeNames,
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
import { type WalkNotes, walk } from './walk.js';

/** What a status is called on the page. */
export interface Label {
  /** As shown, without count and surrounding white space. */
  readonly shown: string;
  /** The known status it stands for, or that an attribute beside it names. */
  readonly known: number | undefined;
  /** Whether `shown` itself is the known status' name. */
  readonly isName: boolean;
}

/** Where a name stands that is not shown as text; `value` only on buttons. */
const namingAttributes =
  'aria-label title data-original-title label alt data-label data-name data-text value'.split(' ');

/** The labels of a page, each read once per look. */
export interface Labels {
  /**
   * The label of the element that carries an id: its own text, else an attribute that names it, else the text it
   * belongs to (`<label for>`, what stands after a checkbox, the entry around an icon). Undefined when there is none,
   * or the text is too long to be the name of one entry.
   */
  of(element: Element): Label | undefined;
  /** The one known status that something inside an entry (a table row, a card) names, be it a text or a field. */
  inside(entry: Element): Label | undefined;
}

const mostRemembered = 20_000;
const mostInEntry = 60;

/** @param labelFor the page's `<label for>` elements by the id they name */
export function labelsOf(labelFor: ReadonlyMap<string, Element>): Labels {
  const label = remember((text: string): Label | undefined => {
    // Most attributes hold numbers only.
    if (text.length > longestText || !hasLetter.test(text)) return undefined;
    const shown = cleanStatusLabel(text);
    if (!hasLetter.test(shown)) return undefined;
    const known = knownLabelId(shown);
    return { shown, known, isName: known !== undefined };
  });

  /** Pieces of text, each with the white space it was written with, make one label. */
  const fromPieces = (pieces: readonly string[] | undefined): Label | undefined => {
    if (!pieces) return undefined;
    const whole = label(pieces.join(''));
    if (!whole || whole.known) return whole;
    const words = pieces.filter((piece) => hasLetter.test(piece));
    const rest = label(words.join(''));
    return rest?.known ? rest : (theOne(words.map(label)) ?? rest);
  };

  const fromAttribute = (element: Element): Label | undefined => {
    for (const name of namingAttributes) {
      const found = (name !== 'value' || isButton(element)) && label(attribute(element, name));
      if (found) return found;
    }
    return named(element);
  };

  /** A known name in whatever attribute. */
  const named = (element: Element): Label | undefined =>
    theOne(attributeNames(element).map((name) => label(attribute(element, name))));

  const fromAround = (element: Element): Label | undefined => {
    const outside = labelFor.get(attribute(element, 'id'));
    const found = outside && fromPieces(textPieces(outside));
    if (found) return found;
    let around: Element | null = element;
    for (let level = 0; around && level < 4; level++, around = parentElement(around)) {
      const pieces = textPieces(around);
      const here = pieces && (fromPieces(pieces) ?? fromAttribute(around));
      if (here || !pieces) return here;
      if (hasTwin(around)) return fromPieces(readAfter(around));
    }
    return undefined;
  };

  return {
    of: remember((element) => {
      const pieces = textPieces(element);
      if (!pieces) return undefined;
      const own = fromPieces(pieces);
      if (own) return own.known ? own : { ...own, known: fromAttribute(element)?.known };
      return fromAttribute(element) ?? (pieces.length === 0 ? fromAround(element) : undefined);
    }),
    inside: remember((entry) => {
      const names: (Label | undefined)[] = (textPieces(entry) ?? []).map(label);
      names.push(named(entry));
      const notes: WalkNotes = { elements: 0, cut: new Map(), shadows: [], truncated: false };
      for (const element of walk(entry, notes)) {
        if (notes.elements > mostInEntry) return undefined;
        names.push(named(element));
      }
      return theOne(names);
    }),
  };
}

const isButton = (element: Element): boolean => /submit|button/.test(attribute(element, 'type'));

/** The known label among several, if all known ones mean the same status. */
function theOne(labels: readonly (Label | undefined)[]): Label | undefined {
  const known = labels.filter((label) => label?.known);
  return known.every((label) => label?.known === known[0]?.known) ? known[0] : undefined;
}

function remember<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    if (made.has(key)) return made.get(key) as Value;
    const value = make(key);
    if (made.size < mostRemembered) made.set(key, value);
    return value;
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
