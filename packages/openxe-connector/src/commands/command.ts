import { enqueue, type OutboxEntry, type WriteBack } from 'importer-core';
import { highestKnownStatusId, statusesBefore } from 'importer-core/statuses';
import type { Shop, Shops, StagedOrders } from 'importer-staging';
import type { CommandData, CommandName } from '../protocol/commands.js';
import type { CommandResult } from '../protocol/envelope.js';
import type { ShopSettings } from '../shop/read-settings.js';
import type { ConnectorPorts } from '../work/ports.js';
import type { ShopRuns } from '../work/shop-runs.js';
import type { ShopSession } from '../work/shop-sessions.js';

/** What a command works with: the shop that sent it, known to Billbee, with settings that can be used. */
export interface CommandContext {
  readonly ports: ConnectorPorts;
  readonly shops: Shops;
  readonly row: Shop;
  readonly shop: ShopSession;
  readonly settings: ShopSettings;
  readonly staged: StagedOrders;
  readonly runs: ShopRuns;
}

/** One command of OpenXE. */
export type Command<Name extends CommandName> = (
  context: CommandContext,
  data: CommandData<Name>,
) => Promise<CommandResult>;

/** The command failed in a way that the ERP is to hear of. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** Stable, e.g. `number-mode`. */
  readonly code: string;
  /** Whether the same command may succeed later, e.g. with other settings. */
  readonly retry: boolean;

  /** @param message for people, in German */
  constructor(code: string, message: string, { retry = false } = {}) {
    super(message);
    this.code = code;
    this.retry = retry;
  }
}

/** Makes a write-back safe; a worker sends it soon, many stock levels that come one by one in one call. */
export async function report({ ports, shop }: CommandContext, writeBack: WriteBack): Promise<OutboxEntry> {
  return enqueue(ports.store, shop.account, writeBack, ports.clock);
}

/** Id of Billbee's order status "Versendet". */
export const shipped = 4;

/**
 * Where a report may find an order in Billbee: before the step that it is about, or in a status of the account's own that
 * its settings call open. Anywhere else somebody has done more with it since.
 *
 * @param step id of the known order status that the report is about, e.g. 3 for paid
 */
export function statusesUpTo(step: number, { openStatusIds }: ShopSettings): readonly number[] {
  return [...statusesBefore(step), ...openStatusIds.filter((id) => id > highestKnownStatusId)];
}

/** Billbee's order ids have digits only. */
export function readOrderId(text: string): string {
  const id = text.trim();
  if (/^[1-9]\d{0,19}$/.test(id)) return id;
  throw new CommandError('order-unknown', `„${id.slice(0, 40)}“ ist keine Auftrags-ID von Billbee.`);
}
