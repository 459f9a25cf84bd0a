import { listHeld } from 'importer-core';
import { formatTable } from '../console/table.js';
import type { CommandContext, ExitCode } from '../context.js';
import { hasDatabase, openDatabase, withStore } from '../session/open-database.js';
import { readAccount } from '../settings/credentials.js';
import { localFormat } from '../texts/format.js';
import { worded, wordingIn } from '../texts/wording.js';

/** `held`: orders that need a person, oldest first. */
export async function held(context: CommandContext, options: { json?: boolean }): Promise<ExitCode> {
  const { terminal, env } = context;
  const account = readAccount(env, terminal);
  const found = hasDatabase(env)
    ? await withStore(openDatabase(context), (store) => listHeld(store, account))
    : [];
  const orders = found.map((order) => worded(order, terminal.language));
  if (options.json) {
    terminal.json({ held: orders });
    return 0;
  }
  if (orders.length === 0) {
    terminal.print(terminal.say('held.none'));
    return 0;
  }
  const wording = wordingIn(terminal.language);
  const times = localFormat(terminal.language);
  const heading = (['order', 'heldAt', 'reason', 'field', 'message'] as const).map((column) =>
    terminal.say(`column.${column}`),
  );
  const rows = orders.map(({ orderId, heldAt, reason, field, message }) => [
    orderId,
    times.time(heldAt),
    `${wording.title(reason)} [${reason}]`,
    field === null ? '' : wording.field(field),
    message,
  ]);
  for (const line of formatTable(heading, rows)) terminal.print(line);
  return 0;
}
