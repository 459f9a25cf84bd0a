import { address, item, order } from './billbee-order.test.data.js';
import type { GoldenCase } from './golden-case.test.data.js';

const mapping = (tables: object): { bbMapping: string } => ({ bbMapping: JSON.stringify(tables) });
const oss = mapping({
  tax: {
    oss: [
      { country: 'NL', normal: 21, reduced: 9 },
      { country: 'AT', normal: 20, reduced: [10, 13] },
    ],
  },
});
const vatId = { CustomerVatId: 'ATU 1234 5678' };

export const taxCases: readonly GoldenCase[] = [
  {
    name: 'one article at 19 %',
    why: 'the plain case, with shipping in the field for it',
    order: order([item(3498.6)], 114.24),
    wanted: {
      amounts: { gross: '3612.84', rates: { 19: '3612.84' }, shipping: '114.24' },
      cart: { ust_befreit: '0', steuerfrei: '0', steuersatz_normal: '19', steuersatz_ermaessigt: '7' },
      lines: [{ articleid: 'BANK-01', umsatzsteuer: 'normal', price_netto: '2940' }],
    },
  },
  {
    name: 'everything at 7 %',
    why: 'OpenXE would tax the shipping field at 19 %, so it becomes a position',
    order: order([item(10.7, { rate: 2 })], 4.9),
    wanted: {
      amounts: { gross: '15.60', rates: { 7: '15.60' }, shipping: '4.90' },
      cart: { versandkostennetto: '0' },
      lines: [
        { umsatzsteuer: 'ermaessigt' },
        { articleid: 'VERSAND', name: 'Versandkosten', umsatzsteuer: 'ermaessigt', lagerartikel: 0 },
      ],
    },
  },
  {
    name: 'everything at 7 %, no shipping article',
    why: 'without an article the shipping cost has no place',
    order: order([item(10.7, { rate: 2 })], 4.9),
    settings: { bbShippingArticle: '' },
    wanted: { held: 'shipping-article-missing', says: /mapping\.shippingCost\.article/ },
  },
  {
    name: 'everything at 7 %, free shipping, no shipping article',
    why: 'nothing to book, nothing to hold',
    order: order([item(10.7, { rate: 2 })]),
    settings: { bbShippingArticle: '' },
    wanted: { amounts: { gross: '10.70', rates: { 7: '10.70' } } },
  },
  {
    name: 'both rates',
    why: 'each position in its class; shipping at the higher one',
    order: order([item(11.9), item(10.7, { rate: 2, SKU: 'HONIG' })], 5.95),
    wanted: { amounts: { gross: '28.55', rates: { 19: '17.85', 7: '10.70' }, shipping: '5.95' } },
  },
  {
    name: 'a position without tax beside taxed ones',
    why: 'no tax index means no tax, not the normal rate',
    order: order([item(11.9), item(3, { rate: null, SKU: 'PFAND' })]),
    wanted: {
      amounts: { gross: '14.90', rates: { 19: '11.90', 0: '3.00' } },
      lines: [{}, { umsatzsteuer: 'befreit', steuersatz: '0' }],
    },
  },
  {
    name: 'the rates of 2020',
    why: 'Germany had 16 % and 5 % for half a year',
    order: order([item(11.6), item(10.5, { rate: 2 })], 0, {
      TaxRate1: 16,
      TaxRate2: 5,
      CreatedAt: '2020-12-31T22:59:59Z',
    }),
    wanted: {
      amounts: { gross: '22.10', rates: { 16: '11.60', 5: '10.50' } },
      cart: { steuersatz_normal: '16', steuersatz_ermaessigt: '5', bestelldatum: '2020-12-31' },
    },
  },
  {
    name: 'the rates of 2020 when they no longer count',
    why: 'in UTC it is still 2020, for the merchant it is the new year with 19 % again',
    order: order([item(11.6)], 0, { TaxRate1: 16, CreatedAt: '2020-12-31T23:30:00Z', ShippedAt: null }),
    wanted: { held: 'tax-rate-unmapped' },
  },
  {
    name: 'New Year in the merchant’s time zone',
    why: 'one instant is one day, however Billbee writes it',
    order: order([item(11.9)], 0, { CreatedAt: '2025-12-31T23:30:00+00:00', ShippedAt: null }),
    wanted: { amounts: { gross: '11.90', rates: { 19: '11.90' } }, cart: { bestelldatum: '2026-01-01' } },
  },
  {
    name: 'goods from a warehouse abroad',
    why: 'a Polish sale is no German one with another rate',
    order: order([item(12.3)], 0, {
      TaxRate1: 23,
      DeliverySourceCountryCode: 'PL',
      ShippingAddress: address({ CountryISO2: 'PL', Country: 'PL' }),
    }),
    wanted: { held: 'tax-case-unmapped' },
  },
  {
    name: 'intra-community supply with no VAT id but a word',
    why: 'whoever has no VAT id pays tax',
    order: order([item(100)], 0, {
      VatMode: 2,
      CustomerVatId: 'keine',
      ShippingAddress: address({ CountryISO2: 'AT', Country: 'AT' }),
    }),
    wanted: { held: 'vat-id-missing' },
  },
  {
    name: 'small business',
    why: 'VatMode 1 shows no tax: net is what is paid',
    order: order([item(25)], 5, { VatMode: 1 }),
    wanted: {
      amounts: { gross: '30.00', rates: { 0: '30.00' }, shipping: '5.00' },
      cart: { ust_befreit: '3', steuerfrei: '1', versandkostennetto: '5' },
    },
  },
  {
    name: 'intra-community supply',
    why: 'VatMode 2 with a VAT id, which OpenXE also takes from the delivery address',
    order: order(
      [item(100)],
      10,
      { VatMode: 2, ...vatId, ShippingAddress: address({ CountryISO2: 'AT', City: 'Wien' }) },
      'AT',
    ),
    wanted: {
      amounts: { gross: '110.00', rates: { 0: '110.00' }, shipping: '10.00' },
      cart: { ust_befreit: '1', ustid: 'ATU12345678', lieferadresse_ustid: 'ATU12345678' },
    },
  },
  {
    name: 'intra-community supply without a VAT id',
    why: 'OpenXE would add tax, and the tax office would too',
    order: order([item(100)], 10, { VatMode: 2 }, 'AT'),
    wanted: { held: 'vat-id-missing' },
  },
  {
    name: 'intra-community supply without a VAT id, allowed',
    why: 'the tables may allow it; then it must not be case 1 in OpenXE, which adds tax',
    order: order([item(100)], 10, { VatMode: 2 }, 'AT'),
    settings: mapping({ tax: { requireVatId: false } }),
    wanted: {
      amounts: { gross: '110.00', rates: { 0: '110.00' }, shipping: '10.00' },
      cart: { ust_befreit: '3' },
    },
  },
  {
    name: 'export',
    why: 'VatMode 3',
    order: order([item(80)], 20, { VatMode: 3 }, 'CH'),
    wanted: {
      amounts: { gross: '100.00', rates: { 0: '100.00' }, shipping: '20.00' },
      cart: { ust_befreit: '2' },
    },
  },
  {
    name: 'margin scheme',
    why: 'VatMode 4: nothing in the order shows how it is to be booked',
    order: order([item(80)], 0, { VatMode: 4 }),
    wanted: { held: 'tax-case-unmapped', says: /margin/ },
  },
  {
    name: 'margin scheme, mapped',
    why: 'the tables say that it is booked without tax',
    order: order([item(80)], 0, { VatMode: 4 }),
    settings: mapping({ tax: { cases: [{ case: 'margin', as: 'margin' }] } }),
    wanted: { amounts: { gross: '80.00', rates: { 0: '80.00' } }, cart: { ust_befreit: '3' } },
  },
  {
    name: 'OSS at 21 %',
    why: 'foreign rates must be the order’s own, or OpenXE divides by 1.19',
    order: order([item(12.1)], 6.05, { TaxRate1: 21, TaxRate2: 9 }, 'NL'),
    settings: oss,
    wanted: {
      amounts: { gross: '18.15', rates: { 21: '18.15' }, shipping: '6.05' },
      cart: { ust_befreit: '0', steuersatz_normal: '21', steuersatz_ermaessigt: '9' },
      lines: [{ price_netto: '10' }],
    },
  },
  {
    name: 'OSS at a reduced rate only',
    why: 'a foreign reduced rate is the reduced class, so shipping is a position',
    order: order([item(11)], 5.5, { TaxRate1: 10, TaxRate2: 0 }, 'AT'),
    settings: oss,
    wanted: {
      amounts: { gross: '16.50', rates: { 10: '16.50' }, shipping: '5.50' },
      cart: { steuersatz_normal: '20', steuersatz_ermaessigt: '10' },
      lines: [{ umsatzsteuer: 'ermaessigt' }, { articleid: 'VERSAND' }],
    },
  },
  {
    name: 'OSS, country not in the tables',
    why: 'which of the country’s rates is the normal one cannot be guessed',
    order: order([item(12.3)], 0, { TaxRate1: 23 }, 'PL'),
    settings: oss,
    wanted: { held: 'oss-country-unmapped', says: /PL/ },
  },
  {
    name: 'to another EU country below the threshold',
    why: 'taxed at home: OpenXE by itself would call it intra-community',
    order: order([item(119)], 0, {}, 'FR'),
    wanted: { amounts: { gross: '119.00', rates: { 19: '119.00' } }, cart: { ust_befreit: '0' } },
  },
  {
    name: 'taxed, but to Switzerland',
    why: 'a contradiction that a person has to solve',
    order: order([item(119)], 0, {}, 'CH'),
    wanted: { held: 'tax-case-unmapped', says: /third-country-taxed/ },
  },
  {
    name: 'Swiss francs, export',
    why: 'the currency is sent, amounts are not converted',
    order: order([item(49.95)], 9.9, { VatMode: 3, Currency: 'CHF' }, 'CH'),
    wanted: {
      amounts: { gross: '59.85', rates: { 0: '59.85' }, shipping: '9.90' },
      cart: { waehrung: 'CHF' },
    },
  },
];
