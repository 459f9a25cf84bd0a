import type { Language } from 'importer-core/statuses';
import { type MappingSurvey, mergeRemedies, type SurveyEntry } from 'importer-mapping';
import type { ExitCode } from '../context.js';
import { wordingIn } from '../texts/wording.js';
import { formatTable } from './table.js';
import type { Terminal } from './terminal.js';

/** What a walk through the orders has found. */
export interface MappingFound {
  readonly survey: MappingSurvey;
  orders: number;
  /** Orders that no table can help, by reason. */
  readonly unusable: Map<string, number>;
}

/**
 * Tells what has no mapping, as a table with the JSON to add, or all as JSON.
 *
 * @param looked what was looked at: `statusIds`, however old their orders are, and the last `days`
 * @returns 2 when something has none
 */
export function tellMapping(
  terminal: Terminal,
  { survey, orders, unusable }: MappingFound,
  looked: { readonly days: number; readonly statusIds: readonly number[] },
  json: boolean,
): ExitCode {
  const { days, statusIds } = looked;
  const { unmapped, mapped } = survey;
  const remedy = mergeRemedies(unmapped);
  if (json) {
    terminal.json({
      days,
      statusIds,
      orders,
      unmapped: unmapped.map((entry) => showEntry(entry, terminal.language)),
      mapped: mapped.map((entry) => showEntry(entry, terminal.language)),
      unusable: [...unusable].map(([reason, count]) => ({ reason, orders: count })),
      remedy: { mapping: remedy },
    });
    return unmapped.length > 0 ? 2 : 0;
  }
  const counts = { orders, days, mapped: mapped.length, unmapped: unmapped.length };
  terminal.print(
    statusIds.length === 0
      ? terminal.say('mapping.summary', counts)
      : terminal.say('mapping.summaryWaiting', { ...counts, status: statusIds.join(', ') }),
  );
  for (const [reason, count] of unusable)
    terminal.note(
      terminal.say('mapping.unusable', { reason: wordingIn(terminal.language).title(reason), count }),
    );
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
  const wording = wordingIn(terminal.language);
  for (const { problem, value } of unmapped) {
    if (problem) terminal.note(`${value}: ${wording.say(problem)}`);
  }
  if (Object.keys(remedy).length === 0) return 2;
  terminal.print(terminal.say('mapping.remedy'));
  for (const line of rowsOnOneLine({ mapping: remedy })) terminal.print(line);
  return 2;
}

function showEntry(
  { table, value, state, becomes, orders, example, remedy, problem }: SurveyEntry,
  language: Language,
) {
  return {
    table,
    value,
    count: orders,
    orders,
    example,
    state,
    becomes,
    remedy,
    ...(problem && { message: wordingIn(language).say(problem) }),
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
