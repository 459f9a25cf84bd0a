/** Places whose number is no house number. */
const noStreet = /pack\s?station|postfach|postfiliale|paketshop|p\.?\s?o\.?\s?box/i;

/** A number at the end, perhaps with a letter, a range or a fraction: `7`, `12 a`, `3-5`, `18/2`. */
const atEnd = /^(.*\D)[ ,]+(\d{1,5}(?: ?[a-z])?(?: ?[-/+] ?\d{1,5}(?: ?[a-z])?)*)$/i;

/**
 * Takes the house number off a street, where it is clear which part it is.
 *
 * @example splitHouseNumber('Musterweg 7 b') // { street: 'Musterweg', houseNumber: '7 b' }
 * @example splitHouseNumber('Q7, 24') // { street: 'Q7', houseNumber: '24' }
 * @example splitHouseNumber('Straße des 17. Juni') // { street: 'Straße des 17. Juni', houseNumber: null }
 */
export function splitHouseNumber(street: string): { street: string; houseNumber: string | null } {
  if (street.length > 200 || noStreet.test(street)) return { street, houseNumber: null };
  const parts = atEnd.exec(street) ?? /^([A-Z]\d{1,2}),? (\d{1,3})$/.exec(street);
  const [, name, number] = parts ?? [];
  if (name === undefined || number === undefined) return { street, houseNumber: null };
  return { street: name.replace(/[ ,]+$/, ''), houseNumber: number };
}

/** A street whose house number stands in a field of its own as well. */
export interface RepeatedNumber {
  /** Without the number. */
  readonly name: string;
  readonly houseNumber: string;
  /** With the number, once. */
  readonly whole: string;
}

/** A number and what goes with it, at the end of a street or in a field of its own: `12`, `12 a`, `12, 3. OG`. */
const numbered = /^(.*?)(\d{1,5})(?: ?([a-z]))?(?![\p{L}\d])(\s*,.*)?$/iu;

/**
 * Finds a house number that Billbee has twice: at the end of the street and apart. Blanks and the case of letters do not
 * count, and each of the two may say more than the other.
 *
 * @returns null where the number is not in the street
 * @example repeatedNumber('Musterstr.12', '12')?.whole // 'Musterstr.12'
 * @example repeatedNumber('Musterweg 12', '12a, 3. OG')?.whole // 'Musterweg 12a, 3. OG'
 * @example repeatedNumber('Musterweg 112', '12') // null
 */
export function repeatedNumber(street: string, houseNumber: string): RepeatedNumber | null {
  if (street.length > 200 || houseNumber.length > 60) return null;
  const start = startOfEnd(street, houseNumber);
  if (isName(street.slice(0, Math.max(0, start)))) {
    return { name: withoutEnd(street.slice(0, start)), houseNumber, whole: street };
  }
  const [, name = '', digits, letter, tail = ''] = numbered.exec(street) ?? [];
  const [, before, ownDigits, ownLetter, ownTail = ''] = numbered.exec(houseNumber) ?? [];
  if (before !== '' || digits === undefined || digits !== ownDigits || !isName(name)) return null;
  if (letter && ownLetter && letter.toLowerCase() !== ownLetter.toLowerCase()) return null;
  const number = digits + (ownLetter ?? letter ?? '') + (ownTail || tail);
  const saysMore = (ownLetter && !letter) || (ownTail && !tail);
  return {
    name: withoutEnd(name),
    houseNumber: number,
    whole: saysMore ? `${withoutEnd(name)} ${number}` : street,
  };
}

/** Where the end of a text begins, blanks and case apart; -1 where the text does not end so. */
function startOfEnd(text: string, end: string): number {
  let rest = end.toLowerCase().replace(/\s+/g, '');
  for (let at = text.length - 1; at >= 0 && rest !== ''; at -= 1) {
    const letter = (text[at] ?? '').toLowerCase();
    if (/\s/.test(letter)) continue;
    if (!rest.endsWith(letter)) return -1;
    rest = rest.slice(0, -1);
    if (rest === '') return at;
  }
  return -1;
}

/** More than a number, and none that goes on: `11` before `2` is no name, nor is `18/`. */
function isName(text: string): boolean {
  return /\p{L}{2}/u.test(text) && !/[\d/+-]$/.test(text);
}

function withoutEnd(text: string): string {
  return text.replace(/[ ,]+$/, '');
}
