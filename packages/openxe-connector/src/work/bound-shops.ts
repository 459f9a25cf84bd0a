import { accountKey, type BillbeeConnection, type ConnectionCheck } from 'importer-core';
import type { Shops } from 'importer-staging';
import type { BillbeeAccess, ConnectorPorts } from './ports.js';

/** A shop whose credentials Billbee has accepted. */
export interface BoundShop extends BillbeeAccess {
  readonly name: string;
  readonly account: string;
}

export type Binding =
  | { readonly ok: true; readonly shop: BoundShop }
  | { readonly ok: false; readonly check: Extract<ConnectionCheck, { ok: false }> };

/**
 * Which account a shop works for. Nobody gets to an account by naming it: credentials that differ from those Billbee
 * has accepted for this very shop are tried at Billbee first.
 */
export class BoundShops {
  readonly #ports: ConnectorPorts;
  readonly #shops: Shops;
  readonly #known = new Map<string, { readonly connection: BillbeeConnection; readonly shop: BoundShop }>();

  constructor(ports: ConnectorPorts, shops: Shops) {
    this.#ports = ports;
    this.#shops = shops;
  }

  /** @param fresh ask Billbee even about credentials that it has accepted before */
  async bind(name: string, connection: BillbeeConnection, { fresh = false } = {}): Promise<Binding> {
    const known = (await this.#recall(name)) ?? undefined;
    if (!fresh && known && same(known.connection, connection)) return { ok: true, shop: known.shop };
    const check = await this.#ports.billbee.check(connection);
    if (!check.ok) return { ok: false, check };
    if (known && same(known.connection, connection)) return { ok: true, shop: known.shop };
    const account = accountKey(connection.username);
    const sealed = await this.#ports.vault.seal(JSON.stringify(connection), ownerOf(name));
    await this.#shops.bind(name, account, sealed);
    return { ok: true, shop: this.#remember(name, account, connection) };
  }

  /** The shop as it was bound last, without the ERP; undefined when it never was, or its credentials cannot be opened. */
  async bound(name: string): Promise<BoundShop | undefined> {
    return (await this.#recall(name))?.shop;
  }

  /** A shop that is gone, or bound anew by another process. */
  forget(name: string): void {
    this.#known.delete(name);
  }

  async #recall(name: string) {
    const known = this.#known.get(name);
    if (known) return known;
    const [row, sealed] = await Promise.all([this.#shops.get(name), this.#shops.sealedCredentials(name)]);
    if (row?.account == null || sealed === null) return undefined;
    try {
      const connection = JSON.parse(await this.#ports.vault.open(sealed, ownerOf(name))) as BillbeeConnection;
      this.#remember(name, row.account, connection);
      return this.#known.get(name);
    } catch {
      return undefined;
    }
  }

  #remember(name: string, account: string, connection: BillbeeConnection): BoundShop {
    const shop = { name, account, ...this.#ports.billbee.open(connection, account) };
    this.#known.set(name, { connection, shop });
    return shop;
  }
}

const ownerOf = (name: string): string => `shop:${name}`;

function same(one: BillbeeConnection, other: BillbeeConnection): boolean {
  return (
    one.username === other.username && one.apiPassword === other.apiPassword && one.apiKey === other.apiKey
  );
}
