import { formatStatusIds, type SettingsFile } from 'importer-core/statuses';
import { billbeeHost } from '../browser/billbee-tab.js';
import type { MemoryPort } from '../browser/browser-port.js';
import { fieldsMemory, idsOf, type Role, roles, usualFields } from '../memory/erp-fields.js';
import { lastCopied } from '../memory/last-copied.js';

/** A text that can be inserted: a role's ids, or what was copied last. */
export interface InsertText {
  readonly from: Role | 'copied';
  readonly text: string;
}

/** The ids of the ERP's fields. */
export interface StoredFields {
  readonly fields: SettingsFile;
  /** False while nobody has chosen any: then they are what ERPs usually ask for. */
  readonly isChosen: boolean;
}

export async function storedFields(memory: MemoryPort): Promise<StoredFields> {
  const chosen = await fieldsMemory(memory, billbeeHost).load();
  return { fields: chosen ?? usualFields(), isChosen: chosen !== undefined };
}

/**
 * What there is to insert, the copied text first; a role without ids is left out. Before anything was chosen it is
 * what ERPs usually ask for.
 *
 * @example await textsToInsert(memory) // [{ from: 'copied', text: '3,16' }, { from: 'open', text: '3' }, …]
 */
export async function textsToInsert(memory: MemoryPort): Promise<InsertText[]> {
  const { fields } = await storedFields(memory);
  const copied = await lastCopied(memory).load();
  return [
    ...(copied ? [{ from: 'copied' as const, text: copied.text }] : []),
    ...roles.flatMap((role) => {
      const text = formatStatusIds(idsOf(fields, role));
      return text ? [{ from: role, text }] : [];
    }),
  ];
}
