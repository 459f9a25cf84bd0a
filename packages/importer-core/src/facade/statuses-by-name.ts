import type { SettingsError } from '../errors.js';
import { taskMessages } from '../messages/core/task-messages.js';
import { knownLabelId } from '../statuses/match-status-label.js';
import { isStatusId, parseStatusIds, StatusIdsError } from '../statuses/status-ids-text.js';

/** One order status or several: by id, by label in German or English, or in the text form `3,16`. */
export type StatusChoice = number | string | readonly (number | string)[];

/**
 * The ids of chosen order statuses.
 *
 * @throws SettingsError `status-unknown`
 * @example statusIdsOf(['Bezahlt', 16]) // [3, 16]
 */
export function statusIdsOf(choice: StatusChoice): number[] {
  const choices = typeof choice === 'object' ? choice : [choice];
  return [...new Set(choices.flatMap(idsOf))];
}

function idsOf(one: number | string): readonly number[] {
  if (typeof one === 'number') {
    if (isStatusId(one)) return [one];
    throw unknown(String(one));
  }
  const id = knownLabelId(one);
  if (id !== undefined) return [id];
  try {
    return parseStatusIds(one);
  } catch (error) {
    if (error instanceof StatusIdsError) throw unknown(error.part);
    throw error;
  }
}

const unknown = (given: string): SettingsError =>
  taskMessages.settings('status-unknown', { given }, ['status']);
