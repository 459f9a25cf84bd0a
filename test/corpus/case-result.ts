/** What the detector made of one page, beside what is right. */
export interface CaseResult {
  readonly name: string;
  /** `3 Bezahlt` */
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly disputed: readonly number[];
  readonly expected: number;
  readonly found: number;
}
