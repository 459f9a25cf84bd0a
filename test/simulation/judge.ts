/** What the orders of an account are, in truth. */
export interface Truth {
  /** Orders that have to be booked. */
  readonly required: Iterable<string>;
  /** Whether one of them is rightly missing, e.g. because it is held. */
  readonly mayBeMissing?: (orderId: string) => boolean;
  /** Whether an order may be booked. */
  readonly isKnown: (orderId: string) => boolean;
}

/** What is wrong with the books of an ERP: order ids. */
export interface Judgement {
  /** Had to be booked, and were not. */
  readonly lost: readonly string[];
  /** Were booked before: once for each time too many. */
  readonly duplicated: readonly string[];
  /** Should never have been booked. */
  readonly strangers: readonly string[];
}

/**
 * Holds what an ERP has booked against the truth: each order once, none lost, none of somebody else.
 *
 * @param booked order ids, one per booking
 */
export function judgeBookings(booked: Iterable<string>, truth: Truth): Judgement {
  const seen = new Set<string>();
  const duplicated: string[] = [];
  for (const id of booked) {
    if (seen.has(id)) duplicated.push(id);
    seen.add(id);
  }
  return {
    lost: [...truth.required].filter((id) => !seen.has(id) && !truth.mayBeMissing?.(id)),
    duplicated,
    strangers: [...seen].filter((id) => !truth.isKnown(id)),
  };
}
