/** OpenXE could not take this order as it is; becomes a hold with its reason. */
export class CartRefusal extends Error {
  override readonly name = 'CartRefusal';
  /** Stable code, e.g. `erp-total-differs`. */
  readonly reason: string;
  /** Path in the neutral order. */
  readonly field: string;

  constructor(reason: string, field: string, problem: string) {
    super(problem);
    this.reason = reason;
    this.field = field;
  }
}
