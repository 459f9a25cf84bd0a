import { createBillbeeClient, type ErpOrder, HoldError, SettingsError } from 'importer-core';
import { mapOrder, parseOrder, readOrderFacts } from 'importer-core/order';
import {
  MappingSurvey,
  type MappingTables,
  type MappingUse,
  type ResolvedOrder,
  resolveMapping,
} from 'importer-mapping';
import { type LookUps, openXentralLookUps, unknownInXentral } from 'xentral-target';
import { type MappingFound, tellMapping } from '../console/mapping-findings.js';
import { openProgress } from '../console/progress.js';
import type { CommandContext, ExitCode } from '../context.js';
import { readCredentials } from '../settings/credentials.js';
import { importRules } from '../settings/mapping-rules.js';
import { mappingTables } from '../settings/mapping-tables.js';
import { readSettingsFile } from '../settings/read-settings-file.js';
import { readXentralPlan } from '../settings/xentral-settings.js';

/** The switches of `mapping check` as they were typed. */
export interface MappingCheckSwitches {
  readonly days?: string;
  readonly json?: boolean;
}

const defaultDays = 30;
const dayMs = 86_400_000;
const pageSize = 100;

/**
 * `mapping check`: looks at the orders that wait in the statuses of the settings, however old they are, and at those of the last days in
 * any status, and tells which of their values have no mapping. Writes nothing.
 *
 * @returns 0 everything has one, 2 something has not
 */
export async function mappingCheck(
  context: CommandContext,
  switches: MappingCheckSwitches,
): Promise<ExitCode> {
  const { terminal, env, fetch, clock, stop } = context;
  const days = readDays(context, switches.days);
  const file = readSettingsFile(env, terminal);
  const tables = mappingTables(file, env, terminal);
  const xentral = readXentralPlan(file, env, terminal);
  const lookUps = xentral && openXentralLookUps({ ...xentral, tables, fetch, clock, signal: stop });
  const found = await walk(context, days, tables, lookUps);
  return tellMapping(
    terminal,
    found,
    { days, statusIds: file.importStatusIds ?? [] },
    switches.json ?? false,
  );
}

async function walk(
  context: CommandContext,
  days: number,
  tables: MappingTables,
  lookUps: LookUps | undefined,
): Promise<MappingFound> {
  const { terminal, env, fetch, clock, stop } = context;
  const file = readSettingsFile(env, terminal);
  const { mapping } = importRules(file, env, terminal);
  const source = createBillbeeClient({ connection: readCredentials(env, terminal), fetch, clock });
  const found: MappingFound = { survey: new MappingSurvey(), orders: 0, unusable: new Map() };
  // Billbee's times have no zone: a day more is looked at rather than an hour less.
  const modifiedAfter = new Date(clock.now() - (days + 1) * dayMs).toISOString().slice(0, 19);
  const progress = await openProgress(terminal, clock.now, ({ read, held, expected = read }) =>
    terminal.say('mapping.line', { read, held, expected }),
  );
  const { importStatusIds: waiting = [] } = file;
  const queries = [
    ...(waiting.length > 0 ? [{ statusIds: waiting, pageSize }] : []),
    { statusIds: [], pageSize, modifiedAfter },
  ];
  const seen = new Set<string>();
  let expected = 0;
  try {
    for (const query of queries) {
      const before = found.orders;
      for await (const page of source.orders(query, stop)) {
        for (const raw of page.orders) await lookAt(raw);
        expected = Math.max(found.orders, before + page.totalRows);
        progress.show({
          read: found.orders,
          created: 0,
          skipped: 0,
          held: found.survey.unmapped.length,
          expected,
        });
      }
    }
  } finally {
    progress.end();
  }
  return found;

  async function lookAt(raw: unknown): Promise<void> {
    const { orderId } = readOrderFacts(raw);
    if (orderId !== undefined && seen.has(orderId)) return;
    if (orderId !== undefined) seen.add(orderId);
    found.orders += 1;
    try {
      await look(mapOrder(parseOrder(raw).order, mapping), tables, lookUps, found.survey);
    } catch (error) {
      if (!(error instanceof HoldError)) throw error;
      found.unusable.set(error.code, (found.unusable.get(error.code) ?? 0) + 1);
    }
  }
}

async function look(
  order: ErpOrder,
  tables: MappingTables,
  lookUps: LookUps | undefined,
  survey: MappingSurvey,
): Promise<void> {
  const result = resolveMapping(order, tables);
  if (!lookUps) return survey.add(order, result.uses);
  // What passes under Billbee's own name is mapped where Xentral knows the name, and asked for below.
  const decided = ({ state, table }: MappingUse): boolean =>
    state !== 'default' || !['payments', 'shipping', 'shops'].includes(table);
  survey.add(order, result.uses.filter(decided));
  if (result.outcome === 'resolved')
    survey.add(order, await unknownOf(result.resolved, result.uses, lookUps));
}

async function unknownOf(
  resolved: ResolvedOrder,
  uses: readonly MappingUse[],
  lookUps: LookUps,
): Promise<MappingUse[]> {
  const unknown = await unknownInXentral(resolved, lookUps);
  return unknown.map(({ table, value, problem }) => {
    const use = uses.find((one) => one.table === table && one.becomes === value);
    const remedy = table === 'shippingCost' ? { shippingCost: { article: '…' } } : (use?.remedy ?? null);
    const name = use?.value ?? value;
    return {
      table: table === 'shippingCost' ? 'articles' : table,
      value: name,
      state: 'held',
      becomes: null,
      remedy,
      problem,
    };
  });
}

function readDays({ terminal }: CommandContext, value: string | undefined): number {
  if (value === undefined) return defaultDays;
  if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
  throw new SettingsError('argument-invalid', terminal.say('arg.days', { value }), { settings: ['--days'] });
}
