/** What the import engine reads from: Billbee's client, or anything with the same promises. */
export interface OrderSource {
  /**
   * One page of orders as they arrived: parsed JSON, not yet validated.
   *
   * Source: `Billbee API: GET /orders`.
   */
  readOrderPage(query: OrderPageQuery, signal?: AbortSignal): Promise<OrderPage>;
  /** One order by BillBeeOrderId, or undefined when Billbee does not have it (any more). */
  readOrder(orderId: string, signal?: AbortSignal): Promise<unknown | undefined>;
  /** Calls and repeats so far, for the run's summary. */
  readonly usage: { readonly calls: number; readonly retries: number };
}

export interface OrderPageQuery {
  /** 1-based. */
  readonly page: number;
  /** 1 to 250. */
  readonly pageSize: number;
  readonly statusIds: readonly number[];
  /** Only orders modified after this time (exclusive), in Billbee's own notation. */
  readonly modifiedAfter?: string | undefined;
  /** Only orders modified until this time (inclusive), in Billbee's own notation. */
  readonly modifiedUntil?: string | undefined;
}

export interface OrderPage {
  readonly page: number;
  readonly totalPages: number;
  readonly totalRows: number;
  /** False: the server gives no count; `totalRows` is what it has shown so far, and only an empty page is the end. */
  readonly counted?: boolean | undefined;
  /** Raw orders, each to be parsed on its own so that one broken order harms no other. */
  readonly orders: readonly unknown[];
  /** The server's clock when it answered (HTTP `Date`), milliseconds since 1970 UTC; undefined without one. */
  readonly serverTime: number | undefined;
}
