/** What has to be there before a test: a build, the browsers, PHP. */
export type Need = 'packages' | 'extension' | 'browsers' | 'php';

/** Files by what they need; one that none of these names, as every unit test, needs nothing. */
const needs: readonly (readonly [RegExp, readonly Need[]])[] = [
  [/^test\/browser\//, ['packages', 'extension', 'browsers']],
  [/^test\/packed\//, ['packages', 'browsers']],
  [/^test\/(?:integration|long)\//, ['packages']],
  [/^test\/(?:integration|long)\/openxe/, ['php']],
  [/^test\/integration\/start\./, ['extension']],
];

/**
 * What test files need together.
 *
 * @param files - paths from the repository's folder, e.g. `test/integration/openxe.test.ts`
 */
export function needsOf(files: readonly string[]): ReadonlySet<Need> {
  return new Set(
    files.flatMap((file) => needs.flatMap(([pattern, needed]) => (pattern.test(file) ? needed : []))),
  );
}
