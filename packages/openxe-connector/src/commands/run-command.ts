import { ImporterError } from 'importer-core';
import { type Shop, type Shops, stagedOrders } from 'importer-staging';
import type { z } from 'zod';
import { type CommandName, commandData } from '../protocol/commands.js';
import type { CommandFailure, CommandResult, commandRequest } from '../protocol/envelope.js';
import { fieldLabels } from '../protocol/settings.js';
import { readSettings } from '../shop/read-settings.js';
import type { BoundShops } from '../work/bound-shops.js';
import type { ConnectorPorts } from '../work/ports.js';
import type { ShopWork } from '../work/shop-work.js';
import { refused } from './auth.js';
import { type Command, CommandError } from './command.js';
import { commands } from './index.js';

/** What stays the same from command to command. */
export interface CommandRunner {
  readonly ports: ConnectorPorts;
  readonly shops: Shops;
  readonly bindings: BoundShops;
  readonly work: ShopWork;
}

/**
 * Carries out one command of a shop.
 *
 * @throws CommandError, ImporterError
 */
export async function runCommand(
  { ports, shops, bindings, work }: CommandRunner,
  row: Shop,
  request: z.output<typeof commandRequest>,
): Promise<CommandResult> {
  const { action, data, settings: fields } = request;
  if (!isSupported(action)) {
    throw new CommandError(
      'unsupported',
      `Billbee hat nichts, was zum Befehl „${action}“ passt: es liefert Aufträge und nimmt Status, Sendungen und Bestände an.`,
    );
  }
  const { bbApiPassword: _password, bbApiKey: _key, ...shown } = fields;
  const settingsChanged = JSON.stringify(row.settings) !== JSON.stringify(shown);
  const read = readSettings(fields, ports.mapping);
  if (!read.ok) throw new CommandError('settings', read.problems.join(' '), { retry: true });
  const { settings } = read;
  const isAuth = action === 'auth';
  const binding = await bindings.bind(row.name, settings.connection, { fresh: isAuth && data !== 'info' });
  if (!binding.ok) throw refused(binding.check);
  if (isAuth || settingsChanged) {
    await shops.note(row.name, { settings: shown, clientVersion: request.pluginVersion });
    work.beginRun(row.name, { settingsChanged });
  }
  const { shop } = binding;
  const staged = stagedOrders({
    store: ports.store,
    account: shop.account,
    queue: shop.name,
    clock: ports.clock,
  });
  const command = commands[action] as Command<CommandName>;
  return command({ ports, shops, row, shop, settings, staged, work }, data as never);
}

/** What an error tells the ERP. */
export function explain(error: unknown): CommandFailure | undefined {
  if (error instanceof CommandError) return { code: error.code, message: error.message, retry: error.retry };
  if (!(error instanceof ImporterError)) return undefined;
  const message = error.message
    .replaceAll('BILLBEE_USERNAME', fieldLabels.bbUser)
    .replaceAll('BILLBEE_API_PASSWORD', fieldLabels.bbApiPassword)
    .replaceAll('BILLBEE_API_KEY', fieldLabels.bbApiKey);
  return { code: error.code, message, retry: error.code !== 'write-back-invalid' };
}

function isSupported(action: string): action is CommandName {
  return Object.hasOwn(commandData, action);
}
