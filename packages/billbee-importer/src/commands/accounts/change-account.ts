import { accountKey } from 'importer-core/service';
import type { CommandContext, ExitCode } from '../../context.js';
import { withAccounts } from '../../session/open-accounts.js';

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
