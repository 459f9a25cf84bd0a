import type { BillbeeClient, BillbeeConnection, ConnectionCheck } from 'importer-core';
import { accountKey } from 'importer-core/service';
import { type Shops, shopCredentials } from 'importer-staging';
import type { ConnectorPorts } from './ports.js';

/** A shop whose credentials Billbee has accepted: Billbee as its account. */
export interface ShopSession {
  readonly name: string;
  readonly account: string;
  readonly source: BillbeeClient;
  readonly sink: BillbeeClient;
  readonly connection: BillbeeConnection;
}

export type Binding =
  | { readonly ok: true; readonly shop: ShopSession }
  | { readonly ok: false; readonly check: Extract<ConnectionCheck, { ok: false }> };

/**
 * Which account a shop works for. Nobody gets to an account by naming it: credentials that differ from those Billbee
 * has accepted for this very shop are tried at Billbee first.
 */
export class ShopSessions {
  readonly #ports: ConnectorPorts;
  readonly #shops: Shops;
  /** By the sealed credentials that each was opened with: a shop may be removed, added again or sealed anew meanwhile. */
  readonly #known = new Map<string, { readonly sealed: string; readonly shop: ShopSession }>();

  constructor(ports: ConnectorPorts, shops: Shops) {
    this.#ports = ports;
    this.#shops = shops;
  }

  /** @param fresh ask Billbee even about credentials that it has accepted before */
  async bind(name: string, connection: BillbeeConnection, { fresh = false } = {}): Promise<Binding> {
    const known = await this.bound(name);
    const isKnown = known !== undefined && same(known.connection, connection);
    if (!fresh && isKnown) return { ok: true, shop: known };
    const check = await this.#ports.billbee.check(connection);
    if (!check.ok) return { ok: false, check };
    const account = accountKey(connection.username);
    // Also for credentials that were accepted before: whatever waits because Billbee once refused them is tried again.
    if (isKnown) {
      await this.#ports.onBound(name, account);
      return { ok: true, shop: known };
    }
    const sealed = await this.#ports.vault.seal(JSON.stringify(connection), shopCredentials.owner(name));
    await this.#shops.bind(name, account, sealed);
    await this.#ports.onBound(name, account);
    return { ok: true, shop: this.#remember(name, account, connection, sealed) };
  }

  /** The shop as it was bound last, without the ERP; undefined when it never was, or its credentials cannot be opened. */
  async bound(name: string): Promise<ShopSession | undefined> {
    const row = await this.#shops.binding(name);
    if (!row) return undefined;
    const known = this.#known.get(name);
    if (known?.sealed === row.credentials) return known.shop;
    let connection: BillbeeConnection;
    try {
      connection = JSON.parse(
        await this.#ports.vault.open(row.credentials, shopCredentials.owner(name)),
      ) as BillbeeConnection;
    } catch {
      return undefined;
    }
    // A crash may have come between the two when it was bound.
    await this.#ports.onBound(name, row.account);
    return this.#remember(name, row.account, connection, row.credentials);
  }

  #remember(name: string, account: string, connection: BillbeeConnection, sealed: string): ShopSession {
    const { source, sink } = this.#ports.billbee.open(connection, account);
    const shop = { name, account, source, sink, connection };
    this.#known.set(name, { sealed, shop });
    return shop;
  }
}

function same(one: BillbeeConnection, other: BillbeeConnection): boolean {
  return (
    one.username === other.username && one.apiPassword === other.apiPassword && one.apiKey === other.apiKey
  );
}
