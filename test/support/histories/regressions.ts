/** Histories that once went wrong, and why; what a seed stands for changes with what histories are made of. */
export const REGRESSIONS: readonly { readonly seed: number; readonly why: string }[] = [
  { seed: 1050, why: 'a single page with a row in place of another counted as complete: an order was lost' },
];
