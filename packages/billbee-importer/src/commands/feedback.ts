import { SettingsError } from 'importer-core';
import type { CommandContext, ExitCode } from '../context.js';
import { openMerchantSession, sendWaiting } from '../session/account-session.js';
import { reportedStatuses } from '../session/import-plan.js';
import { openDatabase, withStore } from '../session/open-database.js';
import { readBack } from '../session/open-target.js';
import { readCredentials } from '../settings/credentials.js';
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
  const plan = { xentral, reported: reportedStatuses(file), tables: mappingTables(file, env, terminal) };
  const connection = readCredentials(env, terminal);
  const summary = await withStore(openDatabase(context), async (store) => {
    const session = await openMerchantSession(context, store, { connection });
    await sendWaiting(context, session, store);
    const done = await readBack(context, session.account, store, plan);
    await sendWaiting(context, session, store);
    return done;
  });
  if (options.json) terminal.json(summary);
  else terminal.print(terminal.say('feedback.summary', { ...summary }));
  return 0;
}
