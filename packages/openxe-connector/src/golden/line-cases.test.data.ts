import { expect } from 'vitest';
import { item, order } from './billbee-order.test.data.js';
import type { GoldenCase } from './golden-case.test.data.js';

const mapping = (tables: object): { bbMapping: string } => ({ bbMapping: JSON.stringify(tables) });
const noSku = { SKU: null, InvoiceSKU: null };

export const lineCases: readonly GoldenCase[] = [
  {
    name: 'three for ten',
    why: '3.33 a piece would lose a cent',
    order: order([item(10, { Quantity: 3 })]),
    wanted: { amounts: { gross: '10.00' }, lines: [{ quantity: '3', price_netto: '2.80112045' }] },
  },
  {
    name: 'many pieces at an uneven price',
    why: 'eight digits must carry a thousand pieces',
    order: order([item(333.33, { Quantity: 1000 })]),
    wanted: { amounts: { gross: '333.33' } },
  },
  {
    name: 'more pieces than eight digits can carry',
    why: 'OpenXE’s own sum would be off by cents: held with the difference',
    order: order([item(10_000.01, { Quantity: 7_000_000 })]),
    wanted: { held: 'erp-total-differs', says: /difference -?\d+\.\d\d/ },
  },
  {
    name: 'half a metre',
    why: 'fractional quantities',
    order: order([item(4.45, { Quantity: 2.5 })]),
    wanted: { amounts: { gross: '4.45' }, lines: [{ quantity: '2.5' }] },
  },
  {
    name: 'a quantity with five decimals',
    why: 'OpenXE keeps four, and would charge something else',
    order: order([item(4.45, { Quantity: 0.33333 })]),
    wanted: { held: 'quantity-unusable' },
  },
  {
    name: 'thirty positions of a cent and a half',
    why: 'halves of a cent must not add up to something else',
    order: order(Array.from({ length: 30 }, (_, index) => item(0.99, { SKU: `A-${index}`, Quantity: 7 }))),
    wanted: { amounts: { gross: '29.70' } },
  },
  {
    name: 'a free extra',
    why: 'a price of 0 stays a position',
    order: order([item(19.9), item(0, { SKU: 'GRATIS' })]),
    wanted: { amounts: { gross: '19.90' }, lines: [{}, { articleid: 'GRATIS', price_netto: '0' }] },
  },
  {
    name: 'a position of nothing',
    why: 'quantity 0 at price 0 is no position',
    order: order([item(19.9), item(0, { Quantity: 0 })]),
    wanted: { amounts: { gross: '19.90' }, lines: [{}] },
  },
  {
    name: 'a discount of 2 % inside the price',
    why: 'Billbee’s total of a position is after its discount',
    order: order([item(158.76, { UnrebatedTotalPrice: 162, Discount: 2 })], 12),
    wanted: { amounts: { gross: '170.76', shipping: '12.00' }, lines: [{ rabatt: 0 }] },
  },
  {
    name: 'a discount of its own',
    why: 'a negative position, never OpenXE’s discount field, which is fatal without an article',
    order: order([item(100), item(-10, { ...noSku, Title: 'Mengenrabatt' })]),
    wanted: {
      amounts: { gross: '90.00', discount: '-10.00' },
      lines: [{}, { articleid: 'RABATT', name: 'Mengenrabatt', lagerartikel: 0, umsatzsteuer: 'normal' }],
    },
  },
  {
    name: 'a discount without a discount article',
    why: 'there is no place for it',
    order: order([item(100), item(-10, noSku)]),
    settings: { bbDiscountArticle: '' },
    wanted: { held: 'discount-article-missing' },
  },
  {
    name: 'discounts at both rates',
    why: 'each lowers the tax of its own rate',
    order: order([item(100), item(50, { rate: 2 }), item(-10, noSku), item(-5, { ...noSku, rate: 2 })]),
    wanted: { amounts: { gross: '135.00', rates: { 19: '90.00', 7: '45.00' }, discount: '-15.00' } },
  },
  {
    name: 'articles of its own for a rate',
    why: 'accounting may want a discount article per rate',
    order: order([item(100), item(50, { rate: 2 }), item(-5, { ...noSku, rate: 2 })]),
    settings: mapping({ discounts: { article: 'R19', table: [{ taxRate: 7, article: 'R7' }] } }),
    wanted: {
      amounts: { gross: '145.00', rates: { 19: '100.00', 7: '45.00' }, discount: '-5.00' },
      lines: [{}, {}, { articleid: 'R7' }],
    },
  },
  {
    name: 'discounts wanted in the ERP’s discount field',
    why: 'OpenXE’s is not safe, so they are positions all the same',
    order: order([item(100), item(-10, noSku)]),
    settings: mapping({ discounts: { as: 'header', article: 'R' } }),
    wanted: { amounts: { gross: '90.00', discount: '-10.00' }, lines: [{}, { articleid: 'R' }] },
  },
  {
    name: 'a coupon',
    why: 'Billbee counts it as a payment: no tax',
    order: order([item(59.5), item(-5, { ...noSku, IsCoupon: true, Title: 'Gutschein DANKE5', rate: null })]),
    wanted: {
      amounts: { gross: '54.50', rates: { 19: '59.50', 0: '-5.00' }, discount: '-5.00' },
      lines: [{}, { articleid: 'RABATT', name: 'Gutschein DANKE5', umsatzsteuer: 'befreit' }],
    },
  },
  {
    name: 'a coupon with a number of its own',
    why: 'an article of the ERP that is named like it',
    order: order([item(59.5), item(-5, { SKU: 'GS-5', IsCoupon: true, rate: null })]),
    wanted: { amounts: { gross: '54.50', rates: { 19: '59.50', 0: '-5.00' }, discount: '-5.00' } },
  },
  {
    name: 'a surcharge',
    why: 'AdjustmentCost that the total contains',
    order: order([item(50)], 0, { AdjustmentCost: 2.5, AdjustmentReason: 'Expresszuschlag' }),
    wanted: { amounts: { gross: '52.50' }, lines: [{}, { articleid: 'RABATT', name: 'Expresszuschlag' }] },
  },
  {
    name: 'a deduction for the whole order',
    why: 'AdjustmentCost below zero',
    order: order([item(50)], 0, { AdjustmentCost: -2.5 }),
    wanted: { amounts: { gross: '47.50', discount: '-2.50' } },
  },
  {
    name: 'no SKU, but an EAN',
    why: 'OpenXE finds articles by EAN, too',
    order: order([item(20, { ...noSku, EAN: '4006381333931' })]),
    wanted: { amounts: { gross: '20.00' }, lines: [{ articleid: '4006381333931' }] },
  },
  {
    name: 'neither SKU nor EAN',
    why: 'OpenXE books an empty number on another article',
    order: order([item(20, noSku)]),
    wanted: { held: 'article-unidentified' },
  },
  {
    name: 'neither SKU nor EAN, with a stand-in',
    why: 'the article of the form',
    order: order([item(20, noSku)]),
    settings: { bbFallbackArticle: 'SONSTIGES' },
    wanted: { amounts: { gross: '20.00' }, lines: [{ articleid: 'SONSTIGES', name: 'Gartenbank' }] },
  },
  {
    name: 'an article with another number in the ERP',
    why: 'a table of articles',
    order: order([item(20, { SKU: 'SHOP-1' })]),
    settings: mapping({ articles: { table: [{ sku: 'SHOP-1', article: '700001' }] } }),
    wanted: { amounts: { gross: '20.00' }, lines: [{ articleid: '700001' }] },
  },
  {
    name: 'a number that OpenXE cannot look up',
    why: 'changing it would find another article',
    order: order([item(20, { SKU: "O'RING-3" })]),
    wanted: { held: 'article-number-unusable' },
  },
  {
    name: 'two numbers that differ in accents only',
    why: 'OpenXE’s database takes them for one article',
    order: order([item(20, { SKU: 'TÜR-1' }), item(10, { SKU: 'TUR-1' })]),
    wanted: { held: 'article-numbers-alike' },
  },
  {
    name: 'two numbers that differ in case only',
    why: 'channels write the number of one article as they like',
    order: order([item(20, { SKU: 'abc-1' }), item(10, { SKU: 'ABC-1' })]),
    wanted: { amounts: { gross: '30.00' }, lines: [{ articleid: 'abc-1' }, { articleid: 'ABC-1' }] },
  },
  {
    name: 'options',
    why: 'the line’s description',
    order: order([
      item(20, {
        Attributes: [
          { Name: 'Farbe', Value: 'rot' },
          { Name: 'Größe', Value: 'L' },
        ],
      }),
    ]),
    wanted: { amounts: { gross: '20.00' }, lines: [{ options: 'Farbe: rot\nGröße: L' }] },
  },
  {
    name: 'a set as one position',
    why: 'OpenXE explodes its own parts lists',
    order: order([item(60, { SKU: 'SET-1', Type: 2, Quantity: 2 })]),
    wanted: { amounts: { gross: '60.00' }, lines: [{ articleid: 'SET-1', quantity: '2' }] },
  },
  {
    name: 'a set as its parts',
    why: 'the price is shared out without losing a cent',
    order: order([item(60, { SKU: 'SET-1', Type: 2 })]),
    settings: mapping({
      sets: {
        as: 'components',
        table: [{ sku: 'SET-1', components: [{ article: 'P1', quantity: 2 }, { article: 'P2' }] }],
      },
    }),
    wanted: { amounts: { gross: '60.00' } },
  },
  {
    name: 'a set with its parts below it',
    why: 'the price stays on the set',
    order: order([item(60, { SKU: 'SET-1', Type: 2 })]),
    settings: mapping({
      sets: {
        as: 'line-and-components',
        table: [{ sku: 'SET-1', components: [{ article: 'P1', quantity: 2 }, { article: 'P2' }] }],
      },
    }),
    wanted: {
      amounts: { gross: '60.00' },
      lines: [
        { articleid: 'SET-1', posid: expect.any(String) },
        { articleid: 'P1', price_netto: '0', parentid: expect.any(String) },
        { articleid: 'P2', price_netto: '0', parentid: expect.any(String) },
      ],
    },
  },
  {
    name: 'shipping cost as a position',
    why: 'some want it among the positions',
    order: order([item(20)], 4.9),
    settings: mapping({ shippingCost: { as: 'line', article: 'PORTO', title: 'Porto und Verpackung' } }),
    wanted: {
      amounts: { gross: '24.90' },
      cart: { versandkostennetto: '0' },
      lines: [{}, { articleid: 'PORTO', name: 'Porto und Verpackung' }],
    },
  },
];
