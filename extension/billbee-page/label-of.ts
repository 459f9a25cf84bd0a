import { cleanStatusLabel, matchStatusLabel } from 'importer-core/statuses';
import {
  attribute,
  firstChild,
  localName,
  nextSibling,
  nodeText,
  nodeType,
  parentElement,
  parentNode,
} from './dom.js';

/** What a status is called on the page. */
export interface Label {
  /** As shown, without count and surrounding white space. */
  readonly shown: string;
  /** The known status it stands for. */
  readonly known: number | undefined;
}

const longestText = 160;
const mostPieces = 24;
const deepest = 12;
/** Their text is not shown, or is not the label of what stands around them. */
const unread = new Set(['script', 'style', 'template', 'select', 'textarea', 'noscript']);
const inline = new Set('a abbr b bdi em font i label mark s small span strong sub sup u'.split(' '));
const hasLetter = /\p{L}/u;
/** Where a name stands that is not shown as text. */
const namingAttributes = ['aria-label', 'title', 'data-original-title', 'label', 'alt', 'data-title'];
const dataNames = ['data-label', 'data-name', 'data-text', 'data-title', 'data-caption', 'title'];

/** Reads labels for one look at a page; a label that occurs often is matched once. */
export class Labels {
  readonly #known = new Map<string, number | undefined>();
  /** `<label for>` by the id it names, filled by the walk. */
  readonly labelFor = new Map<string, Element>();

  /** The id of the known status with this name. */
  known(text: string): number | undefined {
    if (this.#known.has(text)) return this.#known.get(text);
    const id = text.length > longestText ? undefined : matchStatusLabel(text)?.id;
    if (this.#known.size < 5000) this.#known.set(text, id);
    return id;
  }

  /**
   * The label of the element that carries an id: its own text, else an attribute that names it, else the text
   * it belongs to (`<label for>`, what stands after a checkbox, the entry around an icon).
   *
   * @returns undefined when there is none, or the text is too long to be the name of one entry
   */
  of(element: Element): Label | undefined {
    const pieces = read(element);
    if (!pieces) return undefined;
    const own = this.#from(pieces);
    if (own) {
      if (own.known !== undefined) return own;
      const known = this.#named(element, dataNames)?.known;
      return { shown: own.shown, known };
    }
    return this.#named(element, namingAttributes) ?? (pieces.length === 0 ? this.#around(element) : undefined);
  }

  #named(element: Element, names: readonly string[]): Label | undefined {
    const button = localName(element) === 'input' && /^(?:button|submit)$/.test(attribute(element, 'type'));
    for (const name of button ? ['value', ...names] : names) {
      const value = attribute(element, name);
      const label = value && value.length <= longestText ? this.#from([value]) : undefined;
      if (label) return label;
    }
    return undefined;
  }

  #around(element: Element): Label | undefined {
    const label = this.labelFor.get(attribute(element, 'id'));
    const named = label && this.#from(read(label) ?? []);
    if (named) return named;
    let around = parentElement(element);
    if (around && hasTwin(element)) return this.#from(readAfter(element));
    for (let level = 0; around && level < 3; level++, around = parentElement(around)) {
      const pieces = read(around);
      if (!pieces) return undefined;
      const label = this.#from(pieces) ?? this.#named(around, namingAttributes);
      if (label) return label;
      if (hasTwin(around)) return undefined;
    }
    return undefined;
  }

  /** Pieces of text, each with the white space it was written with, make one label. */
  #from(pieces: readonly string[]): Label | undefined {
    const whole = this.#label(pieces);
    if (!whole || whole.known !== undefined) return whole;
    const words = pieces.filter((piece) => hasLetter.test(piece));
    const rest = this.#label(words);
    if (rest?.known !== undefined || words.length < 2) return rest;
    const named = words.map((piece) => this.#label([piece])).filter((label) => label?.known !== undefined);
    return named.length === 1 ? named[0] : rest;
  }

  #label(pieces: readonly string[]): Label | undefined {
    const shown = cleanStatusLabel(pieces.join(''));
    return hasLetter.test(shown) ? { shown, known: this.known(shown) } : undefined;
  }
}

/** The text inside an element in pieces; undefined when it is too much for one entry. */
function read(element: Element): string[] | undefined {
  const pieces: string[] = [];
  let length = 0;
  const visit = (node: Node, depth: number): boolean => {
    for (let child = firstChild(node); child; child = nextSibling(child)) {
      if (nodeType(child) === Node.TEXT_NODE) {
        const text = nodeText(child);
        if (text.trim() === '') {
          if (pieces.length > 0) pieces[pieces.length - 1] += ' ';
          continue;
        }
        length += text.trim().length;
        pieces.push(text);
        if (length > longestText || pieces.length > mostPieces) return false;
      } else if (nodeType(child) === Node.ELEMENT_NODE) {
        const tag = localName(child as Element);
        if (unread.has(tag)) continue;
        if (depth > deepest) return false;
        const before = pieces.length;
        const block = !inline.has(tag);
        if (block && before > 0) pieces[before - 1] += ' ';
        if (!visit(child, depth + 1)) return false;
        if (block && pieces.length > before) pieces[pieces.length - 1] += ' ';
      }
    }
    return true;
  };
  return visit(element, 0) ? pieces : undefined;
}

/** The text after an element, up to the next entry of the list. */
function readAfter(element: Element): string[] {
  for (let node = nextSibling(element); node; node = nextSibling(node)) {
    if (isTwin(element, node)) break;
    const type = nodeType(node);
    const pieces = type === Node.ELEMENT_NODE ? read(node as Element) : [nodeText(node)];
    if (type !== Node.COMMENT_NODE && pieces?.some((piece) => hasLetter.test(piece))) return pieces;
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
    nodeType(sibling) === Node.ELEMENT_NODE &&
    localName(sibling as Element) === localName(element) &&
    attribute(sibling as Element, 'type') === attribute(element, 'type') &&
    !hasLetter.test(read(sibling as Element)?.join('') ?? 'x')
  );
}
