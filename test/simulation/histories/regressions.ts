/** Histories that once went wrong, and why; what a seed stands for changes with what histories are made of. */
export const REGRESSIONS: readonly { readonly seed: number; readonly why: string }[] = [
  { seed: 1050, why: 'a single page with a row in place of another counted as complete: an order was lost' },
  {
    seed: 20_000,
    why: 'a clock with fractions of a millisecond failed write-backs, and imports that make them',
  },
  {
    seed: 20_095,
    why: 'a first run that died after setting its watermark left out an order without LastModifiedAt',
  },
];
