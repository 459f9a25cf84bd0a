import type { CandidateList } from '../evidence.js';
import { listsInText, namesStatus } from './data-text.js';

const longestValue = 100_000;

/** Lists in an attribute that holds data: `data-states='[{"Id":3,…}]'`, `ng-init="states = [{…}]"`, `{"3":"…"}`. */
export function attributeData(value: string): CandidateList[] {
  if (value.length < 20 || value.length > longestValue) return [];
  if (!/[[{]/.test(value) || !namesStatus.test(value)) return [];
  return listsInText(value, 'attribute-data');
}
