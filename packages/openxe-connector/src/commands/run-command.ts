import { requestRetry } from 'importer-accounts';
import { ImporterError } from 'importer-core';
import { createStagedOrders, type Shop, type Shops } from 'importer-staging';
import type { z } from 'zod';
import { type CommandName, commandData } from '../protocol/commands.js';
import type { CommandFailure, CommandResult, commandRequest } from '../protocol/envelope.js';
import { formWording } from '../protocol/form-wording.js';
import { readSettings } from '../shop/read-settings.js';
import type { ConnectorPorts } from '../work/ports.js';
import type { ShopRuns } from '../work/shop-runs.js';
import type { ShopSessions } from '../work/shop-sessions.js';
import { shopTarget } from '../work/shop-target.js';
import { refused } from './auth.js';
import { type Command, CommandError } from './command.js';
import { commands } from './index.js';

/** What stays the same from command to command. */
export interface CommandRunner {
  readonly ports: ConnectorPorts;
  readonly shops: Shops;
  readonly sessions: ShopSessions;
  readonly runs: ShopRuns;
}

/**
 * Carries out one command of a shop.
 *
 * @throws CommandError, ImporterError
 */
export async function runCommand(
  { ports, shops, sessions, runs }: CommandRunner,
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
  const binding = await sessions.bind(row.name, settings.connection, { fresh: isAuth && data !== 'info' });
  if (!binding.ok) throw refused(binding.check);
  if (isAuth || settingsChanged) {
    await shops.note(row.name, { settings: shown, clientVersion: request.pluginVersion });
    runs.beginRun(row.name);
  }
  const { shop } = binding;
  if (settingsChanged) {
    // With the settings, perhaps the reason of a hold has gone.
    const { id: target } = shopTarget(ports, shop, settings);
    await requestRetry(
      ports.store,
      shop.account,
      { target, exceptReason: 'changed-after-delivery' },
      ports.clock,
    );
  }
  const staged = createStagedOrders({
    store: ports.store,
    account: shop.account,
    queue: shop.name,
    clock: ports.clock,
  });
  const command = commands[action] as Command<CommandName>;
  return command({ ports, shops, row, shop, settings, staged, runs }, data as never);
}

/** What an error tells the ERP. */
export function explain(error: unknown): CommandFailure | undefined {
  if (error instanceof CommandError) return { code: error.code, message: error.message, retry: error.retry };
  if (!(error instanceof ImporterError)) return undefined;
  return { code: error.code, message: formWording.say(error), retry: error.code !== 'write-back-invalid' };
}

function isSupported(action: string): action is CommandName {
  return Object.hasOwn(commandData, action);
}
