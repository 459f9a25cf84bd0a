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
