import { LARGEST_DECIMAL } from '../billbee/order-schema.js';
import { Decimal, ZERO } from './decimal.js';

/**
 * Readers for the values that the order schema lets through. Each takes what is there in any of its notations and
 * gives one; `null` stands for missing, `null` and empty alike. They never throw.
 */
type Value = string | number | boolean | null | undefined;

/** Whether nothing is there: no value, `null`, or empty text. */
export function isMissing(value: Value): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** Text without surrounding white space; empty text is null. */
export function readText(value: Value): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'string' ? value.trim() : String(value);
  return text === '' ? null : text;
}

/** The first text that is not empty. */
export function firstText(...values: readonly Value[]): string | null {
  for (const value of values) {
    const text = readText(value);
    if (text !== null) return text;
  }
  return null;
}

/** A Billbee id as digits without leading zeros; 0 stands for none. */
export function readId(value: string | number | null | undefined): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? String(value) : null;
  if (typeof value !== 'string' || value.length > 64) return null;
  const digits = value.trim();
  if (!/^\d{1,20}$/.test(digits)) return null;
  const id = digits.replace(/^0+/, '');
  return id === '' ? null : id;
}

/** A whole number such as a status or a payment type: at most nine digits, which every database holds. */
export function readInteger(value: string | number | null | undefined): number | null {
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && Math.abs(value) < 1e9 ? value : null;
  }
  if (typeof value !== 'string' || value.length > 64) return null;
  const text = value.trim();
  return /^-?\d{1,9}$/.test(text) ? Number(text) : null;
}

/** true, "true", 1; everything else is false. */
export function readFlag(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  const text = readText(value);
  return text !== null && (text === '1' || text.toLowerCase() === 'true');
}

const DECIMAL = /^-?\d{1,12}(?:\.\d{0,40})?(?:e-\d{1,2})?$/i;
/** Billbee counts and charges in nothing smaller: this is the noise of binary fractions. */
const SMALLEST = 1e-9;

/** A decimal number, exactly as it is written. */
export function readDecimal(value: string | number | null | undefined): Decimal | null {
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || Math.abs(value) > LARGEST_DECIMAL) return null;
    return Math.abs(value) < SMALLEST ? ZERO : new Decimal(value);
  }
  if (typeof value !== 'string' || value.length > 64) return null;
  const text = value.trim().replace(/^\+/, '');
  if (!DECIMAL.test(text)) return null;
  const decimal = new Decimal(text);
  return decimal.abs().lt(SMALLEST) ? ZERO : decimal;
}

/** What a value is that cannot be read. */
interface Described {
  readonly found: 'missing' | 'empty' | 'list' | 'object' | 'text' | 'figure';
  readonly shown?: string;
}

/** Says what a value is without giving personal data away: figures and dates are shown, other text is not. */
export function describeValue(value: unknown): Described {
  if (value === undefined || value === null) return { found: 'missing' };
  if (Array.isArray(value)) return { found: 'list' };
  if (typeof value === 'number' || typeof value === 'boolean') {
    return { found: 'figure', shown: String(value) };
  }
  if (typeof value !== 'string') return { found: 'object' };
  if (value.trim() === '') return { found: 'empty' };
  return /^[\d.,:+\-TZ/ ]{1,32}$/.test(value) ? { found: 'figure', shown: `"${value}"` } : { found: 'text' };
}
