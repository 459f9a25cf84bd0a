import {
  type ErpOrder,
  HoldError,
  MappingSurvey,
  type MappingTables,
  type MappingUse,
  mapOrder,
  mergeRemedies,
  parseOrder,
  type ResolvedOrder,
  resolveMapping,
  SettingsError,
  type SurveyEntry,
} from 'importer-core';
import { type LookUps, openXentralLookUps, unknownInXentral } from 'xentral-target';
import { connect } from '../connect.js';
import { openProgress } from '../console/progress.js';
import { formatTable } from '../console/table.js';
import type { CommandContext, ExitCode } from '../context.js';
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

/** What a walk through the orders has found. */
interface Found {
  readonly survey: MappingSurvey;
  orders: number;
  /** Orders that no table can help, by reason. */
  readonly unusable: Map<string, number>;
}

/**
 * `mapping check`: looks at the orders of the last days and tells which of their values have no mapping. Writes nothing.
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
  return report(context, switches, days, await walk(context, days, tables, lookUps));
}

async function walk(
  context: CommandContext,
  days: number,
  tables: MappingTables,
  lookUps: LookUps | undefined,
): Promise<Found> {
  const { terminal, env, clock, stop } = context;
  const { mapping } = importRules(readSettingsFile(env, terminal), env, terminal);
  const connection = connect(context);
  const found: Found = { survey: new MappingSurvey(), orders: 0, unusable: new Map() };
  // Billbee's times have no zone: a day more is looked at rather than an hour less.
  const modifiedAfter = new Date(clock.now() - (days + 1) * dayMs).toISOString().slice(0, 19);
  const progress = await openProgress(terminal, clock.now, ({ read, held, expected = read }) =>
    terminal.say('mapping.line', { read, held, expected }),
  );
  const query = { statusIds: [], pageSize, modifiedAfter };
  try {
    for await (const page of connection.source.orders(query, stop)) {
      for (const raw of page.orders) {
        found.orders += 1;
        try {
          const order = mapOrder(parseOrder(raw).order, mapping);
          await look(order, tables, lookUps, found.survey);
        } catch (error) {
          if (!(error instanceof HoldError)) throw error;
          found.unusable.set(error.code, (found.unusable.get(error.code) ?? 0) + 1);
        }
      }
      progress.show({
        read: found.orders,
        created: 0,
        skipped: 0,
        held: found.survey.unmapped.length,
        expected: page.totalRows,
      });
    }
  } finally {
    progress.end();
  }
  return found;
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
  return unknown.map(({ table, value, message }) => {
    const use = uses.find((one) => one.table === table && one.becomes === value);
    const remedy = table === 'shippingCost' ? { shippingCost: { article: '…' } } : (use?.remedy ?? null);
    const name = use?.value ?? value;
    return {
      table: table === 'shippingCost' ? 'articles' : table,
      value: name,
      state: 'held',
      becomes: null,
      remedy,
      message,
    };
  });
}

function report(
  { terminal }: CommandContext,
  { json }: MappingCheckSwitches,
  days: number,
  { survey, orders, unusable }: Found,
): ExitCode {
  const { unmapped, mapped } = survey;
  const remedy = mergeRemedies(unmapped);
  if (json) {
    terminal.json({
      days,
      orders,
      unmapped: unmapped.map(showEntry),
      mapped: mapped.map(showEntry),
      unusable: [...unusable].map(([reason, count]) => ({ reason, orders: count })),
      remedy: { mapping: remedy },
    });
    return unmapped.length > 0 ? 2 : 0;
  }
  terminal.print(
    terminal.say('mapping.summary', { orders, days, mapped: mapped.length, unmapped: unmapped.length }),
  );
  for (const [reason, count] of unusable) terminal.note(terminal.say('mapping.unusable', { reason, count }));
  if (unmapped.length === 0) return 0;
  const heading = (['table', 'value', 'count', 'example', 'effect'] as const).map((column) =>
    terminal.say(`column.${column}`),
  );
  const rows = unmapped.map(({ table, value, orders: count, example, state, becomes }) => [
    table,
    value,
    String(count),
    example.orderNumber ?? example.orderId,
    state === 'held'
      ? terminal.say('mapping.holds')
      : terminal.say('mapping.passes', { becomes: becomes ?? '-' }),
  ]);
  for (const line of formatTable(heading, rows)) terminal.print(line);
  for (const { message, value } of unmapped) if (message) terminal.note(`${value}: ${message}`);
  if (Object.keys(remedy).length === 0) return 2;
  terminal.print(terminal.say('mapping.remedy'));
  for (const line of rowsOnOneLine({ mapping: remedy })) terminal.print(line);
  return 2;
}

function showEntry({ table, value, state, becomes, orders, example, remedy, message }: SurveyEntry) {
  return {
    table,
    value,
    count: orders,
    orders,
    example,
    state,
    becomes,
    remedy,
    ...(message && { message }),
  };
}

/** JSON for people: a row of a table is one line. */
function rowsOnOneLine(value: unknown): string[] {
  const text = JSON.stringify(value, undefined, 2);
  const list = text.replace(/\[\s+("[^"]*")\s+\]/g, '[$1]');
  return list
    .replace(
      /\{\n([^{}]*?)\n\s*\}(?=,?\n\s*[{\]])/g,
      (_, inner: string) => `{ ${inner.trim().replace(/\n\s+/g, ' ')} }`,
    )
    .split('\n');
}

function readDays({ terminal }: CommandContext, value: string | undefined): number {
  if (value === undefined) return defaultDays;
  if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
  throw new SettingsError('argument-invalid', terminal.say('arg.days', { value }), { settings: ['--days'] });
}
