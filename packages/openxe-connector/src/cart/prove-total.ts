import { openXeMessages } from '../messages/index.js';
import type { Cart, CartTaxClass } from './cart.js';
import { Decimal } from './decimal.js';

/**
 * Adds a cart up as OpenXE does: net prices times quantities per tax class, unrounded, each with its rate, rounded once
 * in the end.
 *
 * @returns what the customer would owe in OpenXE, two digits
 */
function erpTotal(cart: Cart): Decimal {
  const rates: Record<CartTaxClass, Decimal> = {
    normal: new Decimal(cart.steuersatz_normal ?? '0'),
    ermaessigt: new Decimal(cart.steuersatz_ermaessigt ?? '0'),
    befreit: new Decimal(0),
  };
  const taxed = cart.ust_befreit === '0' || (cart.ust_befreit === '1' && cart.ustid === '');
  const amounts = cart.articlelist.map((line) => ({
    net: new Decimal(line.quantity).times(line.price_netto),
    taxClass: line.umsatzsteuer,
  }));
  amounts.push({ net: new Decimal(cart.versandkostennetto), taxClass: 'normal' });
  let total = new Decimal(0);
  for (const { net, taxClass } of amounts) {
    total = total.plus(taxed ? net.times(rates[taxClass].plus(100)).div(100) : net);
  }
  return total.round(2);
}

/** @throws HoldError `erp-total-differs`, with both totals and the difference */
export function proveTotal(cart: Cart): void {
  const total = erpTotal(cart);
  const wanted = new Decimal(cart.gesamtsumme);
  if (total.eq(wanted)) return;
  const values = {
    total: total.toFixed(2),
    expected: wanted.toFixed(2),
    difference: wanted.minus(total).toFixed(2),
    currency: cart.waehrung,
  };
  throw openXeMessages.hold('erp-total-differs', values, { field: 'totals.gross' });
}
