import fc from 'fast-check';
import { expect, it } from 'vitest';
import { prepareOrder } from '../import/prepare-order.js';
import { sampleItem, sampleOrder } from '../order/sample-orders.test.data.js';
import { coreCatalogues, createWording } from './index.js';

const secret = 'Erika Beispiel';
const personal = (text: string) => `${text} ${secret}`;
const wordings = (['de', 'en'] as const).map((language) =>
  createWording({ language, catalogues: coreCatalogues }),
);

/** Values that break an order, some of them with a person's name in a place where it does not belong. */
const broken = fc.record(
  {
    BillBeeOrderId: fc.constantFrom(300000180937794, personal('id'), null),
    CreatedAt: fc.constantFrom('2026-01-05T10:00:00', personal('on')),
    TotalCost: fc.constantFrom(1, -5, personal('12.50'), null),
    Currency: fc.constantFrom('EUR', personal('EUR'), null),
    TaxRate1: fc.constantFrom(19, 1900),
    VatMode: fc.constantFrom(0, 77),
    IsCancelationFor: fc.constantFrom(null, personal('order of')),
    OrderItems: fc.constantFrom(
      null,
      [],
      [sampleItem({ Quantity: personal('2') })],
      [sampleItem({ Quantity: 0 })],
      [sampleItem({ TaxAmount: 900 })],
      [personal('item')],
    ),
    InvoiceAddress: fc.constant({ LastName: secret, Street: secret, Email: 'erika@example.com' }),
    SellerComment: fc.constant(secret),
  },
  { requiredKeys: ['InvoiceAddress'] },
);

it('holds orders with reasons that name nobody, in values and in words', () => {
  let held = 0;
  fc.assert(
    fc.property(broken, (changes) => {
      const { result } = prepareOrder()(sampleOrder(changes));
      if (result.outcome !== 'held') return;
      held += 1;
      const said = wordings.map((wording) => wording.say({ code: result.reason, ...result }));
      expect(JSON.stringify([result, said])).not.toMatch(/Erika|Beispiel|erika@/);
      expect(wordings[0]?.title(result.reason)).not.toBe(result.reason);
    }),
  );
  expect(held).toBeGreaterThan(20);
});
