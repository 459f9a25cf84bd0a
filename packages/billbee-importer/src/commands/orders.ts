import { SettingsError } from 'importer-core';
import { type StoredOrder, storedOrders } from 'importer-core/store';
import { formatTable } from '../console/table.js';
import type { CommandContext, ExitCode } from '../context.js';
import { openDatabaseToRead, withStore } from '../session/open-database.js';
import { readAccount } from '../settings/credentials.js';
import { readSince } from '../settings/read-since.js';
import { type Format, localFormat } from '../texts/format.js';

/** `orders`: what imports without another target have left in the store. In JSON one object a line, as in the file of `--out`. */
export async function orders(
  context: CommandContext,
  options: { readonly json?: boolean; readonly since?: string },
): Promise<ExitCode> {
  const { terminal, env, stop, unread } = context;
  const account = readAccount(env, terminal);
  const since = options.since === undefined ? undefined : instantOf(options.since, context);
  const rows: string[][] = [];
  const times = localFormat(terminal.language);
  await withStore(openDatabaseToRead(context), async (store) => {
    for await (const stored of storedOrders(store, account, since)) {
      if (stop.aborted || unread.aborted) break;
      if (options.json) terminal.jsonPart(`${terminal.jsonText({ key: stored.key, ...stored.order })}\n`);
      else rows.push(rowOf(stored, times));
    }
  });
  stop.throwIfAborted();
  if (options.json) return 0;
  if (rows.length === 0) {
    terminal.print(terminal.say('orders.none'));
    return 0;
  }
  const heading = (['order', 'orderNumber', 'shop', 'orderedAt', 'total', 'deliveredAt'] as const).map(
    (column) => terminal.say(`column.${column}`),
  );
  for (const line of formatTable(heading, rows)) terminal.print(line);
  return 0;
}

function rowOf(
  { order: { source, orderedAt, totals, currency }, deliveredAt }: StoredOrder,
  times: Format,
): string[] {
  const { orderId, orderNumber, shopName } = source;
  return [
    orderId,
    orderNumber ?? '',
    shopName ?? '',
    times.time(orderedAt),
    `${totals.gross} ${currency}`,
    times.time(deliveredAt),
  ];
}

/** Local time where it says nothing else. */
function instantOf(text: string, { terminal }: CommandContext): string {
  const naive = readSince(text);
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text.trim()) && /\d[T ]\d/.test(text);
  if (naive === undefined) {
    throw new SettingsError('argument-invalid', terminal.say('arg.since', { value: text }), {
      settings: ['--since'],
    });
  }
  return new Date(hasZone ? text.trim().replace(' ', 'T') : naive).toISOString();
}
