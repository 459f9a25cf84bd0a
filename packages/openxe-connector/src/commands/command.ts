import type { Shop, Shops, StagedOrders } from 'importer-staging';
import type { CommandData, CommandName } from '../protocol/commands.js';
import type { CommandResult } from '../protocol/envelope.js';
import type { ShopSettings } from '../shop/read-settings.js';
import type { BoundShop } from '../work/bound-shops.js';
import type { ConnectorPorts } from '../work/ports.js';
import type { ShopWork } from '../work/shop-work.js';

/** What a command works with: the shop that sent it, known to Billbee, with settings that can be used. */
export interface CommandContext {
  readonly ports: ConnectorPorts;
  readonly shops: Shops;
  readonly row: Shop;
  readonly shop: BoundShop;
  readonly settings: ShopSettings;
  readonly staged: StagedOrders;
  readonly work: ShopWork;
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

/** Billbee's order ids have digits only. */
export function readOrderId(text: string): string {
  const id = text.trim();
  if (/^[1-9]\d{0,19}$/.test(id)) return id;
  throw new CommandError('order-unknown', `„${id.slice(0, 40)}“ ist keine Auftrags-ID von Billbee.`);
}
