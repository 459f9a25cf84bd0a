import { type ChangePolicy, type MapOrderOptions, SettingsError } from 'importer-core';
import type { SettingsFile } from 'importer-core/statuses';
import type { MappingTables } from 'importer-mapping';
import type { FeedbackOptions } from 'xentral-target';
import type { CommandContext } from '../context.js';
import { importRules } from '../settings/mapping-rules.js';
import { mappingTables } from '../settings/mapping-tables.js';
import { readSettingsFile } from '../settings/read-settings-file.js';
import { readSince } from '../settings/read-since.js';
import { type Retention, readRetention } from '../settings/retention.js';
import { statusSelection } from '../settings/status-selection.js';
import { readXentralPlan, type XentralPlan } from '../settings/xentral-settings.js';

/** The switches of `import` as they were typed. */
export interface ImportSwitches {
  readonly status?: string;
  readonly since?: string;
  readonly dryRun?: boolean;
  readonly out?: string;
  readonly target?: string;
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
  /** The tenant the orders go to; undefined: they stay in the store, or go into `out`. */
  readonly xentral: XentralPlan | undefined;
  readonly mapping: MapOrderOptions;
  /** What the ERP calls things: for targets that are an ERP. */
  readonly tables: MappingTables;
  readonly changes: ChangePolicy | undefined;
  readonly tagsAfterImport: readonly string[] | undefined;
  readonly statusAfterImport: { readonly statusId: number } | undefined;
  readonly retention: Retention;
  /** Billbee's statuses for what an ERP reports back. */
  readonly reported: Pick<FeedbackOptions, 'shippedStatusId' | 'cancelledStatusId' | 'cancelFrom'>;
}

/**
 * Checks switches and settings before anything is opened or sent.
 *
 * @param settings of the account; default: the file that `BILLBEE_SETTINGS` names
 * @throws SettingsError naming the switch or key
 */
export function planImport(
  context: CommandContext,
  switches: ImportSwitches,
  settings: SettingsFile = readSettingsFile(context.env, context.terminal),
): ImportPlan {
  const { terminal, env } = context;
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
    xentral: xentralOf(context, switches, settings),
    ...rules,
    tables: mappingTables(settings, env, terminal),
    statusAfterImport: setsStatus ? { statusId: inProgressStatusId } : undefined,
    retention: readRetention(settings, env, terminal),
    reported: reportedStatuses(settings),
  };
}

/**
 * The tenant, where `--target xentral` or `target` of the settings file asks for it; `--target` goes before the file, and
 * so does `--out`, which names a target as well.
 */
function xentralOf(
  { terminal, env }: CommandContext,
  { target, out }: ImportSwitches,
  file: SettingsFile,
): XentralPlan | undefined {
  const wrong = (key: string, value: unknown): SettingsError =>
    new SettingsError('argument-invalid', terminal.say('arg.target', { key, value: String(value) }), {
      settings: [key],
    });
  if (target !== undefined && target !== 'store' && target !== 'xentral') throw wrong('--target', target);
  if (target === 'xentral' && out !== undefined) {
    throw new SettingsError('argument-invalid', terminal.say('arg.targetOut'), { settings: ['--out'] });
  }
  const filed = file['target'];
  if (filed !== undefined && filed !== 'store' && filed !== 'xentral') throw wrong('target', filed);
  if (out !== undefined || (target ?? filed) !== 'xentral') return undefined;
  const plan = readXentralPlan(file, env, terminal);
  if (plan) return plan;
  throw new SettingsError('xentral-missing', terminal.say('xentral.notSet'), {
    settings: ['XENTRAL_URL', 'XENTRAL_TOKEN'],
  });
}

/** Billbee's statuses for what an ERP reports back; an order in a status that is imported can be cancelled. */
export function reportedStatuses(settings: SettingsFile): ImportPlan['reported'] {
  const { shippedStatusId, cancelledStatusId, importStatusIds: cancelFrom } = settings;
  return { shippedStatusId, cancelledStatusId, cancelFrom };
}
