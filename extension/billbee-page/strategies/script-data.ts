import { attribute, nodeText } from '../dom.js';
import type { CandidateList } from '../evidence.js';
import { listsInText, namesStatus } from './data-text.js';

const longestScript = 2_000_000;

/** Lists in a script element, whatever their type: code, JSON, a framework's state. */
export function scriptData(element: Element): CandidateList[] {
  const text = nodeText(element);
  if (text.length > longestScript || !namesStatus.test(text)) return [];
  return listsInText(text, 'script-data');
}

/**
 * The elements a script element keeps as text (`<script type="text/template">`), parsed without running
 * anything; undefined when it holds none.
 */
export function scriptTemplate(element: Element): Document | undefined {
  if (!/^(?!.*(?:script|json|module)).+/i.test(attribute(element, 'type'))) return undefined;
  const text = nodeText(element);
  if (text.length > 100_000 || !/<\w/.test(text) || !namesStatus.test(text)) return undefined;
  return new DOMParser().parseFromString(text, 'text/html');
}
