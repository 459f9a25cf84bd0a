import type { Clock, Store } from 'importer-core';
import { sqlText } from 'importer-core/store';
import { sql } from 'kysely';

/** A row of `erp_document`. */
interface ErpDocumentRow {
  order_id: string;
  document_id: string | null;
  expected_gross: string;
  state: 'sending' | 'open' | 'shipped' | 'closed';
  /** Milliseconds since 1970; PostgreSQL's driver gives a bigint as text. */
  noted_at: string | number;
}

/** What the ERP made of one order. */
export interface ErpDocument {
  readonly orderId: string;
  /** The ERP's id of it; null until it is known. */
  readonly documentId: string | null;
  /** The total that Billbee's order has. */
  readonly expectedGross: string;
  /**
   * `sending`: perhaps on its way; `open`: there, not shipped; `shipped`: reported as shipped, more parcels may follow;
   * `closed`: nothing more is expected.
   */
  readonly state: ErpDocumentRow['state'];
  /** When it was noted first, in milliseconds since 1970. */
  readonly notedAt: number;
}

/**
 * The documents of one account at one target: what a target needs to know about calls whose answer it never saw, and
 * whose shipments it reads back.
 */
export class ErpDocuments {
  readonly #store: Store;
  readonly #account: string;
  readonly #target: string;
  readonly #clock: Clock;

  constructor(store: Store, account: string, target: string, clock: Clock) {
    this.#store = store;
    this.#account = account;
    this.#target = target;
    this.#clock = clock;
  }

  /** To be called before an order is sent: from now on it may be there, whatever happens to this process. */
  async noteSending(
    orders: readonly { readonly orderId: string; readonly expectedGross: string }[],
  ): Promise<void> {
    if (orders.length === 0) return;
    await sql`
      insert into erp_document (account, target, order_id, expected_gross, state, noted_at)
      select ${this.#account}, ${this.#target}, r."orderId", r."expectedGross", 'sending', ${this.#now()}::bigint
      from json_to_recordset(${JSON.stringify(orders)}::json) as r("orderId" text, "expectedGross" text)
      on conflict (account, target, order_id) do update set
        expected_gross = excluded.expected_gross,
        noted_at = case when erp_document.state = 'sending' then excluded.noted_at else erp_document.noted_at end
    `.execute(this.#store.db);
  }

  /** The ERP has them. One that is known already keeps its state. */
  async noteThere(
    documents: readonly Pick<ErpDocument, 'orderId' | 'documentId' | 'expectedGross'>[],
  ): Promise<void> {
    if (documents.length === 0) return;
    await sql`
      insert into erp_document (account, target, order_id, document_id, expected_gross, state, noted_at)
      select ${this.#account}, ${this.#target}, r."orderId", r."documentId", r."expectedGross", 'open', ${this.#now()}::bigint
      from json_to_recordset(${JSON.stringify(documents)}::json)
        as r("orderId" text, "documentId" text, "expectedGross" text)
      on conflict (account, target, order_id) do update set
        document_id = excluded.document_id,
        state = case when erp_document.state = 'sending' then 'open' else erp_document.state end
    `.execute(this.#store.db);
  }

  async find(orderIds: readonly string[]): Promise<ReadonlyMap<string, ErpDocument>> {
    if (orderIds.length === 0) return new Map();
    const { rows } = await sql<ErpDocumentRow>`
      select * from erp_document where account = ${this.#account} and target = ${this.#target}
        and order_id = any(array(select json_array_elements_text(${JSON.stringify(orderIds)}::json)))
    `.execute(this.#store.db);
    return new Map(rows.map((row) => [row.order_id, documentOf(row)]));
  }

  /** Documents that may still ship, those not looked at for longest first. */
  async takeOpen(limit: number): Promise<readonly ErpDocument[]> {
    const { rows } = await sql<ErpDocumentRow>`
      select * from erp_document where account = ${this.#account} and target = ${this.#target}
        and state in ('open', 'shipped') and document_id is not null
      order by checked_at nulls first, order_id limit ${limit}
    `.execute(this.#store.db);
    return rows.map(documentOf);
  }

  /** What has been looked at goes to the end of the row, with a new state where it has one. */
  async noteChecked(
    documents: readonly { readonly orderId: string; readonly state: ErpDocument['state'] }[],
  ): Promise<void> {
    if (documents.length === 0) return;
    await sql`
      update erp_document d set state = r.state, checked_at = ${this.#now()}::bigint
      from json_to_recordset(${JSON.stringify(documents)}::json) as r("orderId" text, state text)
      where d.account = ${this.#account} and d.target = ${this.#target} and d.order_id = r."orderId"
    `.execute(this.#store.db);
  }

  /** The stock last reported for these SKUs. */
  async reportedStock(skus: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (skus.length === 0) return new Map();
    const { rows } = await sql<{ sku: string; quantity: string }>`
      select sku, quantity from reported_stock where account = ${this.#account} and target = ${this.#target}
        and sku = any(array(select json_array_elements_text(${JSON.stringify(skus.map(sqlText))}::json)))
    `.execute(this.#store.db);
    return new Map(rows.map((row) => [row.sku, row.quantity]));
  }

  async noteStock(levels: readonly { readonly sku: string; readonly quantity: string }[]): Promise<void> {
    if (levels.length === 0) return;
    const last = [...new Map(levels.map(({ sku, quantity }) => [sqlText(sku), quantity]))];
    const rows = last.map(([sku, quantity]) => ({ sku, quantity }));
    await sql`
      insert into reported_stock (account, target, sku, quantity)
      select ${this.#account}, ${this.#target}, r.sku, r.quantity
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(sku text, quantity text)
      on conflict (account, target, sku) do update set quantity = excluded.quantity
    `.execute(this.#store.db);
  }

  /** How far something has been read back; undefined: from the beginning. */
  async readCursor(subject: string): Promise<string | undefined> {
    const { rows } = await sql<{ position: string }>`
      select position from read_back_cursor
      where account = ${this.#account} and target = ${this.#target} and subject = ${subject}
    `.execute(this.#store.db);
    return rows[0]?.position;
  }

  async writeCursor(subject: string, position: string): Promise<void> {
    await sql`
      insert into read_back_cursor (account, target, subject, position)
      values (${this.#account}, ${this.#target}, ${subject}, ${position})
      on conflict (account, target, subject) do update set position = excluded.position
    `.execute(this.#store.db);
  }

  #now(): number {
    return Math.floor(this.#clock.now());
  }
}

function documentOf(row: ErpDocumentRow): ErpDocument {
  return {
    orderId: row.order_id,
    documentId: row.document_id,
    expectedGross: row.expected_gross,
    state: row.state,
    notedAt: Number(row.noted_at),
  };
}
