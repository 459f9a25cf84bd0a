/** One thing that an implementation has to keep; any test runner can execute it. */
export interface ConformanceCheck {
  /** A sentence, e.g. `target: one outcome per order, in sequence`. */
  readonly name: string;
  /**
   * Checks it on a place of its own.
   *
   * @returns undefined when it holds; a text when there was nothing to check, saying why
   * @throws ConformanceError when it does not hold; whatever the implementation throws
   */
  run(): Promise<string | undefined>;
}

/** An implementation does not keep what its port promises. */
export class ConformanceError extends Error {
  override readonly name = 'ConformanceError';
}

/** What became of each check. */
export interface ConformanceReport {
  readonly passed: readonly string[];
  readonly failed: readonly { readonly name: string; readonly error: unknown }[];
  /** Checks that had nothing to check, e.g. because the target has no `update`. */
  readonly skipped: readonly { readonly name: string; readonly why: string }[];
}

/**
 * Executes checks one after the other, for those without a test runner.
 *
 * @example
 * const { failed } = await runChecks(targetConformance({ create }));
 * for (const { name, error } of failed) console.error(name, error);
 */
export async function runChecks(checks: readonly ConformanceCheck[]): Promise<ConformanceReport> {
  const passed: string[] = [];
  const failed: { name: string; error: unknown }[] = [];
  const skipped: { name: string; why: string }[] = [];
  for (const { name, run } of checks) {
    try {
      const why = await run();
      if (why === undefined) passed.push(name);
      else skipped.push({ name, why });
    } catch (error) {
      failed.push({ name, error });
    }
  }
  return { passed, failed, skipped };
}

/** @throws ConformanceError with the sentence when it is not so */
export function must(holds: boolean, sentence: string): void {
  if (!holds) throw new ConformanceError(sentence);
}

/** Compares by their JSON, which is what a port hands over. */
export function mustEqual(found: unknown, wanted: unknown, what: string): void {
  const [have, want] = [JSON.stringify(found), JSON.stringify(wanted)];
  must(have === want, `${what}: expected ${short(want)}, found ${short(have)}.`);
}

function short(text: string | undefined): string {
  return text === undefined || text.length <= 400 ? String(text) : `${text.slice(0, 400)}…`;
}
