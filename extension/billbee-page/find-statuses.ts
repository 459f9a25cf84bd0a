import { type Weighed, weighLists } from '../evidence/weigh-lists.js';
import { type Gathering, gather } from './gather.js';
import { runAtOnce } from './steps.js';

/**
 * Gathers and weighs in one place: what the content script and the view do together.
 *
 * @example findStatuses(document).statuses // [{ id: 3, label: 'Bezahlt', foundBy: ['select-option'] }, …]
 */
export function findStatuses(document: Document): Omit<Gathering, 'lists'> & Weighed {
  const gathered = runAtOnce(gather(document));
  return { ...gathered, ...weighLists(gathered.lists) };
}
