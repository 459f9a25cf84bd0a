/** Two spellings of one name are equal: case, blanks, `_`, `-`, `.` and accents written apart do not count. */
export function sameName(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && nameKey(one) === nameKey(other);
}

/** @example nameKey('KLARNA_Invoice') === nameKey('Klarna invoice') */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_.-]+/gu, '');
}

/** Whether a criterion of a table (an id, or a name) fits a thing that has both. */
export function fitsIdOrName(criterion: string | undefined, id: string | null, name: string | null): boolean {
  if (criterion === undefined) return true;
  return criterion === id || sameName(criterion, name);
}
