import { SettingsError, type Store } from 'importer-core';
import { type FeedbackSummary, openXentralWorkspace, runFeedback } from 'xentral-target';
import type { CommandContext, ExitCode } from '../context.js';
import { connect } from '../session/connect.js';
import type { ImportPlan } from '../session/import-plan.js';
import { openDatabase, withStore } from '../session/open-database.js';
import { sendWaiting } from '../session/send-waiting.js';
import { mappingTables } from '../settings/mapping-tables.js';
import { readSettingsFile } from '../settings/read-settings-file.js';
import { readXentralPlan } from '../settings/xentral-settings.js';

/** `feedback`: reads tracking, cancellations and stock from Xentral and sends them to Billbee. */
export async function feedback(context: CommandContext, options: { json?: boolean }): Promise<ExitCode> {
  const { terminal, env } = context;
  const file = readSettingsFile(env, terminal);
  const xentral = readXentralPlan(file, env, terminal);
  if (!xentral) {
    throw new SettingsError('xentral-missing', terminal.say('xentral.notSet'), {
      settings: ['XENTRAL_URL', 'XENTRAL_TOKEN'],
    });
  }
  const { shippedStatusId, cancelledStatusId } = file;
  const reported = { shippedStatusId, cancelledStatusId };
  const plan = { xentral, reported, tables: mappingTables(file, env, terminal) };
  const connection = connect(context);
  const summary = await withStore(openDatabase(env), async (store) => {
    await connection.countIn(store);
    await sendWaiting(context, connection, store);
    const done = await readBack(context, connection.account, store, plan);
    await sendWaiting(context, connection, store);
    return done;
  });
  if (options.json) terminal.json(summary);
  else terminal.print(terminal.say('feedback.summary', { ...summary }));
  return 0;
}

/** Puts into the account's outbox what Xentral reports; nothing where the plan has no tenant. */
export async function readBack(
  { fetch, clock, stop }: Pick<CommandContext, 'fetch' | 'clock' | 'stop'>,
  account: string,
  store: Store,
  { xentral, tables, reported }: Pick<ImportPlan, 'xentral' | 'tables' | 'reported'>,
): Promise<FeedbackSummary> {
  if (!xentral) return { orders: 0, shipments: 0, shipped: 0, cancelled: 0, stock: 0 };
  const shared = { store, account, clock, signal: stop };
  const workspace = openXentralWorkspace({ ...shared, ...xentral, tables, fetch });
  return runFeedback({ ...shared, ...reported, workspace });
}
