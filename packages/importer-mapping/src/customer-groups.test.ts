import { expect, it } from 'vitest';
import { erpOrder, resolved, sampleAddressIn } from './sample.test.data.js';

const customerGroups = {
  default: 'Privat',
  table: [
    { company: true, vatId: true, group: 'B2B' },
    { country: 'AT', group: 'Ausland' },
    { tag: 'VIP', group: 'Stammkunden' },
  ],
};

it.each([
  [{}, 'Privat'],
  [{ InvoiceAddress: sampleAddressIn('DE', { Company: 'Beispiel GmbH' }) }, 'Privat'],
  [{ InvoiceAddress: sampleAddressIn('DE', { Company: 'Beispiel GmbH' }), CustomerVatId: 'DE 123' }, 'B2B'],
  [{ InvoiceAddress: sampleAddressIn('AT') }, 'Ausland'],
  [{ Tags: ['vip'] }, 'Stammkunden'],
])('%j is in the group %s', (changes, group) => {
  expect(resolved(erpOrder(changes), { customerGroups }).customerGroup).toBe(group);
});

it('takes the group of the shop before the default', () => {
  const shops = { table: [{ shop: 'Gartenladen', customerGroup: 'Web' }] };
  expect(resolved(erpOrder(), { customerGroups, shops }).customerGroup).toBe('Web');
});
