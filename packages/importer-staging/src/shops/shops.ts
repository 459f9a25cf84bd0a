import type { Clock, SettingsError, Store } from 'importer-core';
import { sha256 } from 'importer-core/store';
import { type Selectable, sql } from 'kysely';
import { type ShopTable, tablesOf } from '../store/tables.js';
import { shopMessages } from './shop-messages.js';
import { newToken, sameHash, tokenId } from './shop-token.js';

/** A shop of an ERP, as far as it may be shown: no token, no credential. */
export interface Shop {
  readonly name: string;
  /** Null until Billbee has accepted the credentials that the ERP sends. */
  readonly account: string | null;
  /** What the ERP sent with its latest command, without secrets; null before the first. */
  readonly settings: unknown;
  /** Orders that changed before this time are not offered; null: all are. ISO 8601 with `Z`. */
  readonly ordersFrom: string | null;
  readonly createdAt: string;
  readonly seenAt: string | null;
  /** Version of the ERP's side of the connector. */
  readonly clientVersion: string | null;
}

/** What a command of the ERP tells about its shop. */
export interface ShopNews {
  readonly settings: object;
  readonly clientVersion: string;
}

/**
 * The ERP shops that may use the service, each with a token of its own. Only a token's hash is kept.
 *
 * @example
 * const { token } = await createShops(store, clock).add('main-shop');
 * (await createShops(store, clock).authenticate(token))?.name // 'main-shop'
 */
export function createShops(store: Store, clock: Clock) {
  const db = tablesOf(store.db);
  const now = (): string => new Date(clock.now()).toISOString();
  const rowOf = (name: string) =>
    db.selectFrom('shop').selectAll().where('name', '=', name).executeTakeFirst();

  function unknown(name: string): SettingsError {
    const values = { shop: JSON.stringify(name), store: store.location };
    return shopMessages.settings('shop-unknown', values, ['shop']);
  }

  return {
    /**
     * Adds a shop.
     *
     * @param name lower-case letters, digits and hyphens, e.g. `main-shop`
     * @returns its token, which cannot be shown again
     * @throws SettingsError `shop-name-invalid`, `shop-exists`
     */
    async add(name: string): Promise<{ readonly token: string }> {
      if (!/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(name)) {
        const shop = JSON.stringify(name.slice(0, 60));
        throw shopMessages.settings('shop-name-invalid', { shop }, ['shop']);
      }
      const { token, id, hash } = await newToken();
      const added = await db
        .insertInto('shop')
        .values({ name, token_id: id, token_hash: hash, created_at: now() })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .returning('name')
        .executeTakeFirst();
      if (added) return { token };
      throw shopMessages.settings('shop-exists', { shop: name }, ['shop']);
    },

    async list(): Promise<readonly Shop[]> {
      return (await db.selectFrom('shop').selectAll().orderBy('name').execute()).map(shown);
    },

    async get(name: string): Promise<Shop | undefined> {
      const row = await rowOf(name);
      return row && shown(row);
    },

    /**
     * Takes the shop, its token and its credentials away. Orders and write-backs stay.
     *
     * @throws SettingsError `shop-unknown`
     */
    async remove(name: string): Promise<void> {
      const { numDeletedRows } = await db.deleteFrom('shop').where('name', '=', name).executeTakeFirst();
      if (numDeletedRows === 0n) throw unknown(name);
    },

    /**
     * Gives a shop a new token; the old one is refused from now on.
     *
     * @throws SettingsError `shop-unknown`
     */
    async rotateToken(name: string): Promise<{ readonly token: string }> {
      const { token, id, hash } = await newToken();
      const { numUpdatedRows } = await db
        .updateTable('shop')
        .set({ token_id: id, token_hash: hash })
        .where('name', '=', name)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw unknown(name);
      return { token };
    },

    /** The shop a token belongs to; undefined for any other text. */
    async authenticate(token: string): Promise<Shop | undefined> {
      const id = tokenId(token);
      if (id === undefined) return undefined;
      const row = await db.selectFrom('shop').selectAll().where('token_id', '=', id).executeTakeFirst();
      const hash = await sha256(token);
      return row && sameHash(hash, row.token_hash) ? shown(row) : undefined;
    },

    /** Keeps what a command told, so that the shop's work goes on between commands. */
    async note(name: string, { settings, clientVersion }: ShopNews): Promise<void> {
      await db
        .updateTable('shop')
        .set({ settings: JSON.stringify(settings), client_version: clientVersion, seen_at: now() })
        .where('name', '=', name)
        .execute();
    },

    /**
     * Billbee has accepted the shop's credentials: from now on it works for this account.
     *
     * @param credentials sealed by a vault for {@link shopCredentials}.owner
     */
    async bind(name: string, account: string, credentials: string): Promise<void> {
      await db.updateTable('shop').set({ account, credentials }).where('name', '=', name).execute();
    },

    /** The account of {@link bind} and its sealed credentials; undefined when there are none (any more). */
    async binding(
      name: string,
    ): Promise<{ readonly account: string; readonly credentials: string } | undefined> {
      const { account = null, credentials = null } = (await rowOf(name)) ?? {};
      return account === null || credentials === null ? undefined : { account, credentials };
    },

    /**
     * Offers orders from an earlier time on; a later one changes nothing.
     *
     * @param time ISO 8601 with `Z`
     * @returns from when on orders are offered now
     */
    async offerFrom(name: string, time: string): Promise<string> {
      const row = await db
        .updateTable('shop')
        .set({ orders_from: sql`least(coalesce(orders_from, ${time}), ${time})` })
        .where('name', '=', name)
        .returning('orders_from')
        .executeTakeFirst();
      return row?.orders_from ?? time;
    },
  };
}

/** The sealed credentials of the shops, for whoever seals them again with another key. */
export const shopCredentials = {
  table: 'shop',
  key: 'name',
  column: 'credentials',
  owner: (name: string): string => `shop:${name}`,
} as const;

/** See {@link shops}. */
export type Shops = ReturnType<typeof createShops>;

function shown(row: Selectable<ShopTable>): Shop {
  return {
    name: row.name,
    account: row.account,
    settings: row.settings,
    ordersFrom: row.orders_from,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    clientVersion: row.client_version,
  };
}
