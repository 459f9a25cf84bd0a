import { describe, expect, it } from 'vitest';
import { readMapping } from './read-mapping.js';
import { erpOrder, held, item, resolved, sampleAddressIn, sold } from './sample.test.data.js';

/** 100 euro of goods to a country, with a mode and a rate. */
function to(country: string, vatMode: number, rate: number, changes: Record<string, unknown> = {}) {
  return erpOrder({
    ...sold([item(100, { TaxIndex: rate === 0 ? 0 : 1 })]),
    VatMode: vatMode,
    TaxRate1: rate === 0 ? 19 : rate,
    ShippingAddress: sampleAddressIn(country),
    ...changes,
  });
}

describe('tax', () => {
  it.each([
    ['DE', 0, 19, 'domestic'],
    ['DE', 1, 0, 'small-business'],
    ['CH', 3, 0, 'export'],
    ['CH', 0, 0, 'export'],
    ['FR', 0, 19, 'eu-home-rates'],
  ] as const)('goods to %s, VatMode %i, %i %% are %s without a table', (country, mode, rate, taxCase) => {
    expect(resolved(to(country, mode, rate)).tax.case).toBe(taxCase);
  });

  it.each([
    ['DE', 4, 0, 'tax-case-unmapped'],
    ['CH', 0, 19, 'tax-case-unmapped'],
    ['AT', 0, 0, 'tax-case-unmapped'],
    ['AT', 0, 20, 'oss-country-unmapped'],
    ['DE', 0, 18, 'tax-rate-unmapped'],
    ['AT', 2, 0, 'vat-id-missing'],
    ['DE', 2, 0, 'tax-case-contradiction'],
    ['CH', 2, 0, 'tax-case-contradiction'],
    ['DE', 3, 0, 'tax-case-contradiction'],
  ] as const)('goods to %s, VatMode %i, %i %% are held: %s', (country, mode, rate, reason) => {
    expect(held(to(country, mode, rate))[0]).toBe(reason);
  });

  it('takes an intra-community supply with a VAT id, in any spelling', () => {
    const { tax } = resolved(to('AT', 2, 0, { CustomerVatId: 'atu 123-456.78' }));
    expect(tax).toMatchObject({ case: 'intra-community', vatId: 'ATU12345678', country: 'AT' });
    const noId = { tax: { requireVatId: false } };
    expect(resolved(to('AT', 2, 0), noId).tax.vatId).toBeNull();
  });

  it('takes OSS rates from the table, and refuses the home rate where the table has others', () => {
    const tax = { oss: [{ country: 'AT', normal: 20, reduced: [10, 13] }] };
    const { tax: found, lines } = resolved(to('AT', 0, 13), { tax });
    expect(found).toMatchObject({ case: 'oss', normalRate: '20', reducedRate: '13' });
    expect(lines[0]?.taxClass).toBe('reduced');
    expect(held(to('AT', 0, 19), { tax })).toEqual(['tax-case-contradiction', 'lines']);
    expect(held(to('AT', 0, 21), { tax })).toEqual(['tax-rate-unmapped', 'lines']);
  });

  it('knows the rates of 2020, but not both normal rates in one order', () => {
    expect(resolved(to('DE', 0, 16)).tax).toMatchObject({ normalRate: '16', reducedRate: '7' });
    const mixed = erpOrder({
      ...sold([item(100), item(50, { TaxIndex: 2 })]),
      TaxRate2: 16,
    });
    expect(held(mixed)[0]).toBe('tax-rate-unmapped');
  });

  it('treats a case as the table says', () => {
    const cases = [
      { case: 'margin' as const, as: 'small-business' as const },
      { case: 'domestic' as const, as: 'hold' as const },
    ];
    expect(resolved(to('DE', 4, 0), { tax: { cases } }).tax.case).toBe('small-business');
    expect(held(to('DE', 0, 19), { tax: { cases } })[0]).toBe('tax-case-unmapped');
  });

  it('needs the rates of a home country other than Germany', () => {
    expect(() => readMapping({ tax: { homeCountry: 'AT' } })).toThrow('"mapping.tax.rates" is missing');
    const tax = { homeCountry: 'AT', rates: { normal: 20, reduced: [10, 13] } };
    expect(resolved(to('AT', 0, 20), { tax }).tax.case).toBe('domestic');
  });

  it.each([-1, 101, '19%', '19,5', null])('refuses the rate %j', (normal) => {
    expect(() => readMapping({ tax: { rates: { normal } } })).toThrow('mapping.tax.rates.normal');
  });
});
