import type { CandidateList } from '../evidence/candidates.js';
import { attribute, attributeNames, localName, nodeText } from './dom.js';
import { groupReadings, type Reading } from './group.js';
import { type Label, labelsOf } from './label-of.js';
import { numbersIn } from './numbers-in.js';
import { attributeStrategy } from './strategies/attribute-strategy.js';
import { listsInText, namesStatus } from './strategies/data-text.js';
import { neverAnId } from './strategies/never-an-id.js';
import { walk } from './walk.js';

/** What one look at a document gathered. */
export interface Gathering {
  /** Every list that names a known status; whether it is one of statuses is for `evidence/` to weigh. */
  readonly lists: readonly CandidateList[];
  /** True when the page was too large to be read to its end. */
  readonly truncated: boolean;
  /** Elements looked at. */
  readonly elements: number;
  /** Open shadow roots that were read: a mutation observer on the document does not see into them. */
  readonly shadows: readonly ShadowRoot[];
}

const mostReadings = 5_000;
const mostTemplates = 50;
const longestText = 2_000_000;
/** Types of script elements that hold code or data; others (`text/template`) hold markup. */
const codeType = /^$|script|json|module/i;

/**
 * Gathers every id beside a label in a Billbee page and groups what is written alike into lists.
 *
 * Reads only: nothing is run, fetched or changed.
 *
 * @param document of a page or frame; treated as hostile
 * @example weighLists(gather(document).lists).statuses // [{ id: 3, label: 'Bezahlt', … }, …]
 */
export function gather(document: Document): Gathering {
  const labelFor = new Map<string, Element>();
  const carriers: Carrier[] = [];
  const data: CandidateList[] = [];
  const shadows: ShadowRoot[] = [];
  let templates = 0;
  let elements = 0;
  let whole = true;
  let select: Element | undefined;

  const read = (root: Document): void => {
    whole = walk(root, visit, (shadow) => shadows.push(shadow)) && whole;
  };
  const readText = (text: string, strategy: string, isCode: boolean): void => {
    if (text.length > longestText || !namesStatus.test(text)) return;
    data.push(...listsInText(text, strategy));
    // A template, or the content of a popover: parsed without running anything.
    if (isCode || templates > mostTemplates || !/<\w/.test(text)) return;
    templates++;
    read(new DOMParser().parseFromString(text, 'text/html'));
  };
  const visit = (element: Element): void => {
    elements++;
    const tag = localName(element);
    if (/^(?:no)?script$/.test(tag)) {
      const isCode = tag === 'script' && codeType.test(attribute(element, 'type'));
      readText(nodeText(element), 'script-data', isCode);
    } else if (carriers.length >= mostReadings) {
      whole = false;
      return;
    }
    if (tag === 'select') select = element;
    const target = tag === 'label' && attribute(element, 'for');
    if (target) labelFor.set(target, element);
    for (const name of attributeNames(element)) {
      const value = attribute(element, name);
      if (!/\d/.test(value)) continue;
      readText(value, 'attribute-data', false);
      if (neverAnId(name, value)) continue;
      // Filters that stand side by side tell their checkboxes apart by name; a select's name can speak of states.
      const owner = name !== 'value' ? undefined : tag === 'option' ? select : element;
      const control = owner ? attribute(owner, 'name').replace(/\d/g, '') : '';
      for (const text of name === 'class' ? value.slice(0, 500).split(/\s+/) : [value]) {
        const { template, ids } = numbersIn(text);
        for (const [position, id] of ids.entries()) {
          const strategy = attributeStrategy(tag, name, value);
          const context = `${control} ${template} ${position}`;
          if (id) carriers.push({ element, strategy, place: name, context, id });
        }
      }
    }
  };

  read(document);
  const lists = [...groupReadings(withLabels(carriers, labelFor)), ...data];
  return { lists: lists.filter(namesKnown), truncated: !whole, elements, shadows };
}

/** A number in an attribute of an element. */
interface Carrier {
  readonly element: Element;
  readonly strategy: string;
  readonly place: string;
  readonly context: string;
  readonly id: number;
}

function withLabels(carriers: readonly Carrier[], labelFor: ReadonlyMap<string, Element>): Reading[] {
  const labelOf = labelsOf(labelFor);
  const readings: Reading[] = [];
  let last: Element | undefined;
  let label: Label | undefined;
  for (const carrier of carriers) {
    if (carrier.element !== last) label = labelOf(carrier.element);
    last = carrier.element;
    if (label) readings.push({ ...carrier, label: label.shown, known: label.known });
  }
  return readings;
}

/** Any other list can prove nothing, and what it says is nobody's business. */
const namesKnown = ({ entries }: CandidateList): boolean => entries.some(({ id, known }) => id === known);
