import { expect, it } from 'vitest';
import { erpOrder, held, resolve, resolved } from './sample.test.data.js';

const francs = erpOrder({ Currency: 'chf' });

it('pass unless they are to be held, with the rate of the table', () => {
  expect(resolved(francs).currency).toEqual({ code: 'CHF', exchangeRate: null });
  expect(resolve(francs).uses).toContainEqual(
    expect.objectContaining({
      table: 'currencies',
      state: 'default',
      remedy: { currencies: { table: [{ currency: 'CHF' }] } },
    }),
  );
  expect(held(francs, { currencies: { unmapped: 'hold' } })).toEqual(['currency-unmapped', 'currency']);
  const table = [{ currency: 'CHF', exchangeRate: '0.9512' }];
  expect(resolved(francs, { currencies: { unmapped: 'hold', table } }).currency.exchangeRate).toBe('0.9512');
  expect(resolved(erpOrder(), { currencies: { unmapped: 'hold' } }).currency.code).toBe('EUR');
});
