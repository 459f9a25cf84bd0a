import type { ResolvedOrder } from 'importer-mapping';
import type { Cart } from './cart.js';
import { sanitise } from './sanitise.js';

/** MySQL's `text` holds 65,535 bytes, and OpenXE adds to what it is given. */
const longest = 20_000;

/** Printed and internal notes. The internal one ends with Billbee's id, by which people find the order there. */
export function cartTexts({ texts, order }: Pick<ResolvedOrder, 'texts' | 'order'>) {
  const options = { most: longest, lines: true };
  const internal = sanitise(texts.internal ?? '', options);
  const trace = `Billbee ${order.source.orderId}`;
  return {
    freitext: sanitise(texts.printed ?? '', options),
    internebemerkung: internal.includes(order.source.orderId)
      ? internal
      : [internal, trace].filter(Boolean).join('\n'),
    bodyzusatz: '',
  } as const satisfies Partial<Cart>;
}
