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

/** What people write into a field that they do not want to fill in. */
const placeholders = new Set(
  'na|n/a|none|no|null|nil|keine|kein|keiner|nein|nichts|nix|entfällt|privat|privatperson|privatkunde|private|x|xx|xxx|test'.split(
    '|',
  ),
);

/** A company's name; null for `-`, `n/a`, `keine` and for the person's own name. */
export function companyName(
  company: string | null,
  firstName: string | null,
  lastName: string | null,
): string | null {
  if (company === null) return null;
  const key = nameKey(company);
  if (!/[\p{L}\p{N}]/u.test(key) || key === '0' || placeholders.has(key)) return null;
  const [first, last] = [nameKey(firstName ?? ''), nameKey(lastName ?? '')];
  const own = [first + last, last + first, `${last},${first}`];
  return own.includes(key) ? null : company;
}
