import { type ErpOrder, HoldError } from 'importer-core';
import { type MappingTables, type ResolvedOrder, resolveMapping } from 'importer-mapping';
import type { Refusal } from 'importer-staging';
import { cartAddresses, mailText } from './addresses.js';
import type { Cart } from './cart.js';
import { cartLines } from './lines.js';
import { proveTotal } from './prove-total.js';
import { sanitise } from './sanitise.js';
import { cartShippingCost } from './shipping-cost.js';
import { cartTax } from './tax.js';
import { erpTime } from './times.js';

/** A cart, or why OpenXE could not take the order. */
export type CartResult =
  | { readonly outcome: 'cart'; readonly cart: Cart }
  | ({ readonly outcome: 'held' } & Refusal);

/** Languages as OpenXE names them. */
const languages: Readonly<Record<string, string>> = {
  de: 'deutsch',
  en: 'englisch',
  fr: 'franzoesisch',
  it: 'italienisch',
  es: 'spanisch',
  nl: 'niederlaendisch',
  pl: 'polnisch',
};

/**
 * Turns an order into OpenXE's cart. What OpenXE's own arithmetic would not add up to Billbee's total, to the cent, is
 * held with the difference.
 *
 * @example
 * const result = buildCart(order, readMapping(settings.mapping));
 * if (result.outcome === 'cart') send(result.cart);
 */
export function buildCart(order: ErpOrder, tables: MappingTables): CartResult {
  const mapped = resolveMapping(order, tables);
  if (mapped.outcome === 'held') {
    const { reason, field, values, message } = mapped;
    return { outcome: 'held', reason, field, values, message };
  }
  try {
    const cart = cartOf(mapped.resolved);
    proveTotal(cart);
    return { outcome: 'cart', cart };
  } catch (error) {
    if (!(error instanceof HoldError)) throw error;
    return { outcome: 'held', ...error.holdReason };
  }
}

function cartOf(resolved: ResolvedOrder): Cart {
  const { order, payment, shipping, shop, currency, customerGroup } = resolved;
  const { source } = order;
  const tax = cartTax(resolved);
  const shippingCost = cartShippingCost(resolved, tax);
  const lines = [...resolved.lines, ...resolved.discounts, ...(shippingCost.line ? [shippingCost.line] : [])];
  const word = (value: string | null): string => sanitise(value ?? '', { most: 255 });
  return {
    auftrag: source.orderId,
    onlinebestellnummer: word(source.orderNumber) || word(source.externalId) || source.orderId,
    zeitstempel: erpTime(order.modifiedAt ?? order.orderedAt),
    bestelldatum: resolved.orderedOn,
    lieferdatum: '',
    bestellnummer: '',
    ihrebestellnummer: '',
    subshop: word(shop.subShop),
    projekt: /^\d+$/.test(shop.project ?? '') ? (shop.project ?? '') : '',
    transaktionsnummer: word(payment.transactionId),
    waehrung: currency.code,
    zahlungsweise: word(payment.method),
    vorabbezahltmarkieren: payment.paid ? '1' : '0',
    ...((payment.autoShip === false || shipping.autoShip === false) && { autoversand: '0' as const }),
    lieferung: word(shipping.method),
    gesamtsumme: order.totals.gross,
    ...shippingCost.header,
    ...tax,
    kundengruppe: word(customerGroup),
    kundennummer: '',
    kunde_sprache: languages[shop.language ?? ''] ?? '',
    ...cartAddresses(resolved),
    packstation_inhaber: '',
    packstation_nummer: '',
    packstation_postidentnummer: '',
    packstation_plz: '',
    packstation_ort: '',
    kontoinhaber: '',
    bank: '',
    blz: '',
    kontonummer: '',
    affiliate_ref: '',
    kennen: '',
    aktion: '',
    ...cartTexts(resolved),
    articlelist: cartLines(lines, resolved),
  };
}

/** MySQL's `text` holds 65,535 bytes, and OpenXE adds to what it is given. */
const longest = 20_000;

/** Printed and internal notes. The internal one ends with Billbee's id, by which people find the order there. */
function cartTexts({ texts, order, billing, delivery }: ResolvedOrder) {
  const options = { most: longest, lines: true };
  const mails = new Set([billing.email, delivery?.email ?? null].filter((mail) => mail !== null));
  const unfit = [...mails].filter((mail) => mailText(mail) === '');
  const notes = unfit.map((mail) => `E-Mail, die OpenXE nicht aufnimmt (mit geradem Apostroph): ${mail}`);
  const internal = sanitise([texts.internal, ...notes].filter(Boolean).join('\n'), options);
  const trace = `Billbee ${order.source.orderId}`;
  return {
    freitext: sanitise(texts.printed ?? '', options),
    internebemerkung: internal.includes(order.source.orderId)
      ? internal
      : [internal, trace].filter(Boolean).join('\n'),
    bodyzusatz: '',
  } as const satisfies Partial<Cart>;
}
