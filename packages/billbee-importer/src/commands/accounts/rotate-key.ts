import { randomBytes } from 'node:crypto';
import { accountCredentials, reseal, type SealedColumn } from 'importer-accounts';
import { openJoseVault, readKeyFile, writeKeyFile } from 'importer-accounts/node';
import { shopCredentials } from 'importer-staging';
import type { CommandContext, ExitCode } from '../../context.js';
import { openVault } from '../../session/open-accounts.js';
import { openDatabase, withStore } from '../../session/open-database.js';
import { dataDir } from '../../settings/data-dir.js';
import { settingOf } from '../../settings/read-environment.js';

/** Everything in the store that is sealed, whichever package keeps it. */
export const sealedColumns: readonly SealedColumn[] = [accountCredentials, shopCredentials];

/**
 * `accounts rotate-key`: encrypts all credentials with the first key of `BILLBEE_ENCRYPTION_KEY`; without that setting, the
 * embedded database gets a new key file. Killed in the middle, it is done again: until the end every key is kept.
 */
export async function rotateKey(context: CommandContext): Promise<ExitCode> {
  const { terminal, env } = context;
  const folder = dataDir(env);
  const hasFile =
    settingOf(env, 'BILLBEE_ENCRYPTION_KEY') === undefined &&
    settingOf(env, 'DATABASE_URL') === undefined &&
    !folder.startsWith('memory://');
  if (!hasFile) {
    const count = await withStore(openDatabase(context), async (store) =>
      reseal(store, await openVault(context), sealedColumns),
    );
    terminal.print(terminal.say('accounts.resealed', { count }));
    return 0;
  }
  await withStore(openDatabase(context), async (store) => {
    const older = await readKeyFile(folder);
    const newer = randomBytes(32);
    await writeKeyFile(folder, [newer, ...older]);
    const count = await reseal(store, await openJoseVault([newer, ...older]), sealedColumns);
    await writeKeyFile(folder, [newer]);
    terminal.print(terminal.say('accounts.newKeyFile', { count, folder }));
  });
  return 0;
}
