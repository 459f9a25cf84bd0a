import { formatStatusIds } from 'importer-core/statuses';
import { billbeeHost } from '../browser/billbee-tab.js';
import type { MemoryPort } from '../browser/browser-port.js';
import {
  type FieldsMemory,
  fieldsMemory,
  idsOf,
  type Role,
  roles,
  usualFields,
} from '../memory/erp-fields.js';
import { lastCopied } from '../memory/last-copied.js';

/** A text that can be inserted: a role's ids, or what was copied last. */
export interface InsertText {
  readonly from: Role | 'copied';
  readonly text: string;
}

/**
 * What there is to insert, the copied text first; a role without ids is left out. Before anything was chosen it is
 * what ERPs usually ask for.
 *
 * @example await textsToInsert(memory) // [{ from: 'copied', text: '3,16' }, { from: 'open', text: '3' }, …]
 */
export async function textsToInsert(memory: MemoryPort): Promise<InsertText[]> {
  const kept: FieldsMemory = fieldsMemory(memory, billbeeHost);
  const fields = (await kept.load()) ?? usualFields();
  const copied = await lastCopied(memory).load();
  return [
    ...(copied ? [{ from: 'copied' as const, text: copied.text }] : []),
    ...roles.flatMap((role) => {
      const text = formatStatusIds(idsOf(fields, role));
      return text ? [{ from: role, text }] : [];
    }),
  ];
}
