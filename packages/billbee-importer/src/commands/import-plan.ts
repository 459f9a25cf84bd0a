import { type ChangePolicy, type MapOrderOptions, type MappingTables, SettingsError } from 'importer-core';
import type { SettingsFile } from 'importer-core/statuses';
import type { CommandContext } from '../context.js';
import { importRules } from '../settings/mapping-rules.js';
import { mappingTables } from '../settings/mapping-tables.js';
import { readSettingsFile } from '../settings/read-settings-file.js';
import { readSince } from '../settings/read-since.js';
import { statusSelection } from '../settings/status-selection.js';

/** The switches of `import` as they were typed. */
export interface ImportSwitches {
  readonly status?: string;
  readonly since?: string;
  readonly dryRun?: boolean;
  readonly out?: string;
  readonly json?: boolean;
  readonly limit?: string;
}

/** One import run, every switch and setting checked. */
export interface ImportPlan {
  readonly statusIds: readonly number[];
  /** In Billbee's notation. */
  readonly since: string | undefined;
  readonly limit: number | undefined;
  readonly dryRun: boolean;
  readonly json: boolean;
  /** Path of the NDJSON file; undefined: the orders stay in the store. */
  readonly out: string | undefined;
  readonly mapping: MapOrderOptions;
  /** What the ERP calls things: for targets that are an ERP. */
  readonly tables: MappingTables;
  readonly changes: ChangePolicy | undefined;
  readonly statusAfterImport: { readonly statusId: number } | undefined;
}

/**
 * Checks switches and settings before anything is opened or sent.
 *
 * @param settings of the account; default: the file that `BILLBEE_SETTINGS` names
 * @throws SettingsError naming the switch or key
 */
export function planImport(
  { terminal, env }: CommandContext,
  switches: ImportSwitches,
  settings: SettingsFile = readSettingsFile(env, terminal),
): ImportPlan {
  const rules = importRules(settings, env, terminal);
  const { setInProgressAfterImport, inProgressStatusId } = settings;
  const setsStatus = setInProgressAfterImport === true && inProgressStatusId !== undefined;
  const wrong = (name: 'since' | 'limit', value: string): SettingsError =>
    new SettingsError('argument-invalid', terminal.say(`arg.${name}`, { value }), {
      settings: [`--${name}`],
    });
  const since = switches.since === undefined ? undefined : readSince(switches.since, rules.mapping.timeZone);
  if (switches.since !== undefined && since === undefined) throw wrong('since', switches.since);
  if (switches.limit !== undefined && !/^[1-9]\d{0,14}$/.test(switches.limit)) {
    throw wrong('limit', switches.limit);
  }
  return {
    statusIds: statusSelection(switches.status, settings, terminal),
    since,
    limit: switches.limit === undefined ? undefined : Number(switches.limit),
    dryRun: switches.dryRun ?? false,
    json: switches.json ?? false,
    out: switches.out,
    ...rules,
    tables: mappingTables(settings, env, terminal),
    statusAfterImport: setsStatus ? { statusId: inProgressStatusId } : undefined,
  };
}
