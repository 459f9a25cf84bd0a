import { expect, it } from 'vitest';
import { commandData } from '../protocol/commands.js';
import { stockLevel } from './sendlistlager.js';

const level = (record: object) => {
  const [read] = commandData.sendlistlager.parse([{ nummer: 'A-1', anzahl_lager: 5, ...record }]);
  return read && stockLevel(read);
};

it.each([
  ['the stock', {}, { sku: 'A-1', quantity: '5' }],
  [
    'the number kept for this shop',
    { artikelnummer_fremdnummern: [{ nummer: 'BB-1', aktiv: '1' }] },
    { sku: 'BB-1', quantity: '5' },
  ],
  [
    'not a number that is switched off',
    { artikelnummer_fremdnummern: [{ nummer: 'BB-1', aktiv: '0' }] },
    { sku: 'A-1', quantity: '5' },
  ],
  ['nothing when sold out', { ausverkauft: '1', pseudolager: '9' }, { sku: 'A-1', quantity: '0' }],
  ['the pseudo stock', { pseudolager: '9' }, { sku: 'A-1', quantity: '9' }],
  ['a stock of 0', { anzahl_lager: 0 }, { sku: 'A-1', quantity: '0' }],
  ['a fraction with a comma', { anzahl_lager: '2,5' }, { sku: 'A-1', quantity: '2.5' }],
  ['not an article that is to be left alone', { artikel: 'ignore' }, undefined],
  ['not an article without stock to report', { anzahl_lager: '' }, undefined],
  ['not an article without a number', { nummer: ' ' }, undefined],
  ['not what is no number', { anzahl_lager: 'viele' }, undefined],
])('reports %s', (_what, record, expected) => {
  expect(level(record)).toEqual(expected);
});
