import type { Disagreement, FoundStatus } from '../messages.js';
import { attribute, attributeNames, localName } from './dom.js';
import type { Candidate, CandidateList } from './evidence.js';
import { groupReadings, type Reading } from './group.js';
import { judge, type Verdict } from './judge.js';
import { Labels } from './label-of.js';
import { type Judged, mergeLists } from './merge-lists.js';
import { numbersIn } from './numbers-in.js';
import { attributeData } from './strategies/attribute-data.js';
import { attributeStrategies } from './strategies/index.js';
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

const mostReadings = 20_000;
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
  const labels = new Labels();
  const carriers: Carrier[] = [];
  const data: CandidateList[] = [];
  const shadows: ShadowRoot[] = [];
  let templates = 0;
  let whole = true;
  const visit = (element: Element): void => {
    if (localName(element) === 'script') {
      data.push(...scriptData(element, labels));
      const template = templates < mostTemplates ? scriptTemplate(element) : undefined;
      if (!template) return;
      templates++;
      whole = walk(template, visit) && whole;
    } else if (carriers.length < mostReadings) {
      collect(element, labels, carriers, data);
    } else {
      whole = false;
    }
  };
  whole = walk(document, visit, (shadow) => shadows.push(shadow)) && whole;
  const { accepted, disputed } = weigh([...groupReadings(withLabels(carriers, labels)), ...data]);
  return { ...mergeLists(accepted, disputed), truncated: !whole, shadows };
}

/** A number in an attribute of an element. */
interface Carrier {
  readonly element: Element;
  readonly strategy: string;
  readonly encoding: string;
  readonly id: number;
}

function collect(element: Element, labels: Labels, carriers: Carrier[], data: CandidateList[]): void {
  const tag = localName(element);
  const other = (name: string): string => attribute(element, name);
  if (tag === 'label' && other('for')) labels.labelFor.set(other('for'), element);
  for (const name of attributeNames(element)) {
    const value = attribute(element, name);
    if (!/\d/.test(value)) continue;
    data.push(...attributeData(value, labels));
    for (const { name: strategy, texts } of attributeStrategies) {
      const found = texts(tag, name, value, other);
      if (!found) continue;
      for (const text of found) {
        const numbers = numbersIn(text);
        for (const [position, id] of numbers?.ids.entries() ?? []) {
          if (id !== undefined)
            carriers.push({ element, strategy, encoding: `${numbers?.template} @${position}`, id });
        }
      }
      break;
    }
  }
}

function withLabels(carriers: readonly Carrier[], labels: Labels): Reading[] {
  const readings: Reading[] = [];
  let last: Element | undefined;
  let label: ReturnType<Labels['of']>;
  for (const carrier of carriers) {
    if (carrier.element !== last) label = labels.of(carrier.element);
    last = carrier.element;
    if (label) readings.push({ ...carrier, label: label.shown, known: label.known });
  }
  return readings;
}

/** Judges every list, then what was left of lists too short to prove anything, together with their like. */
function weigh(lists: readonly CandidateList[]): { accepted: Judged[]; disputed: Judged[] } {
  const accepted: Judged[] = [];
  const disputed: Judged[] = [];
  const fragments = new Map<string, { strategy: string; encoding: string; entries: Candidate[] }>();
  const take = (strategy: string, verdict: Verdict): void => {
    if (verdict.accepted.length > 0) accepted.push({ strategy, entries: verdict.accepted });
    if (verdict.disputed.length > 0) disputed.push({ strategy, entries: verdict.disputed });
  };
  for (const list of lists) {
    const { strategy, encoding } = list;
    const verdict = judge(list);
    take(strategy, verdict);
    if (verdict.fragment.length === 0) continue;
    const key = `${strategy} ${encoding}`;
    const pool = fragments.get(key) ?? { strategy, encoding, entries: [] };
    pool.entries.push(...verdict.fragment);
    fragments.set(key, pool);
  }
  for (const pool of fragments.values()) take(pool.strategy, judge(pool));
  return { accepted, disputed };
}
