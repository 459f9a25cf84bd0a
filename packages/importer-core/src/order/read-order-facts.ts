import { readId, readInteger } from './read-values.js';

/** What can be said of an order whose payload may be broken. */
export interface OrderFacts {
  /** BillBeeOrderId; undefined without a readable one. */
  readonly orderId: string | undefined;
  readonly statusId: number | undefined;
  /** LastModifiedAt exactly as it stands in the payload. */
  readonly lastModifiedAt: string | undefined;
}

/**
 * The order's BillBeeOrderId, or undefined when there is none that can be read. Never throws.
 *
 * A number above 2^53 has already lost digits and is no id; the client delivers such ids as text.
 *
 * Source: `Billbee API: Order.BillBeeOrderId`, a positive 64-bit integer.
 *
 * @param raw parsed JSON
 * @example readOrderId({ BillBeeOrderId: 300000180937794 }) // '300000180937794'
 */
export function readOrderId(raw: unknown): string | undefined {
  const value = ownValue(raw, 'BillBeeOrderId');
  return (typeof value === 'number' || typeof value === 'string' ? readId(value) : null) ?? undefined;
}

/**
 * Id, status and modification time of an order, each on its own. Never throws.
 *
 * @param raw parsed JSON
 */
export function readOrderFacts(raw: unknown): OrderFacts {
  const status = ownValue(raw, 'State');
  const modified = ownValue(raw, 'LastModifiedAt');
  return {
    orderId: readOrderId(raw),
    statusId:
      (typeof status === 'number' || typeof status === 'string' ? readInteger(status) : null) ?? undefined,
    lastModifiedAt: typeof modified === 'string' && modified.trim() !== '' ? modified : undefined,
  };
}

function ownValue(raw: unknown, key: string): unknown {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, key)) return undefined;
  return (raw as Record<string, unknown>)[key];
}
