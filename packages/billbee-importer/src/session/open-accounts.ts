import { randomBytes } from 'node:crypto';
import { type Accounts, createAccounts, type Vault } from 'importer-accounts';
import { openJoseVault, parseEncryptionKeys, readKeyFile } from 'importer-accounts/node';
import { SettingsError, type Store } from 'importer-core';
import type { CommandContext } from '../context.js';
import { dataDir } from '../settings/data-dir.js';
import { settingOf } from '../settings/read-environment.js';
import { openDatabase, withStore } from './open-database.js';

/** Does something with the accounts of the store and closes it, whatever happens. */
export async function withAccounts<T>(
  context: CommandContext,
  work: (all: Accounts, store: Store) => Promise<T>,
  connections?: number,
): Promise<T> {
  return withStore(openDatabase(context, { connections }), async (store) =>
    work(createAccounts(store, await openVault(context), context.clock), store),
  );
}

/**
 * The vault of the credentials: keys from `BILLBEE_ENCRYPTION_KEY`, else, for the embedded database, from a file in the
 * data folder that is made the first time. The store has to be open, so that the folder is there and ours.
 *
 * @throws SettingsError `encryption-key-missing`, `encryption-key-invalid`
 */
export async function openVault({ env, terminal }: Pick<CommandContext, 'env' | 'terminal'>): Promise<Vault> {
  const setting = settingOf(env, 'BILLBEE_ENCRYPTION_KEY');
  if (setting !== undefined) return openJoseVault(parseEncryptionKeys(setting));
  if (settingOf(env, 'DATABASE_URL') !== undefined) {
    throw new SettingsError('encryption-key-missing', terminal.say('accounts.noKey'), {
      settings: ['BILLBEE_ENCRYPTION_KEY'],
    });
  }
  const folder = dataDir(env);
  return openJoseVault(folder.startsWith('memory://') ? keysInMemory : await readKeyFile(folder));
}

const keysInMemory = [randomBytes(32)];

/**
 * A vault that is opened anew for each text: a service without an account of the store needs no key, and `accounts rotate-key` may
 * replace the key file of the embedded database while the service runs.
 */
export function lazyVault(context: Pick<CommandContext, 'env' | 'terminal'>): Vault {
  const now = (): Promise<Vault> => openVault(context);
  return {
    seal: async (text, owner) => (await now()).seal(text, owner),
    open: async (sealed, owner) => (await now()).open(sealed, owner),
    isCurrent: () => true,
  };
}
