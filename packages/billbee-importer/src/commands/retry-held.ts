import {
  listHeld,
  prepareOrder,
  type RetryHeldOptions,
  type RetryHeldOutcome,
  retryHeld,
  type Store,
} from 'importer-core';
import type { SettingsFile } from 'importer-core/statuses';
import { type Connection, connect } from '../connect.js';
import { formatTable } from '../console/table.js';
import type { CommandContext, ExitCode } from '../context.js';
import { openDatabaseToRead, withStore } from '../open-database.js';
import { openAnyTarget } from '../open-target.js';
import { importRules } from '../settings/mapping-rules.js';
import { readSettingsFile } from '../settings/read-settings-file.js';
import { sendWaiting } from './send-waiting.js';

/** `retry-held`: tries held orders again, each at the target it was meant for. */
export async function retryHeldOrders(
  context: CommandContext,
  ids: readonly string[],
  options: { json?: boolean },
): Promise<ExitCode> {
  const { terminal, env } = context;
  const connection = connect(context);
  const settings = readSettingsFile(env, terminal);
  const rules = {
    prepare: prepareOrder(importRules(settings, env, terminal).mapping),
    tables: settings['mapping'],
    setInProgressAfterImport: statusAfterRetry(settings),
  };
  const orders = await withStore(openDatabaseToRead(env), async (store) => {
    await connection.countIn(store);
    const outcomes = await retryAll(context, connection, store, ids, rules);
    if (rules.setInProgressAfterImport) await sendWaiting(context, connection, store);
    return outcomes;
  });
  if (options.json) terminal.json({ orders });
  else show(context, orders);
  return orders.every(({ outcome }) => outcome === 'delivered' || outcome === 'already-delivered') ? 0 : 1;
}

function statusAfterRetry({
  setInProgressAfterImport,
  inProgressStatusId,
  importStatusIds = [],
}: SettingsFile): RetryHeldOptions['setInProgressAfterImport'] {
  return setInProgressAfterImport === true && inProgressStatusId !== undefined
    ? { statusId: inProgressStatusId, fromStatusIds: importStatusIds }
    : undefined;
}

async function retryAll(
  { terminal, clock, stop }: CommandContext,
  { account, source }: Connection,
  store: Store,
  ids: readonly string[],
  { tables, ...rules }: Pick<RetryHeldOptions, 'prepare' | 'setInProgressAfterImport'> & { tables: unknown },
): Promise<RetryHeldOutcome[]> {
  const wanted = new Set(ids);
  const held = await listHeld(store, account);
  const chosen = held.filter(({ orderId }) => wanted.size === 0 || wanted.has(orderId));
  const outcomes: RetryHeldOutcome[] = [...wanted]
    .filter((id) => !held.some(({ orderId }) => orderId === id))
    .map((orderId) => ({
      orderId,
      outcome: 'unknown-id',
      message: terminal.say('retry.unknownId', { id: orderId }),
    }));
  for (const targetId of new Set(chosen.map(({ target }) => target))) {
    const target = await openAnyTarget(targetId, { store, account, clock, mapping: tables });
    try {
      const here = chosen.filter((order) => order.target === targetId).map(({ orderId }) => orderId);
      const options = { account, source, store, target, clock, signal: stop, ...rules };
      outcomes.push(...(await retryHeld({ ...options, ids: here })));
    } finally {
      await target.close();
    }
  }
  return outcomes;
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
