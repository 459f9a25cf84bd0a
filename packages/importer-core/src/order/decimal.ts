import { Decimal } from './exact-decimal.js';

export { Decimal };

export const ZERO = new Decimal(0);
export const HUNDRED = new Decimal(100);

/** Twelve digits before the point of a quantity and two behind that of a total need no more. */
const MOST_DIGITS = 20;

/** Rounds to cents, half up (away from zero). */
export function toCents(amount: Decimal): Decimal {
  return amount.round(2);
}

/** Adds amounts up. */
export function sum(amounts: readonly Decimal[]): Decimal {
  let total = ZERO;
  for (const amount of amounts) total = total.plus(amount);
  return total;
}

/**
 * Tax contained in a gross amount, rounded to cents.
 *
 * @param gross amount with tax
 * @param rate percent
 * @example taxWithin(new Decimal('158.76'), new Decimal('19')).toString() // '25.35'
 */
export function taxWithin(gross: Decimal, rate: Decimal): Decimal {
  return rate.eq(0) ? ZERO : gross.times(rate).div(rate.plus(HUNDRED), 2);
}

/**
 * Price of one unit with as few digits as give the line total back: quantity x price rounds to `total`.
 *
 * @param total line total in cents
 * @param quantity not 0
 * @example unitPrice(new Decimal('10'), new Decimal('3')) // '3.3333', because 3 x 3.33 would be 9.99
 */
export function unitPrice(total: Decimal, quantity: Decimal): string {
  let price = ZERO;
  for (let digits = 2; digits <= MOST_DIGITS; digits += 2) {
    price = total.div(quantity, digits);
    if (toCents(price.times(quantity)).eq(total)) break;
  }
  return printPrice(price);
}

/** Money with two digits. */
export function printMoney(amount: Decimal): string {
  return amount.toFixed(2);
}

/** A plain number without needless zeros: `19`, `0.5`. */
export function printNumber(value: Decimal): string {
  return value.toFixed();
}

function printPrice(price: Decimal): string {
  const text = printNumber(price);
  const point = text.indexOf('.');
  return point >= 0 && text.length - point > 2 ? text : printMoney(price);
}
