import type { ResolvedLine, ResolvedOrder } from 'importer-mapping';
import { openXeMessages } from '../messages/index.js';
import type { CartLine } from './cart.js';
import { Decimal, priceDigits, print, quantityDigits } from './decimal.js';
import { sanitise } from './sanitise.js';
import { cartTaxClass } from './tax.js';

/** Lines that are no goods: an article created for one must not be looked for in a warehouse. */
const noGoods: ReadonlySet<ResolvedLine['role']> = new Set(['discount', 'coupon', 'surcharge', 'shipping']);

/** What stands on documents where Billbee has no text. */
const names: Readonly<Partial<Record<ResolvedLine['role'], string>>> = {
  discount: 'Rabatt',
  coupon: 'Gutschein',
  surcharge: 'Zuschlag',
  shipping: 'Versandkosten',
};

/**
 * The positions, discounts among them: OpenXE's own discount field needs an article that a new shop does not have, and
 * ends in a fatal error without one.
 *
 * @param lines goods, then discounts, then shipping cost where it is a line
 * @throws CartRefusal
 */
export function cartLines(
  lines: readonly ResolvedLine[],
  { order }: Pick<ResolvedOrder, 'order'>,
): CartLine[] {
  refuseAlikeNumbers(lines);
  const parents = new Set(lines.map((line) => line.parent));
  return lines.flatMap((line, index) => {
    // Nothing is sold by such a line; OpenXE would make a position of it all the same.
    if (new Decimal(line.quantity).eq(0)) return [];
    const positionId = (position: number): string => `${order.source.orderId}-${position}`;
    return [
      {
        ...cartLine(line, index),
        ...(parents.has(index) && { posid: positionId(index) }),
        ...(line.parent !== null && { parentid: positionId(line.parent) }),
      },
    ];
  });
}

/**
 * Two articles whose numbers OpenXE's database takes for one (it ignores accents and dots over letters) would be booked
 * as one. A number that differs in upper and lower case only is taken for the same article's.
 */
function refuseAlikeNumbers(lines: readonly ResolvedLine[]): void {
  const met = new Map<string, string>();
  lines.forEach(({ article }, index) => {
    const number = article?.number.trim().toLowerCase() ?? '';
    const other = met.get(asDatabaseSees(number));
    met.set(asDatabaseSees(number), number);
    if (other === undefined || other === number) return;
    const field = `lines[${index}]`;
    throw openXeMessages.hold(
      'article-numbers-alike',
      { field, number: article?.number ?? '', other },
      { field },
    );
  });
}

/** Source: MySQL's `utf8_general_ci`. */
function asDatabaseSees(number: string): string {
  return number.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 's');
}

function cartLine(line: ResolvedLine, index: number): CartLine {
  const field = `lines[${index}]`;
  const number = sanitise(line.article?.number ?? '', { most: 255 });
  if (number === '') {
    throw openXeMessages.hold('article-missing', { field }, { field });
  }
  if (number !== line.article?.number.trim()) {
    const given = JSON.stringify(line.article?.number);
    throw openXeMessages.hold('article-number-unusable', { field, number: given }, { field });
  }
  const quantity = new Decimal(line.quantity);
  if (quantity.lt(0) || !quantity.round(quantityDigits).eq(quantity)) {
    const values = { field, quantity: line.quantity, digits: quantityDigits };
    throw openXeMessages.hold('quantity-unusable', values, { field });
  }
  const taxClass = cartTaxClass(line.taxClass);
  if (!taxClass) {
    throw openXeMessages.hold('tax-class-unknown', { field, rate: line.taxRate }, { field });
  }
  return {
    articleid: number,
    name: sanitise(line.title ?? names[line.role] ?? number, { most: 255 }) || number,
    quantity: print(quantity),
    price_netto: netPrice(line.totalGross, quantity, line.taxRate),
    umsatzsteuer: taxClass,
    steuersatz: line.taxRate,
    rabatt: 0,
    options: sanitise(line.description ?? '', { most: 5000, lines: true }),
    webid: sanitise(line.lineId ?? '', { most: 255 }),
    ean: sanitise(line.article?.candidates.find(({ by }) => by === 'ean')?.value ?? '', { most: 64 }),
    ...(noGoods.has(line.role) && { lagerartikel: 0 as const }),
  };
}

/** Net per piece, from what the customer pays and not from a rounded net: OpenXE adds unrounded prices up. */
export function netPrice(totalGross: string, quantity: Decimal, taxRate: string): string {
  const net = new Decimal(totalGross).times(100).div(new Decimal(100).plus(taxRate));
  return print(net.div(quantity), priceDigits);
}
