/**
 * Text that PostgreSQL can hold: it has no NUL and no half of a surrogate pair.
 *
 * For words and codes of our own; payloads are kept as escaped JSON text, which needs no change.
 */
export function sqlText(text: string): string {
  return text.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

/** JSON for a recordset parameter. */
export function recordset(rows: readonly object[]): string {
  return JSON.stringify(rows);
}
