import type { MessageKey, Translate } from '../i18n/translate.js';
import type { InsertOutcome } from './insert-ids.js';
import type { InsertText } from './texts-to-insert.js';

const outcomes: Readonly<Record<Exclude<InsertOutcome, 'inserted'>, MessageKey>> = {
  'no-field': 'insertNoField',
  'read-only': 'insertReadOnly',
  'one-number': 'insertOneNumber',
  'too-long': 'insertTooLong',
  refused: 'insertRefused',
  forbidden: 'insertForbidden',
};

/** What came of inserting, for people. */
export function insertMessage(outcome: InsertOutcome, text: string, t: Translate): string {
  return outcome === 'inserted' ? t('inserted', text) : t(outcomes[outcome], text);
}

const sources: Readonly<Record<InsertText['from'], MessageKey>> = {
  copied: 'copiedLast',
  open: 'roleOpen',
  inProgress: 'roleInProgress',
  shipped: 'roleShipped',
  cancelled: 'roleCancelled',
};

/** The name of a text that can be inserted, e.g. `Offen`. */
export const insertTextName = ({ from }: Pick<InsertText, 'from'>, t: Translate): string => t(sources[from]);
