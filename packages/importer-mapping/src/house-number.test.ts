import { expect, it } from 'vitest';
import { splitHouseNumber } from './house-number.js';

it.each([
  ['Musterweg 7', 'Musterweg', '7'],
  ['Musterweg 7 b', 'Musterweg', '7 b'],
  ['Am Markt 12-14', 'Am Markt', '12-14'],
  ['Hauptstr. 18/2', 'Hauptstr.', '18/2'],
  ['Q7, 24', 'Q7', '24'],
  ['Straße des 17. Juni 135', 'Straße des 17. Juni', '135'],
  ['Straße des 17. Juni', 'Straße des 17. Juni', null],
  ['Packstation 145', 'Packstation 145', null],
  ['Postfach 12 34 56', 'Postfach 12 34 56', null],
  ['7 Rue de la Paix', '7 Rue de la Paix', null],
  ['', '', null],
])('%s', (street, name, number) => {
  expect(splitHouseNumber(street)).toEqual({ street: name, houseNumber: number });
});

it('is quick with long texts', () => {
  expect(splitHouseNumber(`${'1 '.repeat(100_000)}x`).houseNumber).toBeNull();
});
