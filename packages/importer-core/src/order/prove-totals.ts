import { orderMessages } from '../messages/core/order-messages.js';
import { type Decimal, sum, toCents, ZERO } from './decimal.js';

/** The amounts of an order, exactly as they stand in the payload. */
export interface Amounts {
  readonly lines: readonly Decimal[];
  readonly shipping: Decimal;
  readonly adjustment: Decimal;
  /** TotalCost. */
  readonly total: Decimal;
}

/** The same amounts in cents; they add up to `total`. */
export interface ProvedAmounts {
  readonly lines: readonly Decimal[];
  readonly shipping: Decimal;
  /** null when TotalCost does not contain it, or there is none. */
  readonly adjustment: Decimal | null;
  readonly total: Decimal;
}

/**
 * Proves that positions and shipping, and the adjustment if TotalCost contains it, add up to TotalCost to the cent.
 *
 * Each amount is rounded on its own. Only where amounts with fractions of a cent add up before but not after
 * rounding, the fraction is carried from line to line, so that a line can differ by a cent from its own rounding.
 *
 * Source: recorded payloads, in which TotalCost contains shipping.
 *
 * @throws {HoldError} `total-mismatch` with both sums and the difference
 */
export function proveTotals(amounts: Amounts, orderId: string, currency: string): ProvedAmounts {
  const total = toCents(amounts.total);
  const plain = [...amounts.lines, amounts.shipping];
  const withoutAdjustment = roundTo(total, plain);
  if (withoutAdjustment) return split(withoutAdjustment, amounts.lines.length, total);
  if (!amounts.adjustment.eq(ZERO)) {
    const withAdjustment = roundTo(total, [...plain, amounts.adjustment]);
    if (withAdjustment) return split(withAdjustment, amounts.lines.length, total);
  }
  const got = toCents(sum(plain));
  const adjusted = amounts.adjustment.eq(ZERO)
    ? undefined
    : toCents(sum(plain).plus(amounts.adjustment)).toFixed(2);
  throw orderMessages.hold(
    'total-mismatch',
    {
      orderId,
      currency,
      total: total.toFixed(2),
      sum: got.toFixed(2),
      adjusted,
      difference: total.minus(got).toFixed(2),
    },
    { field: 'TotalCost' },
  );
}

function roundTo(total: Decimal, amounts: readonly Decimal[]): readonly Decimal[] | undefined {
  const rounded = amounts.map(toCents);
  if (sum(rounded).eq(total)) return rounded;
  if (!toCents(sum(amounts)).eq(total)) return undefined;
  let exact = ZERO;
  let before = ZERO;
  return amounts.map((amount) => {
    exact = exact.plus(amount);
    const after = toCents(exact);
    const share = after.minus(before);
    before = after;
    return share;
  });
}

function split(rounded: readonly Decimal[], lines: number, total: Decimal): ProvedAmounts {
  return {
    lines: rounded.slice(0, lines),
    shipping: rounded[lines] ?? ZERO,
    adjustment: rounded[lines + 1] ?? null,
    total,
  };
}
