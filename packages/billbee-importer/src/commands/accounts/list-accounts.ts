import { accountId } from '../../account-id.js';
import { formatTable } from '../../console/table.js';
import type { CommandContext, ExitCode } from '../../context.js';
import { withAccounts } from '../../session/open-accounts.js';

/** `accounts list`: every account, without its credentials. */
export async function listAccounts(context: CommandContext, options: { json?: boolean }): Promise<ExitCode> {
  const { terminal } = context;
  const all = await withAccounts(context, (accounts) => accounts.list());
  if (options.json) {
    terminal.json({
      accounts: all.map(({ key, label, enabled, settings, createdAt, updatedAt }) => ({
        account: key,
        id: accountId(key),
        label,
        enabled,
        importStatusIds: settings.importStatusIds ?? [],
        createdAt,
        updatedAt,
      })),
    });
    return 0;
  }
  if (all.length === 0) {
    terminal.print(terminal.say('accounts.none'));
    return 0;
  }
  const heading = (['account', 'id', 'label', 'state', 'statuses', 'createdAt'] as const).map((column) =>
    terminal.say(`column.${column}`),
  );
  const rows = all.map(({ key, label, enabled, settings, createdAt }) => [
    key,
    accountId(key),
    label === key ? '' : label,
    terminal.say(enabled ? 'accounts.enabled' : 'accounts.disabled'),
    (settings.importStatusIds ?? []).join(','),
    createdAt,
  ]);
  for (const line of formatTable(heading, rows)) terminal.print(line);
  return 0;
}
