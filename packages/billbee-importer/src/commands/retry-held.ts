import { readStoreFigures } from 'importer-accounts';
import type { RetryHeldOutcome } from 'importer-core';
import { openProgress } from '../console/progress.js';
import { formatTable } from '../console/table.js';
import type { CommandContext, ExitCode } from '../context.js';
import { openMerchantSession, sendWaiting } from '../session/account-session.js';
import { openDatabaseToRead, withStore } from '../session/open-database.js';
import { readRetryRules, retryCost, retryHolds } from '../session/retry-holds.js';
import { readCredentials } from '../settings/credentials.js';
import { Format } from '../texts/format.js';
import { worded, wordingIn } from '../texts/wording.js';

/** Fewer calls to Billbee take no time that anybody needs to be told. */
const fewestToTell = 20;

/** `retry-held`: tries held orders again, each at the target it was meant for. */
export async function retryHeldOrders(
  context: CommandContext,
  ids: readonly string[],
  options: { json?: boolean },
): Promise<ExitCode> {
  const { terminal, env, clock } = context;
  const connection = readCredentials(env, terminal);
  const rules = readRetryRules(context);
  const orders = await withStore(openDatabaseToRead(context), async (store) => {
    const session = await openMerchantSession(context, store, { connection });
    const { held } = await readStoreFigures(store, session.account);
    const orders = ids.length > 0 ? ids.length : held;
    const { calls, ms } = retryCost(orders, ids.length === 0 && rules.statusIds.length > 0);
    if (calls >= fewestToTell) {
      const duration = new Format(terminal.language).duration(ms);
      terminal.note(terminal.say('retry.cost', { orders, calls, duration }));
    }
    const progress = await openProgress(terminal, clock.now);
    const { outcomes } = await retryHolds(context, session, store, ids, rules, {
      onProgress: (state) => progress.show(state),
    }).finally(() => progress.end());
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
