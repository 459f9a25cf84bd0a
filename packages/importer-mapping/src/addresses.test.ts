import { describe, expect, it } from 'vitest';
import { erpOrder, held, resolved, sampleAddressIn } from './sample.test.data.js';

const home = sampleAddressIn('DE', {
  Company: 'Beispiel GmbH',
  NameAddition: 'Lager 2',
  Street: 'Musterweg',
  HouseNumber: '7 b',
  Line2: 'Hinterhaus',
});
const billing = (settings = {}) =>
  resolved(erpOrder({ InvoiceAddress: home }), { addresses: settings }).billing;

describe('addresses', () => {
  it('put company, person, house number and additions together', () => {
    expect(billing()).toMatchObject({
      name: 'Beispiel GmbH',
      isCompany: true,
      contact: 'Erika Beispiel',
      department: null,
      street: 'Musterweg 7 b',
      houseNumber: null,
      addition: 'Lager 2, Hinterhaus',
      email: 'erika@example.com',
    });
    expect(billing({ houseNumber: 'separate', nameAddition: 'department' })).toMatchObject({
      department: 'Lager 2',
      street: 'Musterweg',
      houseNumber: '7 b',
      addition: 'Hinterhaus',
    });
    expect(billing({ companyAddress: 'person' })).toMatchObject({
      name: 'Erika Beispiel',
      contact: null,
      department: 'Beispiel GmbH',
    });
  });

  it('do not repeat a house number that is in the street already', () => {
    const twice = sampleAddressIn('DE', { Street: 'Musterweg 7', HouseNumber: '7' });
    expect(resolved(erpOrder({ InvoiceAddress: twice })).billing.street).toBe('Musterweg 7');
  });

  it.each([
    ['separate', 'Musterstr.', '12'],
    ['in-street', 'Musterstr.12', null],
    ['as-is', 'Musterstr.12', '12'],
  ] as const)('with %s, a number without a blank before it is there once', (houseNumber, street, number) => {
    const twice = sampleAddressIn('DE', { Street: 'Musterstr.12', HouseNumber: '12' });
    const { billing: found } = resolved(erpOrder({ InvoiceAddress: twice }), { addresses: { houseNumber } });
    expect(found).toMatchObject({ street, houseNumber: number });
  });

  it.each([
    '-',
    '--',
    'n/a',
    'N.A.',
    'keine',
    '0',
    ' . ',
    'Erika Beispiel',
    'BEISPIEL, Erika',
    'Beispiel Erika',
    'privat',
  ])('the company %j makes nobody a business', (Company) => {
    const order = erpOrder({ InvoiceAddress: sampleAddressIn('DE', { Company }) });
    const { billing: found, customerGroup } = resolved(order, {
      customerGroups: { table: [{ company: true, group: 'B2B' }] },
    });
    expect(found).toMatchObject({ isCompany: false, company: null, name: 'Erika Beispiel', contact: null });
    expect(customerGroup).toBeNull();
  });

  it('leave out a delivery address that is the same, however it is written', () => {
    const same = { ...home, Street: 'MUSTERWEG 7 b', HouseNumber: null, Email: null };
    expect(resolved(erpOrder({ InvoiceAddress: home, ShippingAddress: same })).delivery).toBeNull();
    const other = { ...home, City: 'Leipzig' };
    expect(resolved(erpOrder({ InvoiceAddress: home, ShippingAddress: other })).delivery?.city).toBe(
      'Leipzig',
    );
  });

  it('use the only one for both, and hold an order without any', () => {
    const order = erpOrder({ InvoiceAddress: null, ShippingAddress: home });
    expect(resolved(order)).toMatchObject({ billing: { name: 'Beispiel GmbH' }, delivery: null });
    expect(held(erpOrder({ InvoiceAddress: null }))).toEqual(['address-missing', 'billingAddress']);
    expect(held(erpOrder({ InvoiceAddress: sampleAddressIn('') }))).toEqual([
      'address-country-missing',
      'billingAddress.countryCode',
    ]);
  });
});
