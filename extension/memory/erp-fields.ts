import { isStatusId, knownLabelId, matchStatusLabel, type SettingsFile } from 'importer-core/statuses';
import type { MemoryPort } from '../browser/browser-port.js';

/** What a status stands for in the ERP's shop interface. */
export type Role = 'open' | 'inProgress' | 'shipped' | 'cancelled';

/** The roles in the order ERPs ask for them; only `open` takes several ids. */
export const roles: readonly Role[] = ['open', 'inProgress', 'shipped', 'cancelled'];

const keys = {
  inProgress: 'inProgressStatusId',
  shipped: 'shippedStatusId',
  cancelled: 'cancelledStatusId',
} as const;

/** The standard id of each role; an ERP that has no field for cancelled orders needs none. */
const usual: readonly (readonly [Role, number])[] = [
  ['open', 3],
  ['inProgress', 16],
  ['shipped', 4],
];

/** What the fields hold in an account of which nothing is known: 3 Bezahlt, 16 Im Fulfillment, 4 Versendet. */
export function usualFields(): SettingsFile {
  return usual.reduce<SettingsFile>((fields, [role, id]) => withIds(fields, role, [id]), { version: 1 });
}

/** The ids of one role, ascending. */
export function idsOf(fields: SettingsFile, role: Role): readonly number[] {
  if (role === 'open') return fields.importStatusIds ?? [];
  const id = fields[keys[role]];
  return id === undefined ? [] : [id];
}

/** The same settings with other ids in one role; settings this version does not know stay. */
export function withIds(fields: SettingsFile, role: Role, ids: Iterable<number>): SettingsFile {
  const key = role === 'open' ? 'importStatusIds' : keys[role];
  const { [key]: _before, ...rest } = fields;
  const sorted = [...new Set(ids)].sort((a, b) => a - b);
  if (sorted.length === 0) return rest as SettingsFile;
  return { ...rest, [key]: role === 'open' ? sorted : sorted[0] } as SettingsFile;
}

/**
 * What the fields usually hold: 3 Bezahlt, 16 Im Fulfillment, 4 Versendet; of these, only what the account has under
 * that name.
 *
 * @param statuses - the account's statuses
 * @example proposeFields([{ id: 3, label: 'Bezahlt' }]) // { version: 1, importStatusIds: [3] }
 */
export function proposeFields(
  statuses: readonly { readonly id: number; readonly label: string }[],
): SettingsFile {
  let fields: SettingsFile = { version: 1 };
  for (const [role, id] of usual) {
    const known = statuses.some((status) => status.id === id && meansOrSaysNothing(status.label, id));
    if (known) fields = withIds(fields, role, [id]);
  }
  return fields;
}

const meansOrSaysNothing = (label: string, id: number): boolean =>
  (knownLabelId(label) ?? matchStatusLabel(label)?.id ?? id) === id;

/** Keeps the fields' ids on this device. */
export interface FieldsMemory {
  /** undefined when nothing was chosen yet. */
  load(): Promise<SettingsFile | undefined>;
  save(fields: SettingsFile): Promise<void>;
}

/** Key under which the fields of a host are stored. */
export const fieldsKey = (host: string): string => `fields:${host}`;

export function fieldsMemory(memory: MemoryPort, host: string): FieldsMemory {
  return {
    load: async () => readFields(await memory.get(fieldsKey(host))),
    save: (fields) => memory.set(fieldsKey(host), fields),
  };
}

/** What was stored may be older than this version: ids that are none are left out. */
function readFields(stored: unknown): SettingsFile | undefined {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return undefined;
  let fields = { ...stored, version: 1 } as SettingsFile;
  for (const role of roles) {
    const value: unknown = fields[role === 'open' ? 'importStatusIds' : keys[role]];
    fields = withIds(fields, role, [value].flat().filter(isStatusId));
  }
  return fields;
}
