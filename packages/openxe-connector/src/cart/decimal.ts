import { Big as BigJs } from 'big.js';

/** Decimal numbers of this package's own; halves are rounded away from zero, as MySQL does. */
export const Decimal = BigJs();
Decimal.DP = 30;
Decimal.RM = 1;

export type Decimal = BigJs;

/** Digits of `auftrag_position.preis` in OpenXE. */
export const priceDigits = 8;
/** Digits of `auftrag_position.menge` in OpenXE. */
export const quantityDigits = 4;

/** `1.190` as `1.19`, `-0` as `0`. */
export function print(value: Decimal, digits?: number): string {
  const text = new Decimal((digits === undefined ? value : value.round(digits)).toFixed()).toFixed();
  return text === '-0' ? '0' : text;
}
