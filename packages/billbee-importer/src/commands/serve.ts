import { countAccounts } from 'importer-accounts';
import { SettingsError, type Store } from 'importer-core';
import { createShops } from 'importer-staging';
import { answerCommands } from '../beside/answer-commands.js';
import { serviceAnswers } from '../beside/ask-service.js';
import type { CommandContext, ExitCode } from '../context.js';
import { runService } from '../service/run-service.js';
import { planImport } from '../session/import-plan.js';
import { openVault } from '../session/open-accounts.js';
import { openDatabase, withStore } from '../session/open-database.js';
import { hasCredentials, readAccount, readCredentials } from '../settings/credentials.js';
import { dataDir } from '../settings/data-dir.js';
import { settingOf } from '../settings/read-environment.js';
import { readSettingsFile } from '../settings/read-settings-file.js';
import { readServiceSettings, type ServeSwitches } from '../settings/service-settings.js';
import type { Merchant } from '../work/open-session.js';
import { connectionsFor } from '../work/open-worker.js';
import { readWorkSettings } from '../work/work-settings.js';

/**
 * `serve`: the HTTP service, for the merchant whom the environment names, if it does, for the accounts of the database and for the
 * ERPs' shops. It imports again and again, and at once when a webhook asks for it, until it is stopped; on PostgreSQL the
 * accounts of the database are left to `work`, in as many processes as are wanted.
 *
 * @throws SettingsError `nothing-to-serve` when there is neither merchant, account nor shop
 */
export async function serve(context: CommandContext, switches: ServeSwitches): Promise<ExitCode> {
  const { terminal, env } = context;
  const settings = readServiceSettings(switches, readSettingsFile(env, terminal), env, terminal);
  const merchant = hasCredentials(env) ? readMerchant(context, switches, settings.pollMs) : undefined;
  const work = readWorkSettings(env, terminal);
  const folder = settingOf(env, 'DATABASE_URL') === undefined ? dataDir(env) : undefined;
  // One that serves is not just ending: waiting for it would be in vain.
  const waitMs = folder !== undefined && (await serviceAnswers(folder)) ? 0 : undefined;
  const opening = openDatabase(context, { connections: connectionsFor(work), waitMs });
  return withStore<ExitCode>(opening, async (store) => {
    if (!merchant) await requireSomething(context, store);
    const stopAnswering = folder === undefined ? undefined : await openToCommands(context, folder, store);
    try {
      await runService(context, store, { settings, work, merchant });
    } finally {
      await stopAnswering?.();
    }
    terminal.note(terminal.say('serve.stopped'));
    return 0;
  });
}

/** Where the folder can have no socket (a network share, Windows), other commands wait for the service to end, as for any process. */
async function openToCommands(
  { terminal, stop, runFor }: CommandContext,
  folder: string,
  store: Store,
): Promise<(() => Promise<void>) | undefined> {
  if (folder.startsWith('memory://')) return undefined;
  return answerCommands(folder, stop, (caller) => runFor(caller, store)).catch(
    (error: NodeJS.ErrnoException) => {
      terminal.note(terminal.say('serve.noSocket', { folder, cause: error.code ?? error.message }));
      return undefined;
    },
  );
}

/** What cannot be used is told before anything is opened. */
function readMerchant(
  context: CommandContext,
  { status, out, target }: ServeSwitches,
  pollMs: number,
): Merchant {
  const { env, terminal } = context;
  const switches = { ...(status && { status }), ...(out && { out }), ...(target && { target }) };
  planImport(context, switches);
  readCredentials(env, terminal);
  return { account: readAccount(env, terminal), switches, pollMs };
}

async function requireSomething(context: CommandContext, store: Store): Promise<void> {
  const { terminal, clock } = context;
  // A key that cannot be used is told now, not by the first work.
  if ((await countAccounts(store)) > 0) await openVault(context);
  else if ((await createShops(store, clock).list()).length > 0) return;
  else
    throw new SettingsError('nothing-to-serve', terminal.say('serve.nothing'), {
      settings: ['BILLBEE_USERNAME', 'BILLBEE_API_PASSWORD', 'BILLBEE_API_KEY'],
    });
}
