import { describe, expect, it } from 'vitest';
import { erpOrder, held, resolved, sampleAddressIn } from './sample.test.data.js';

const table = [
  { provider: 'DHL', product: 'DHL Paket', country: ['AT', 'CH'], method: 'dhl_eu' },
  { provider: '300000000012345', method: 'dhl' },
  { profile: 'Express', method: 'express' },
];
const method = (changes: Record<string, unknown>, settings = { table }) =>
  resolved(erpOrder(changes), { shipping: settings }).shipping;

describe('shipping', () => {
  it('needs every criterion of a row, ids and names alike', () => {
    expect(method({})).toEqual({ method: 'dhl', mapped: true, autoShip: null });
    expect(method({ ShippingAddress: sampleAddressIn('AT') }).method).toBe('dhl_eu');
    const other = {
      ShippingProviderId: 1,
      ShippingProviderName: 'Andere',
      ShippingProviderProductName: null,
    };
    expect(method({ ...other, ShippingProfileName: 'express' }).method).toBe('express');
    expect(method(other)).toEqual({ method: '300000000023456', mapped: false, autoShip: null });
  });

  it('has a default for everything else, nothing included', () => {
    const nothing = {
      ShippingProviderId: null,
      ShippingProviderName: null,
      ShippingProviderProductId: null,
      ShippingProviderProductName: null,
    };
    expect(method(nothing).method).toBeNull();
    expect(resolved(erpOrder(nothing), { shipping: { table, default: 'dhl' } }).shipping).toMatchObject({
      method: 'dhl',
      mapped: true,
    });
    expect(held(erpOrder(nothing), { shipping: { unmapped: 'hold' } })).toEqual([
      'shipping-unmapped',
      'shipping',
    ]);
  });
});
