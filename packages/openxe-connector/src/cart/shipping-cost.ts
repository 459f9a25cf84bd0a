import { mappingMessages, type ResolvedLine, type ResolvedOrder } from 'importer-mapping';
import type { Cart } from './cart.js';
import { Decimal } from './decimal.js';
import { netPrice } from './lines.js';

/** Shipping cost in OpenXE's field for it, or as a position. */
export interface CartShippingCost {
  readonly header: Pick<Cart, 'versandkostennetto' | 'versandkostenbrutto'>;
  readonly line: ResolvedLine | undefined;
}

/**
 * OpenXE taxes its shipping field with the class of its shipping article, which is the normal one, whatever the order
 * says. So shipping cost goes there only at the normal rate, or when nothing is taxed; else it is a position with an
 * article of its own.
 *
 * @throws HoldError `shipping-article-missing`
 */
export function cartShippingCost(
  { shippingCost }: Pick<ResolvedOrder, 'shippingCost'>,
  { steuerfrei }: Pick<Cart, 'steuerfrei'>,
): CartShippingCost {
  if (shippingCost === null)
    return { header: { versandkostennetto: '0', versandkostenbrutto: '0' }, line: undefined };
  if (shippingCost.taxClass === 'normal' || steuerfrei === '1') {
    const net = netPrice(shippingCost.totalGross, new Decimal(1), shippingCost.taxRate);
    return { header: { versandkostennetto: net, versandkostenbrutto: '0' }, line: undefined };
  }
  if (shippingCost.article === null) {
    const values = { amount: shippingCost.totalGross, rate: shippingCost.taxRate };
    throw mappingMessages.hold('shipping-article-missing', values, { field: 'shipping' });
  }
  return { header: { versandkostennetto: '0', versandkostenbrutto: '0' }, line: shippingCost };
}
