/** Where write-backs go: Billbee's client, or anything with the same promises. */
export interface WriteBackSink {
  /** Sets the order's status. Safe to repeat. Source: `Billbee API: PUT /orders/{id}/orderstate`. */
  setOrderStatus(
    orderId: string,
    statusId: number,
    signal?: AbortSignal,
    options?: WriteOptions,
  ): Promise<void>;
  /** The order as Billbee has it now, or undefined. Source: `Billbee API: GET /orders/{id}`. */
  readOrder(orderId: string, signal?: AbortSignal): Promise<unknown | undefined>;
  /** Tracking numbers already on the order: asked before a shipment is sent again. */
  readTrackingNumbers(orderId: string, signal?: AbortSignal): Promise<readonly string[]>;
  /** Adds a parcel. NOT safe to repeat. Source: `Billbee API: POST /orders/{id}/shipment`. */
  addShipment(orderId: string, shipment: Shipment, signal?: AbortSignal): Promise<void>;
  /** Adds tags and keeps those that are there. Safe to repeat. Source: `Billbee API: POST /orders/{id}/tags`. */
  addTags(
    orderId: string,
    tags: readonly string[],
    signal?: AbortSignal,
    options?: WriteOptions,
  ): Promise<void>;
  /** Sets absolute stock. Safe to repeat. Source: `Billbee API: POST /products/updatestockmultiple`. */
  updateStock(levels: readonly StockLevel[], signal?: AbortSignal): Promise<readonly StockOutcome[]>;
}

export interface WriteOptions {
  /** One try, now: what fails or would have to wait is thrown at once, because it has to be decided anew. */
  readonly once?: boolean | undefined;
}

export interface Shipment {
  readonly trackingNumber: string;
  /** Billbee's carrier number, see `Billbee API: GET /enums/shippingcarriers`. */
  readonly carrierId?: number | undefined;
  /** Shipping provider and product of the Billbee account, as digits. */
  readonly providerId?: string | undefined;
  readonly providerProductId?: string | undefined;
  readonly comment?: string | undefined;
}

export interface StockLevel {
  readonly sku: string;
  /** New absolute quantity as a decimal string. */
  readonly quantity: string;
  readonly stockId?: string | undefined;
  readonly reason?: string | undefined;
}

/** Per stock level, same sequence: undefined when taken, else Billbee's message. */
export type StockOutcome = string | undefined;
