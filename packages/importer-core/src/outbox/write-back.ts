import type { ProblemValues } from '../messages/problem.js';
import type { Shipment, StockLevel } from './write-back-sink.js';

/** Something the ERP reports back to Billbee. */
export type WriteBack =
  | {
      readonly kind: 'status';
      readonly orderId: string;
      readonly statusId: number;
      /** Sent only while Billbee has the order in one of these; absent: in whatever status. See `statusesBefore`. */
      readonly whileIn?: readonly number[] | undefined;
    }
  | { readonly kind: 'shipment'; readonly orderId: string; readonly shipment: Shipment }
  | { readonly kind: 'tags'; readonly orderId: string; readonly tags: readonly string[] }
  | { readonly kind: 'stock'; readonly level: StockLevel };

export type WriteBackKind = WriteBack['kind'];
export type WriteBackState = 'waiting' | 'sent' | 'dead';

/** One write-back. */
export interface OutboxEntry {
  readonly id: string;
  readonly kind: WriteBackKind;
  /** BillBeeOrderId; null for stock. */
  readonly orderId: string | null;
  /** What it is about: BillBeeOrderId or SKU. */
  readonly subject: string;
  /** What is reported: status id, tracking number, tags with commas between them, or quantity. */
  readonly value: string;
  readonly state: WriteBackState;
  /** Tries so far. */
  readonly attempts: number;
  /** Why the last try failed, or what became of the entry, e.g. `throttled`. */
  readonly code: string | null;
  /** What the words are made of, see `Problem`. */
  readonly values: ProblemValues | null;
  readonly message: string | null;
  /** ISO 8601 with `Z`. */
  readonly updatedAt: string;
}
