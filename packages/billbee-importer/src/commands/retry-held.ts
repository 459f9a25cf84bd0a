import type { RetryHeldOutcome } from 'importer-core';
import { formatTable } from '../console/table.js';
import type { CommandContext, ExitCode } from '../context.js';
import { openMerchantSession, sendWaiting } from '../session/account-session.js';
import { openDatabaseToRead, withStore } from '../session/open-database.js';
import { readRetryRules, retryHolds } from '../session/retry-holds.js';
import { readCredentials } from '../settings/credentials.js';

/** `retry-held`: tries held orders again, each at the target it was meant for. */
export async function retryHeldOrders(
  context: CommandContext,
  ids: readonly string[],
  options: { json?: boolean },
): Promise<ExitCode> {
  const { terminal, env } = context;
  const connection = readCredentials(env, terminal);
  const rules = readRetryRules(context);
  const orders = await withStore(openDatabaseToRead(env), async (store) => {
    const session = await openMerchantSession(context, store, { connection });
    const { outcomes } = await retryHolds(context, session, store, ids, rules);
    if (rules.statusAfterImport || rules.tagsAfterImport) await sendWaiting(context, session, store);
    return outcomes;
  });
  if (options.json) terminal.json({ orders });
  else show(context, orders);
  return orders.every(({ outcome }) => outcome === 'delivered' || outcome === 'already-delivered') ? 0 : 1;
}

function show({ terminal }: CommandContext, orders: readonly RetryHeldOutcome[]): void {
  if (orders.length === 0) {
    terminal.print(terminal.say('held.none'));
    return;
  }
  const heading = (['order', 'outcome', 'reason', 'field', 'message'] as const).map((column) =>
    terminal.say(`column.${column}`),
  );
  const rows = orders.map(({ orderId, outcome, reason = '', field = '', message = '' }) => [
    orderId,
    terminal.say(`retry.${outcome}`),
    reason,
    field,
    message,
  ]);
  for (const line of formatTable(heading, rows)) terminal.print(line);
}
