import { expect, it } from 'vitest';
import { erpOrder, resolved } from './sample.test.data.js';

const order = erpOrder({
  SellerComment: 'Zerbrechlich',
  CustomInvoiceNote: 'Vielen Dank',
  Tags: ['Eilig', 'B2B'],
  Comments: [
    { FromCustomer: true, Text: 'Bitte klingeln', Created: '2026-11-20T10:00:00' },
    { FromCustomer: true, Text: 'Danke!', Created: '2026-11-20T09:00:00' },
    { FromCustomer: false, Text: 'intern', Created: '2026-11-20T09:00:00' },
  ],
});

it('go where they are wanted, in the sequence that is wanted', () => {
  expect(resolved(order).texts).toEqual({
    internal: 'Kunde: Danke!\nKunde: Bitte klingeln\nZerbrechlich\nTags: Eilig, B2B',
    printed: 'Vielen Dank',
  });
  const texts = {
    internal: ['billbee-id', 'payment', 'shop'] as const,
    printed: [],
    headings: { 'billbee-id': 'Billbee', payment: '' },
    separator: ' | ',
  };
  expect(resolved(order, { texts: { ...texts, internal: [...texts.internal] } }).texts).toEqual({
    internal: 'Billbee: 300000180937794 | PayPal | Shop: Gartenladen',
    printed: null,
  });
});
