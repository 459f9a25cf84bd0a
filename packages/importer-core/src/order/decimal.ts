import { Big } from 'big.js';

/** Exact decimal numbers of this package's own; halves are rounded away from zero. */
export const Decimal = Big();
Decimal.RM = Big.roundHalfUp;

export type Decimal = Big;

export const ZERO = new Decimal(0);
export const HUNDRED = new Decimal(100);

/** Twelve digits before the point of a quantity and two behind that of a total need no more. */
const MOST_DIGITS = 20;
Decimal.DP = MOST_DIGITS;

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
  return rate.eq(ZERO) ? ZERO : divide(gross.times(rate), rate.plus(HUNDRED), 2);
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
    price = divide(total, quantity, digits);
    if (toCents(price.times(quantity)).eq(total)) break;
  }
  return printPrice(price);
}

/** Money with two digits. */
export function printMoney(amount: Decimal): string {
  const text = amount.toFixed(2);
  return text === '-0.00' ? '0.00' : text;
}

/** A plain number without needless zeros: `19`, `0.5`. */
export function printNumber(value: Decimal): string {
  const text = value.toFixed();
  return text === '-0' ? '0' : text;
}

function printPrice(price: Decimal): string {
  const text = printNumber(price);
  const point = text.indexOf('.');
  return point >= 0 && text.length - point > 2 ? text : printMoney(price);
}

/** Rounded once, to so many digits behind the point: big.js keeps their number in the constructor. */
function divide(dividend: Decimal, divisor: Decimal, digits: number): Decimal {
  Decimal.DP = digits;
  try {
    return dividend.div(divisor);
  } finally {
    Decimal.DP = MOST_DIGITS;
  }
}
