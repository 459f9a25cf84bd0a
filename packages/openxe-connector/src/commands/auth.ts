import { type BillbeeStock, type ConnectionCheck, SettingsError } from 'importer-core';
import type { CommandData } from '../protocol/commands.js';
import type { CommandResult } from '../protocol/envelope.js';
import { formWording } from '../protocol/form-wording.js';
import { fieldLabels } from '../protocol/settings.js';
import { type CommandContext, CommandError } from './command.js';

/**
 * The connection check. By now Billbee has accepted the credentials. A person who pressed the button (`true`) also hears
 * of status and stock ids that the account does not have, and how many orders are held; OpenXE's page wants a text that
 * begins with `success`, its cron this very word. For `info` OpenXE would show a list of shops in place of the success.
 */
export async function auth(context: CommandContext, data: CommandData<'auth'>): Promise<CommandResult> {
  if (data !== true) return 'success';
  await checkStatuses(context);
  await checkStock(context);
  const held = await context.staged.held();
  if (held === 0) return 'success';
  return `success – ${held === 1 ? '1 Auftrag' : `${held} Aufträge`} zurückgehalten`;
}

/** Why Billbee did not accept a shop's credentials, in the words of the form. */
export function refused(check: Extract<ConnectionCheck, { ok: false }>): CommandError {
  return new CommandError(check.cause, formWording.say(check.problem), { retry: true });
}

/** A stock that Billbee does not know would leave every stock level dead, one after the other. */
async function checkStock({ shop, settings, ports }: CommandContext): Promise<void> {
  const { stockId } = settings;
  if (stockId === undefined) return;
  let known: readonly BillbeeStock[];
  try {
    known = await shop.source.listStocks(ports.stop);
  } catch (error) {
    if (error instanceof SettingsError) throw new CommandError(error.code, formWording.say(error));
    return;
  }
  if (known.length === 0 || known.some(({ id }) => id === stockId)) return;
  const list = known.map(({ id, name }) => (name === '' ? id : `${id} (${name})`)).join(', ');
  throw new CommandError(
    'stock-unknown',
    `Das Lager ${stockId} („${fieldLabels.bbStockId}“) gibt es im Billbee-Konto nicht. Bekannt sind: ${list}.`,
  );
}

async function checkStatuses({ shop, settings, ports }: CommandContext): Promise<void> {
  let known: ReadonlySet<number>;
  try {
    known = new Set((await shop.source.listOrderStatuses(ports.stop)).map(({ id }) => id));
  } catch (error) {
    if (error instanceof SettingsError) throw new CommandError(error.code, formWording.say(error));
    return;
  }
  if (known.size === 0) return;
  const wanted = [
    ...settings.openStatusIds.map((id) => ['bbStatusOpen', id] as const),
    ['bbStatusInProgress', settings.inProgressStatusId] as const,
    ['bbStatusShipped', settings.shippedStatusId] as const,
    ['bbStatusCancelled', settings.cancelledStatusId] as const,
    ['bbStatusPaid', settings.paidStatusId] as const,
  ];
  const wrong = wanted.filter(([, id]) => id !== undefined && !known.has(id));
  if (wrong.length === 0) return;
  const list = wrong.map(([name, id]) => `${id} („${fieldLabels[name]}“)`).join(', ');
  throw new CommandError(
    'status-unknown',
    `Diese Status-IDs gibt es im Billbee-Konto nicht: ${list}. Bekannt sind: ${[...known].sort((a, b) => a - b).join(', ')}.`,
  );
}
