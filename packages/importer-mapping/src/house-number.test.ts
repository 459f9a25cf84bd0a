import { expect, it } from 'vitest';
import { repeatedNumber, splitHouseNumber } from './house-number.js';

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

it.each([
  ['Musterstr.12', '12', 'Musterstr.12', 'Musterstr.', '12'],
  ['Musterstr. 12', '12', 'Musterstr. 12', 'Musterstr.', '12'],
  ['Musterweg 12 a', '12a', 'Musterweg 12 a', 'Musterweg', '12a'],
  ['Musterweg 12A', '12 a', 'Musterweg 12A', 'Musterweg', '12 a'],
  ['Musterweg 12', '12, 3. OG', 'Musterweg 12, 3. OG', 'Musterweg', '12, 3. OG'],
  ['Musterweg 12, 3. OG', '12', 'Musterweg 12, 3. OG', 'Musterweg', '12, 3. OG'],
  ['Musterweg 12, 3. OG', '12, 3. OG', 'Musterweg 12, 3. OG', 'Musterweg', '12, 3. OG'],
  ['Musterweg 12', '12a', 'Musterweg 12a', 'Musterweg', '12a'],
  ['Musterweg 12a', '12', 'Musterweg 12a', 'Musterweg', '12a'],
  ['Am Markt 12-14', '12 - 14', 'Am Markt 12-14', 'Am Markt', '12 - 14'],
  ['Straße des 17. Juni 135', '135', 'Straße des 17. Juni 135', 'Straße des 17. Juni', '135'],
])('%s with the number %s has it once', (street, number, whole, name, houseNumber) => {
  expect(repeatedNumber(street, number)).toEqual({ whole, name, houseNumber });
});

it.each([
  ['Musterweg', '12'],
  ['Musterweg 112', '12'],
  ['Musterweg 12', '112'],
  ['Musterweg 12a', '12b'],
  ['Q7', '24'],
  ['Q7', '7'],
  ['12', '12'],
  ['Am Markt 18/2', '2'],
  ['Straße des 17. Juni', '17'],
])('%s does not have the number %s', (street, number) => {
  expect(repeatedNumber(street, number)).toBeNull();
});
