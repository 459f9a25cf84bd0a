import type { ResolvedLine } from 'importer-mapping';

/** A quantity at a price per piece. */
export interface Portion {
  readonly quantity: number;
  /** Amount of one piece as Xentral takes it. */
  readonly amount: string;
}

/** Digits of a net price that was worked out from a gross one. */
const netDigits = 6;

/**
 * A line as one or two portions whose prices give its total back.
 *
 * A gross price that is no whole cent (10.00 for 3) becomes two lines that are: 1 at 3.34 and 2 at 3.33. A net price
 * has as many digits as it takes to give the gross one back.
 *
 * @param mode which of its prices Xentral is to be given
 */
export function portionsOf(
  line: ResolvedLine,
  mode: 'gross' | 'net',
  uneven: 'split' | 'exact',
): readonly Portion[] {
  const quantity = Number(line.quantity);
  if (mode === 'net') {
    const exact = line.taxRate === '0' ? line.unitPriceGross : netOf(line);
    return [{ quantity, amount: exact }];
  }
  const isWhole = /^-?\d+(\.\d{1,2})?$/.test(line.unitPriceGross);
  if (isWhole || uneven === 'exact' || !Number.isSafeInteger(quantity) || quantity < 2) {
    return [{ quantity, amount: line.unitPriceGross }];
  }
  const cents = Math.round(Number(line.totalGross) * 100);
  const base = Math.floor(cents / quantity);
  const dearer = cents - base * quantity;
  return [
    { quantity: dearer, amount: fromCents(base + 1) },
    { quantity: quantity - dearer, amount: fromCents(base) },
  ];
}

/** Gross total over the rate and the quantity: rounded once, at the end. */
function netOf({ totalGross, quantity, taxRate }: ResolvedLine): string {
  const net = (Number(totalGross) * 100) / ((100 + Number(taxRate)) * Number(quantity));
  const text = net.toFixed(netDigits).replace(/0+$/, '');
  return /\.\d{2,}$/.test(text) ? text : net.toFixed(2);
}

function fromCents(cents: number): string {
  return (cents / 100).toFixed(2);
}
