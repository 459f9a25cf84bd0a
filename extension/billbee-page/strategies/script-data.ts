import { attribute, localName, nodeText } from '../dom.js';
import type { CandidateList } from '../evidence.js';
import { listsInText, namesStatus } from './data-text.js';

const longestScript = 2_000_000;
const longestMarkup = 100_000;

/** Lists in a script element, whatever their type: code, JSON, a framework's state. */
export function scriptData(element: Element): CandidateList[] {
  const text = nodeText(element);
  if (text.length > longestScript || !namesStatus.test(text)) return [];
  return listsInText(text, 'script-data');
}

/** Whether a script element holds code or data; anything else (`<script type="text/template">`) is markup. */
export function isCode(element: Element): boolean {
  return (
    localName(element) === 'script' && !/^(?!.*(?:script|json|module)).+/i.test(attribute(element, 'type'))
  );
}

/**
 * Whether a text is markup that names a status: a template, the content of a popover. It can be parsed without
 * running anything.
 */
export function holdsMarkup(text: string): boolean {
  return text.length <= longestMarkup && /<\w/.test(text) && namesStatus.test(text);
}
