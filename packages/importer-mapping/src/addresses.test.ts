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
