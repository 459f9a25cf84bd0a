import type { Disagreement, FoundStatus } from '../messages.js';
import { attribute, attributeNames, localName } from './dom.js';
import type { Candidate, CandidateList } from './evidence.js';
import { groupReadings, type Reading } from './group.js';
import { addTo } from './group-by.js';
import { judge } from './judge.js';
import { type Label, labelsOf } from './label-of.js';
import { type Accepted, mergeLists } from './merge-lists.js';
import { numbersIn } from './numbers-in.js';
import { attributeData } from './strategies/attribute-data.js';
import { attributeStrategies } from './strategies/index.js';
import { neverAnId } from './strategies/never-an-id.js';
import { scriptData, scriptTemplate } from './strategies/script-data.js';
import { walk } from './walk.js';

/** What one look at a document found. */
export interface Finding {
  /** Ascending by id; ids in {@link disagreements} are not among them. */
  readonly statuses: readonly FoundStatus[];
  readonly disagreements: readonly Disagreement[];
  /** True when the page was too large to be read to its end. */
  readonly truncated: boolean;
  /** Open shadow roots that were read: a mutation observer on the document does not see into them. */
  readonly shadows: readonly ShadowRoot[];
}

const mostReadings = 5_000;
const mostTemplates = 50;

/**
 * Finds the order statuses in a Billbee page: gathers every id beside a label, groups what is written alike into
 * lists, and takes the lists that prove to be ones of statuses (see {@link judge}).
 *
 * Reads only: nothing is run, fetched or changed.
 *
 * @param document of a page or frame; treated as hostile
 * @example findStatuses(document).statuses // [{ id: 3, label: 'Bezahlt', foundBy: ['select-option'] }, …]
 */
export function findStatuses(document: Document): Finding {
  const labelFor = new Map<string, Element>();
  const carriers: Carrier[] = [];
  const data: CandidateList[] = [];
  const shadows: ShadowRoot[] = [];
  let templates = 0;
  let whole = true;
  const visit = (element: Element): void => {
    if (localName(element) === 'script') {
      data.push(...scriptData(element));
      const template = templates < mostTemplates ? scriptTemplate(element) : undefined;
      if (!template) return;
      templates++;
      whole = walk(template, visit) && whole;
    } else if (carriers.length < mostReadings) {
      collect(element, labelFor, carriers, data);
    } else {
      whole = false;
    }
  };
  whole = walk(document, visit, (shadow) => shadows.push(shadow)) && whole;
  const { accepted, disputed } = weigh([...groupReadings(withLabels(carriers, labelFor)), ...data]);
  return { ...mergeLists(accepted, disputed), truncated: !whole, shadows };
}

/** A number in an attribute of an element. */
interface Carrier {
  readonly element: Element;
  readonly strategy: string;
  readonly encoding: string;
  readonly id: number;
}

function collect(
  element: Element,
  labelFor: Map<string, Element>,
  carriers: Carrier[],
  data: CandidateList[],
): void {
  const tag = localName(element);
  const other = (name: string): string => attribute(element, name);
  if (tag === 'label' && other('for')) labelFor.set(other('for'), element);
  for (const name of attributeNames(element)) {
    const value = attribute(element, name);
    if (!/\d/.test(value)) continue;
    data.push(...attributeData(value));
    if (neverAnId(name, value)) continue;
    const strategy = attributeStrategies.find((candidate) => candidate.takes(tag, name, value))?.name ?? '';
    // Filters that stand side by side tell their checkboxes apart by name.
    const control = strategy === 'form-control' && name === 'value' ? other('name').replace(/\d/g, '') : '';
    for (const text of name === 'class' ? value.slice(0, 500).split(/\s+/) : [value]) {
      const numbers = numbersIn(text);
      for (const [position, id] of numbers?.ids.entries() ?? []) {
        const encoding = `${name} ${control} ${numbers?.template} ${position}`;
        if (id !== undefined) carriers.push({ element, strategy, encoding, id });
      }
    }
  }
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

/** Judges every list, then what was left of lists too short to prove anything, together with their like. */
function weigh(lists: readonly CandidateList[]): { accepted: Accepted[]; disputed: Candidate[] } {
  const accepted: Accepted[] = [];
  const disputed: Candidate[] = [];
  const fragments = new Map<string, Accepted[]>();
  const take = (list: CandidateList): void => {
    const { strategy, encoding } = list;
    const verdict = judge(list);
    for (const entry of verdict.accepted) accepted.push({ ...entry, strategy });
    for (const entry of verdict.fragment) addTo(fragments, strategy + encoding, { ...entry, strategy });
    disputed.push(...verdict.disputed);
  };
  lists.forEach(take);
  for (const [encoding, entries] of [...fragments])
    take({ strategy: entries[0]?.strategy ?? '', encoding, entries });
  return { accepted, disputed };
}
