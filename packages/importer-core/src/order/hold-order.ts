import { HoldError } from '../errors.js';

/**
 * A {@link HoldError} about one order, which it names, with what to do about it.
 *
 * @param reason stable code, e.g. `total-mismatch`
 * @param field path in Billbee's payload
 * @param problem what is wrong, a sentence without the full stop
 */
export function holdOrder(
  orderId: string | undefined,
  reason: string,
  field: string,
  problem: string,
  remedy = 'Correct the order in Billbee, then retry it',
): HoldError {
  const subject = orderId === undefined ? 'An order without a readable id' : `Order ${orderId}`;
  return new HoldError(reason, `${subject}: ${problem}. ${remedy}.`, { field });
}

/** Says what a value is without giving personal data away: figures and dates are shown, other text is not. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return 'an object';
  if (value.trim() === '') return 'empty';
  return /^[\d.,:+\-TZ/ ]{1,32}$/.test(value) ? `"${value}"` : `a text of ${value.length} characters`;
}
