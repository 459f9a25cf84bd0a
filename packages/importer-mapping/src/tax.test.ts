import type { ErpOrder } from 'importer-core';
import { describe, expect, it } from 'vitest';
import type { MappingSettings } from './mapping-tables.js';
import { readMapping } from './read-mapping.js';
import { erpOrder, held, item, resolve, resolved, sampleAddressIn, sold } from './sample.test.data.js';

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

/** The case of an order, or why it is held. */
function outcome(order: ErpOrder, settings: MappingSettings = {}): string {
  const result = resolve(order, settings);
  return result.outcome === 'held' ? result.reason : result.resolved.tax.case;
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
    expect(held(to('AT', 0, 19), { tax })).toEqual(['oss-rates-contradiction', 'lines']);
    expect(held(to('AT', 0, 21), { tax })).toEqual(['tax-rate-unmapped', 'lines']);
  });

  it.each([
    ['2020-06-30', 19, 'domestic'],
    ['2020-06-30', 16, 'tax-rate-unmapped'],
    ['2020-07-01', 16, 'domestic'],
    ['2020-12-31', 5, 'domestic'],
    ['2020-12-31', 7, 'tax-rate-unmapped'],
    ['2021-01-01', 16, 'tax-rate-unmapped'],
    ['2021-01-01', 7, 'domestic'],
  ])('a German rate counts on the day of the order: %s, %i %% is %s', (day, rate, wanted) => {
    expect(outcome(to('DE', 0, rate, { CreatedAt: `${day}T12:00:00`, ShippedAt: null }))).toBe(wanted);
  });

  it('takes the rates of the day of shipping, too, but not two normal rates in one order', () => {
    const late = { CreatedAt: '2020-12-30T12:00:00', ShippedAt: '2021-01-04T12:00:00' };
    expect(outcome(to('DE', 0, 19, late))).toBe('domestic');
    expect(outcome(to('DE', 0, 16, late))).toBe('domestic');
    const mixed = erpOrder({ ...sold([item(100), item(50, { TaxIndex: 2 })]), TaxRate2: 16, ...late });
    expect(held(mixed)[0]).toBe('tax-rate-unmapped');
  });

  it.each([
    ['CY', 19, { normal: 19, reduced: [9, 5] }],
    ['PL', 5, { normal: 23, reduced: [8, 5] }],
    ['SK', 19, { normal: 23, reduced: [19, 5] }],
    ['MT', 7, { normal: 18, reduced: [7, 5] }],
    ['LU', 16, { normal: 17, reduced: [16, 14, 8, 3] }],
  ])(
    'a rate of %s that is or was a German one, too (%i %%), is that country’s where it has a row',
    (country, rate, row) => {
      const order = to(country, 0, rate, { CreatedAt: '2026-11-20T12:00:00' });
      expect(outcome(order, { tax: { oss: [{ country, ...row }] } })).toBe('oss');
      expect(outcome(order)).toBe([19, 7].includes(rate) ? 'eu-home-rates' : 'oss-country-unmapped');
    },
  );

  it('takes the row of the day where a country’s rates have changed', () => {
    const oss = [
      { country: 'SK', normal: 20, reduced: [10], until: '2024-12-31' },
      { country: 'SK', normal: 23, reduced: [19, 5], from: '2025-01-01' },
    ];
    const on = (day: string, rate: number) =>
      outcome(to('SK', 0, rate, { CreatedAt: `${day}T12:00:00`, ShippedAt: null }), { tax: { oss } });
    expect([on('2024-12-31', 20), on('2025-01-01', 23), on('2025-01-01', 19)]).toEqual(['oss', 'oss', 'oss']);
    expect([on('2024-12-31', 23), on('2025-01-01', 20)]).toEqual(['tax-rate-unmapped', 'tax-rate-unmapped']);
    expect(() => readMapping({ tax: { oss: [{ country: 'SK', normal: 20, from: '2025-1-1' }] } })).toThrow(
      'mapping.tax.oss[0].from',
    );
  });

  it.each([
    ['AT', 20, 'domestic'],
    ['AT', 13, 'domestic'],
    ['AT', 19, 'tax-rate-unmapped'],
    ['DE', 20, 'eu-home-rates'],
    ['DE', 19, 'oss-country-unmapped'],
    ['CH', 20, 'tax-case-unmapped'],
  ])('an Austrian merchant’s goods to %s with %i %% are %s', (country, rate, wanted) => {
    const tax = { homeCountry: 'AT' };
    expect(outcome(to(country, 0, rate), { tax })).toBe(wanted);
  });

  it('an Austrian merchant sells to Germany with German rates by a row, and tax-free with a German VAT id', () => {
    const tax = { homeCountry: 'AT', oss: [{ country: 'DE', normal: 19, reduced: [7] }] };
    expect(outcome(to('DE', 0, 19), { tax })).toBe('oss');
    expect(outcome(to('DE', 2, 0, { CustomerVatId: 'DE136695976' }), { tax })).toBe('intra-community');
    expect(outcome(to('DE', 2, 0, { CustomerVatId: 'ATU12345678' }), { tax })).toBe('vat-id-unusable');
  });

  it.each(['n/a', 'keine', '-', '0', '000', 'N.A.', 'none'])('%j is no VAT id', (CustomerVatId) => {
    expect(outcome(to('AT', 2, 0, { CustomerVatId }))).toBe('vat-id-missing');
    expect(resolved(to('DE', 0, 19, { CustomerVatId })).tax.vatId).toBeNull();
  });

  it.each([
    'CHE123456788',
    'CHE-123.456.788 MWST',
    'DE136695976',
    'GB980780684',
    'U12345678',
    'ATU1234567',
    '12345678',
    'FR123',
  ])('%s makes no intra-community supply of a German merchant', (CustomerVatId) => {
    const order = to('AT', 2, 0, { CustomerVatId });
    expect(outcome(order)).toBe('vat-id-unusable');
    expect(outcome(order, { tax: { requireVatId: false } })).toBe('vat-id-unusable');
  });

  it.each(['ATU12345678', 'NL004495445B01', 'EL094259216', 'GR 094259216', 'XI123456789', 'FR 40 303265045'])(
    '%s does',
    (CustomerVatId) => {
      expect(outcome(to('AT', 2, 0, { CustomerVatId }))).toBe('intra-community');
    },
  );

  it.each([
    ['PL', 'PL', 23],
    ['PL', 'DE', 19],
    ['CZ', 'AT', 20],
    ['CN', 'DE', 0],
  ])('goods from %s to %s are held until a row says how they are booked', (from, country, rate) => {
    const order = to(country, 0, rate, { DeliverySourceCountryCode: from });
    const oss = ['AT', 'PL'].map((one) => ({ country: one, normal: [20, 23] }));
    expect(outcome(order, { tax: { oss } })).toBe('tax-case-unmapped');
    expect(held(order, { tax: { oss } })[1]).toBe('shipsFrom');
    expect(
      outcome(to(country, 0, rate === 0 ? 19 : rate, { DeliverySourceCountryCode: 'DE' }), { tax: { oss } }),
    ).not.toBe('tax-case-unmapped');
  });

  it('books goods from a warehouse abroad as the row for their way says', () => {
    const order = to('PL', 0, 23, { DeliverySourceCountryCode: 'PL' });
    const cases = [{ case: 'foreign-stock' as const, from: 'PL', to: ['PL', 'CZ'], as: 'oss' as const }];
    const tax = { cases, oss: [{ country: 'PL', normal: 23, reduced: [8, 5] }] };
    expect(resolved(order, { tax }).tax).toMatchObject({ case: 'oss', shipsFrom: 'PL', normalRate: '23' });
    expect(outcome(to('DE', 0, 19, { DeliverySourceCountryCode: 'PL' }), { tax })).toBe('tax-case-unmapped');
  });

  it('untaxed goods to Greece are no export, however the country is written', () => {
    expect(outcome(to('EL', 0, 0))).toBe('tax-case-unmapped');
    expect(outcome(to('EL', 3, 0))).toBe('tax-case-contradiction');
    expect(outcome(to('UK', 0, 0))).toBe('export');
  });

  it('treats a case as the table says', () => {
    const cases = [
      { case: 'margin' as const, as: 'small-business' as const },
      { case: 'domestic' as const, as: 'hold' as const },
    ];
    expect(resolved(to('DE', 4, 0), { tax: { cases } }).tax.case).toBe('small-business');
    expect(held(to('DE', 0, 19), { tax: { cases } })[0]).toBe('tax-case-unmapped');
  });

  it('needs the rates of a home country that it does not know', () => {
    expect(() => readMapping({ tax: { homeCountry: 'NL' } })).toThrow('"mapping.tax.rates" is missing');
    const tax = { homeCountry: 'NL', rates: { normal: 21, reduced: [9] } };
    expect(resolved(to('NL', 0, 21), { tax }).tax.case).toBe('domestic');
    const dated = {
      ...tax,
      rates: [
        { normal: 19, until: '2012-09-30' },
        { normal: 21, from: '2012-10-01' },
      ],
    };
    expect(outcome(to('NL', 0, 19), { tax: dated })).toBe('tax-rate-unmapped');
  });

  it.each([-1, 101, '19%', '19,5', null])('refuses the rate %j', (normal) => {
    expect(() => readMapping({ tax: { rates: { normal } } })).toThrow('mapping.tax.rates.normal');
  });
});
