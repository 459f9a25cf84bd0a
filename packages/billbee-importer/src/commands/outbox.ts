import { listOutbox, type OutboxEntry } from 'importer-core';
import { formatTable } from '../console/table.js';
import type { Terminal } from '../console/terminal.js';
import type { CommandContext, ExitCode } from '../context.js';
import { hasDatabase, openDatabase, withStore } from '../session/open-database.js';
import { readAccount } from '../settings/credentials.js';
import { localFormat } from '../texts/format.js';
import { worded } from '../texts/wording.js';

/** `outbox`: what is reported to Billbee, oldest first. */
export async function outbox(context: CommandContext, options: { json?: boolean }): Promise<ExitCode> {
  const { terminal, env } = context;
  const account = readAccount(env, terminal);
  const entries = hasDatabase(env)
    ? await withStore(openDatabase(context), (store) => listOutbox(store, account))
    : [];
  if (options.json) {
    terminal.json({ outbox: entries.map((entry) => worded(entry, terminal.language)) });
    return 0;
  }
  if (entries.length === 0) {
    terminal.print(terminal.say('outbox.none'));
    return 0;
  }
  showOutbox(terminal, entries);
  return 0;
}

/** Write-backs as a table. */
export function showOutbox(terminal: Terminal, entries: readonly OutboxEntry[]): void {
  const heading = (
    ['id', 'kind', 'subject', 'value', 'state', 'attempts', 'updatedAt', 'message'] as const
  ).map((column) => terminal.say(`column.${column}`));
  const times = localFormat(terminal.language);
  const rows = entries
    .map((entry) => worded(entry, terminal.language))
    .map(({ id, kind, subject, value, state, attempts, updatedAt, message }) => [
      id,
      terminal.say(`kind.${kind}`),
      subject,
      value,
      terminal.say(`state.${state}`),
      String(attempts),
      times.time(updatedAt),
      message ?? '',
    ]);
  for (const line of formatTable(heading, rows)) terminal.print(line);
}
