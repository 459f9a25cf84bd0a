import { eraseDeleted } from 'importer-core/node';
import { accountKey } from 'importer-core/service';
import type { CommandContext, ExitCode } from '../../context.js';
import { withAccounts } from '../../session/open-accounts.js';
import { settingOf } from '../../settings/read-environment.js';

/** `accounts enable` and `accounts disable`. */
export async function setAccountEnabled(
  context: CommandContext,
  account: string,
  enabled: boolean,
): Promise<ExitCode> {
  const { terminal } = context;
  const key = accountKey(account);
  await withAccounts(context, (all) => all.setEnabled(key, enabled));
  terminal.print(terminal.say(enabled ? 'accounts.isEnabled' : 'accounts.isDisabled', { account: key }));
  return 0;
}

/** `accounts remove`: credentials and settings; with `--data` everything that is kept of the account. */
export async function removeAccount(
  context: CommandContext,
  account: string,
  { data = false }: { data?: boolean },
): Promise<ExitCode> {
  const { terminal } = context;
  const key = accountKey(account);
  await withAccounts(context, async (all, store) => {
    await all.remove(key, { data });
    if (data && settingOf(context.env, 'DATABASE_URL') === undefined) await eraseDeleted(store);
  });
  terminal.print(terminal.say(data ? 'accounts.removedWithData' : 'accounts.removed', { account: key }));
  return 0;
}
