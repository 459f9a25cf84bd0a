import { expect, it } from 'vitest';
import { readMapping } from './read-mapping.js';
import { resolveMapping } from './resolve-mapping.js';
import { erpOrder, item, sold } from './sample.test.data.js';
import { MappingSurvey, mergeRemedies } from './survey-mapping.js';

it('counts orders per value, gives an example, and the JSON that puts it right', () => {
  const survey = new MappingSurvey();
  const tables = readMapping({ shops: { unmapped: 'pass' }, shipping: { default: 'dhl' } });
  const orders = [
    erpOrder({ OrderNumber: 'A-1' }),
    erpOrder({ PaymentMethod: 63, OrderNumber: 'A-2' }),
    erpOrder({ PaymentMethod: 63, ...sold([item(5), item(5)]) }),
    erpOrder({ VatMode: 4 }),
  ];
  for (const order of orders) survey.add(order, resolveMapping(order, tables).uses);
  expect(
    survey.unmapped.map(({ value, orders: count, example }) => [value, count, example.orderNumber]),
  ).toEqual([
    ['margin to DE (no tax)', 1, null],
    ['PayPal (3)', 2, 'A-1'],
    ['Stripe (63)', 2, 'A-2'],
  ]);
  expect(survey.mapped.map(({ table }) => table)).toEqual(
    expect.arrayContaining(['shops', 'tax', 'shipping', 'currencies', 'articles']),
  );
  expect(survey.mapped.find(({ table }) => table === 'articles')).toMatchObject({
    value: 'BANK-01',
    orders: 4,
  });
  expect(mergeRemedies(survey.unmapped)).toEqual({
    tax: { cases: [{ case: 'margin', as: '…' }] },
    payments: {
      table: [
        { type: 3, method: '…' },
        { type: 63, method: '…' },
      ],
    },
  });
});
