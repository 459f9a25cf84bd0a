import { expect, it } from 'vitest';
import { erpOrder, item, resolved, sold } from './sample.test.data.js';

const order = erpOrder(
  sold([
    item(10, {
      Attributes: [
        { Name: 'Farbe', Value: 'rot' },
        { Name: null, Value: 'groß' },
      ],
    }),
  ]),
);
const line = (settings = {}) => resolved(order, { lines: settings }).lines[0];

it('have their options in the description, in the title, or nowhere', () => {
  expect(line()).toMatchObject({ title: 'Gartenbank Eiche', description: 'Farbe: rot\ngroß' });
  expect(line({ attributes: 'title' })).toMatchObject({
    title: 'Gartenbank Eiche (Farbe: rot, groß)',
    description: null,
  });
  expect(line({ title: 'erp', attributes: 'omit' })).toMatchObject({ title: null, description: null });
});

it('a surcharge is one of them, with an article of its own', () => {
  const surcharge = erpOrder({
    ...sold([item(10)]),
    TotalCost: 12,
    AdjustmentCost: 2,
    AdjustmentReason: 'Eile',
  });
  expect(resolved(surcharge, { discounts: { surchargeArticle: 'EILE' } }).lines[1]).toMatchObject({
    role: 'surcharge',
    title: 'Eile',
    article: { number: 'EILE' },
    totalGross: '2.00',
  });
});
