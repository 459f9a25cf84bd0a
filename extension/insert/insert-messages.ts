import type { Insertion } from '../erp-page/insert-text.js';
import type { MessageKey, Translate } from '../i18n/translate.js';
import type { InsertText } from './texts-to-insert.js';

/** What came of inserting, or why it was not tried. */
export interface InsertResult extends Pick<Insertion, 'holds'> {
  readonly outcome:
    | Insertion['outcome']
    /** The browser does not let the extension into this page. */
    | 'forbidden'
    /** The field is in a frame of another site, which the browser opens to nobody. */
    | 'foreign-frame';
}

const outcomes: Readonly<Record<InsertResult['outcome'], MessageKey>> = {
  inserted: 'inserted',
  'no-field': 'insertNoField',
  'read-only': 'insertReadOnly',
  'one-number': 'insertOneNumber',
  'too-long': 'insertTooLong',
  changed: 'insertChanged',
  unchecked: 'insertUnchecked',
  'not-pointed-at': 'insertNotPointedAt',
  'foreign-frame': 'insertForeignFrame',
  forbidden: 'insertForbidden',
};

/** What came of inserting, for people. */
export const insertMessage = ({ outcome, holds }: InsertResult, text: string, t: Translate): string =>
  t(outcomes[outcome], text, contentFor(holds, t));

const longest = 60;

/** What a field holds, in a sentence: in quotation marks, cut where it is long. */
export function contentFor(holds: string | undefined, t: Translate): string {
  if (!holds) return t('fieldHoldsNothing');
  return t('quoted', holds.length > longest ? `${holds.slice(0, longest)}…` : holds);
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
