import type { RetryHeldOutcome } from 'importer-core';
import { formatTable } from '../console/table.js';
import type { CommandContext, ExitCode } from '../context.js';
import { openMerchantSession, sendWaiting } from '../session/account-session.js';
import { openDatabaseToRead, withStore } from '../session/open-database.js';
import { readRetryRules, retryHolds } from '../session/retry-holds.js';
import { readCredentials } from '../settings/credentials.js';
import { worded, wordingIn } from '../texts/wording.js';

/** `retry-held`: tries held orders again, each at the target it was meant for. */
export async function retryHeldOrders(
  context: CommandContext,
  ids: readonly string[],
  options: { json?: boolean },
): Promise<ExitCode> {
  const { terminal, env } = context;
  const connection = readCredentials(env, terminal);
  const rules = readRetryRules(context);
  const orders = await withStore(openDatabaseToRead(context), async (store) => {
    const session = await openMerchantSession(context, store, { connection });
    const { outcomes } = await retryHolds(context, session, store, ids, rules);
    if (rules.statusAfterImport || rules.tagsAfterImport) await sendWaiting(context, session, store);
    return outcomes;
  });
  const told = orders.map((order) => worded(order, terminal.language));
  if (options.json) terminal.json({ orders: told });
  else show(context, told);
  return orders.every(({ outcome }) => outcome === 'delivered' || outcome === 'already-delivered') ? 0 : 1;
}

function show({ terminal }: CommandContext, orders: readonly Omit<RetryHeldOutcome, 'values'>[]): void {
  if (orders.length === 0) {
    terminal.print(terminal.say('held.none'));
    return;
  }
  const wording = wordingIn(terminal.language);
  const heading = (['order', 'outcome', 'reason', 'field', 'message'] as const).map((column) =>
    terminal.say(`column.${column}`),
  );
  const rows = orders.map(({ orderId, outcome, reason = '', field = '', message = '' }) => [
    orderId,
    terminal.say(`retry.${outcome}`),
    reason === '' ? '' : `${wording.title(reason)} [${reason}]`,
    wording.field(field),
    message,
  ]);
  for (const line of formatTable(heading, rows)) terminal.print(line);
}
