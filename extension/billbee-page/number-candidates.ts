import {
  attribute,
  attributeNames,
  before,
  firstChild,
  isComment,
  isElement,
  nextElement,
  nextSibling,
  nodeText,
  parentElement,
} from './dom.js';
import { numbersIn, toId } from './numbers-in.js';

/** A number in an element that may be an id. */
export interface NumberCandidate {
  readonly element: Element;
  readonly source: string;
  readonly place: string;
  readonly template: string;
  readonly about: string;
  readonly id: number;
}

/** Elements that say something about others, as far as they were visited. */
export interface Owners {
  /** `<label for>` by the id it names. */
  readonly labelFor: Map<string, Element>;
  /** The select that was begun last. */
  select: Element | undefined;
}

/** Attributes that say what a field or list is about. */
const speaking = ['name', 'id', 'ng-model', 'formcontrolname', 'data-bind', 'aria-label', 'title'];

/** What an element says of itself, without numbers: two filters that stand side by side differ in it. */
export const wordsOf = (element: Element, names: readonly string[] = speaking): string =>
  names
    .map((name) => attribute(element, name).slice(0, 60))
    .join(' ')
    .replace(/[\d\s]+/g, ' ')
    .trim();

/**
 * The numbers an element carries, in its attributes or as its only text; and, as strings, values that may hold data.
 */
export function* numbersOf(
  element: Element,
  tag: string,
  owners: Owners,
): Generator<NumberCandidate | string> {
  if (tag === 'select') owners.select = element;
  const target = tag === 'label' && attribute(element, 'for');
  if (target) owners.labelFor.set(target, element);
  for (const name of attributeNames(element)) {
    const value = attribute(element, name);
    if (!/\d/.test(value)) continue;
    if (value.length > 20) yield value;
    // Numbers of the drawing; others that are no ids are told apart with the evidence.
    if (/^(?:style|src|d)$/.test(name)) continue;
    const isOption = tag === 'option' && name === 'value';
    const owner = isOption ? owners.select : name === 'value' ? element : undefined;
    const about = owner ? wordsOf(owner, isOption ? speaking : ['name']) : '';
    const source = /^(?:option|input)$/.test(tag) ? tag : 'element';
    for (const text of name === 'class' ? value.slice(0, 500).split(/\s+/) : [value]) {
      const { template, ids } = numbersIn(text);
      for (const [position, id] of ids.entries()) {
        if (id) yield { element, source, place: name, template: `${template} ${position}`, about, id };
      }
    }
  }
  const id = shownNumber(element);
  if (id)
    yield { element, source: 'visible-text', place: tag, template: `# ${columnOf(element)}`, about: '', id };
}

/** The number that is all an element shows, in a cell for example. */
function shownNumber(element: Element): number | undefined {
  let only: Node | undefined;
  for (let child = firstChild(element); child; child = nextSibling(child)) {
    if (isComment(child)) continue;
    if (only || isElement(child)) return undefined;
    only = child;
  }
  // toId() takes nothing for no id.
  const [, digits = ''] = (only && /^\s*#?(\d{1,3})\s*$/.exec(nodeText(only))) ?? [];
  return toId(digits);
}

/** How many elements stand before this one; the same for the cells of one column. */
function columnOf(element: Element, levels = 4): number {
  let column = 0;
  // Wrappers alone in a cell stand where the cell does.
  const parent = parentElement(element);
  if (parent && levels > 0 && !before(element) && !nextElement(element)) return columnOf(parent, levels - 1);
  for (let node = before(element); node && column < 20; node = before(node)) column++;
  return column;
}
