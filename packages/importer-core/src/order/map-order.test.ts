import { describe, expect, test } from 'vitest';
import { HoldError, SettingsError } from '../errors.js';
import type { ErpOrder } from './erp-order.js';
import type { MapOrderOptions } from './map-options.js';
import { mapOrder } from './map-order.js';
import { parseOrder } from './parse-order.js';
import { sampleAddress, sampleItem, sampleOrder } from './sample-orders.test.data.js';

type Json = Record<string, unknown>;

const map = (changes: Json = {}, options?: MapOrderOptions): ErpOrder =>
  mapOrder(parseOrder(sampleOrder(changes)).order, options);

const holdCode = (changes: Json, options?: MapOrderOptions): string => {
  try {
    map(changes, options);
  } catch (error) {
    if (!(error instanceof HoldError)) throw error;
    expect(error.message).toContain('Order 300000180937794: ');
    expect(error.field).toBeTruthy();
    return error.code;
  }
  return 'not held';
};

test('the recorded order, whole', () => {
  expect(map()).toEqual({
    source: {
      system: 'billbee',
      orderId: '300000180937794',
      externalId: null,
      orderNumber: null,
      shopId: null,
      shopName: null,
      platform: null,
      statusId: 3,
      parentOrderId: null,
      cancelsExternalId: null,
    },
    orderedAt: '2023-04-22T15:07:02+02:00',
    paidAt: '2023-04-22T15:07:02+02:00',
    confirmedAt: null,
    shippedAt: null,
    modifiedAt: '2023-04-29T13:31:59.113+02:00',
    currency: 'EUR',
    totals: {
      gross: '3612.84',
      net: '3036.00',
      tax: '576.84',
      paid: '0.00',
      taxes: [{ taxRate: '19', gross: '3612.84', net: '3036.00', tax: '576.84' }],
    },
    lines: [
      {
        lineId: '300000411223344',
        kind: 'article',
        isSet: false,
        sku: 'BANK-01',
        ean: '4006381333931',
        title: 'Gartenbank Eiche',
        quantity: '1',
        unitPriceGross: '3498.60',
        unitPriceNet: '2940.00',
        totalGross: '3498.60',
        totalNet: '2940.00',
        taxRate: '19',
        discountPercent: null,
        attributes: [],
      },
    ],
    shipping: {
      gross: '114.24',
      net: '96.00',
      taxRate: '19',
      providerId: '300000000012345',
      providerName: 'DHL',
      productId: '300000000023456',
      productName: 'DHL Paket',
      profileId: null,
      profileName: null,
    },
    payment: { typeId: 3, name: 'PayPal', transactionId: null },
    customer: {
      customerId: '300000055443322',
      number: '20041',
      email: 'erika@example.com',
      phone: null,
      vatId: null,
      language: null,
    },
    billingAddress: {
      company: null,
      firstName: 'Erika',
      lastName: 'Beispiel',
      nameAddition: null,
      street: 'Musterweg 7',
      houseNumber: null,
      addressAddition: null,
      zip: '01069',
      city: 'Dresden',
      state: null,
      countryCode: 'DE',
      email: 'erika@example.com',
      phone: null,
    },
    deliveryAddress: expect.objectContaining({
      company: 'Beispiel GmbH',
      street: 'Musterweg',
      houseNumber: '7 b',
    }),
    shipsFrom: null,
    vatMode: 0,
    notes: { customer: [], internal: null, invoice: null },
    tags: [],
  });
});

test('a line discount is already in the price: 162.00 less 2 % is 158.76', () => {
  const order = map({
    TotalCost: 170.76,
    ShippingCost: 12.0,
    OrderItems: [
      sampleItem({ Quantity: 30.0, TotalPrice: 158.76, UnrebatedTotalPrice: 162.0, Discount: 2.0 }),
    ],
  });
  expect(order.totals).toMatchObject({ gross: '170.76', net: '143.49', tax: '27.27' });
  expect(order.lines[0]).toMatchObject({
    quantity: '30',
    unitPriceGross: '5.292',
    totalGross: '158.76',
    totalNet: '133.41',
    discountPercent: '2',
  });
});

test('two rates: tax per rate, shipping at the highest or at the main one', () => {
  const mixed = {
    TotalCost: 235.3,
    ShippingCost: 9.3,
    OrderItems: [sampleItem({ TotalPrice: 119 }), sampleItem({ TotalPrice: 107, TaxIndex: 2, TaxAmount: 7 })],
  };
  expect(map(mixed).totals.taxes).toEqual([
    { taxRate: '19', gross: '128.30', net: '107.82', tax: '20.48' },
    { taxRate: '7', gross: '107.00', net: '100.00', tax: '7.00' },
  ]);
  const food = {
    ...mixed,
    TotalCost: 342.3,
    OrderItems: [...mixed.OrderItems, sampleItem({ TotalPrice: 107, TaxIndex: 2, TaxAmount: 7 })],
  };
  expect(map(food).shipping.taxRate).toBe('19');
  expect(map(food, { shippingTax: 'main' }).shipping.taxRate).toBe('7');
  const reduced = {
    TotalCost: 116.3,
    ShippingCost: 9.3,
    OrderItems: [sampleItem({ TotalPrice: 107, TaxIndex: 2, TaxAmount: 7 })],
  };
  expect(map(reduced).shipping.taxRate).toBe('7');
});

test.each([1, 2, 3, 4])('VatMode %s: no tax anywhere', (VatMode) => {
  const order = map({ VatMode });
  expect(order.totals).toMatchObject({ gross: '3612.84', net: '3612.84', tax: '0.00' });
  expect(order.lines[0]).toMatchObject({ taxRate: '0', unitPriceNet: '3498.60' });
  expect(order.shipping).toMatchObject({ taxRate: '0', net: '114.24' });
  expect(order.vatMode).toBe(VatMode);
});

test('coupons, discounts and an adjustment inside the total are lines with the sign they arrive with', () => {
  const order = map({
    TotalCost: 3600.84,
    AdjustmentCost: -2,
    AdjustmentReason: 'Kulanz',
    OrderItems: [
      sampleItem(),
      sampleItem({
        IsCoupon: true,
        TotalPrice: -5,
        TaxIndex: 0,
        TaxAmount: 0,
        Product: { Title: 'Gutschein' },
      }),
      sampleItem({ IsDiscount: true, TotalPrice: -5 }),
    ],
  });
  expect(order.lines.map((line) => [line.kind, line.totalGross, line.taxRate, line.title])).toEqual([
    ['article', '3498.60', '19', 'Gartenbank Eiche'],
    ['coupon', '-5.00', '0', 'Gutschein'],
    ['discount', '-5.00', '19', 'Gartenbank Eiche'],
    ['adjustment', '-2.00', '19', 'Kulanz'],
  ]);
});

test('an adjustment outside the total is no line', () => {
  expect(map({ AdjustmentCost: 5 }).lines).toHaveLength(1);
});

test('a set stays one line', () => {
  expect(map({ OrderItems: [sampleItem({ Product: { Title: 'Set', Type: 2 } })] }).lines[0]).toMatchObject({
    isSet: true,
    sku: 'BANK-01',
  });
});

describe('orders that a person has to look at', () => {
  test.each([
    ['total-mismatch', { TotalCost: 3498.6 }, undefined],
    ['total-mismatch', { ShippingCost: null }, undefined],
    ['credit-order', { TotalCost: -3612.84 }, undefined],
    ['credit-order', { IsCancelationFor: 'SHOP-1' }, undefined],
    [
      'credit-order',
      { OrderItems: [sampleItem({ TotalPrice: -20 })], TotalCost: 0, ShippingCost: 20 },
      undefined,
    ],
    ['order-empty', { OrderItems: [], TotalCost: 114.24 }, undefined],
    ['quantity-zero', { OrderItems: [sampleItem({ Quantity: 0 })] }, undefined],
    ['currency-missing', { Currency: '' }, undefined],
    ['currency-missing', { Currency: null }, {}],
    ['currency-unreadable', { Currency: 'Euro' }, { defaultCurrency: 'EUR' }],
    ['tax-mismatch', { OrderItems: [sampleItem({ TaxAmount: 1 })] }, undefined],
    ['vat-mode-unknown', { VatMode: 6, OrderItems: [sampleItem({ TaxAmount: 1 })] }, undefined],
  ])('%s: %j', (code, changes, options) => {
    expect(holdCode(changes, options)).toBe(code);
  });
});

describe('settings that let them through', () => {
  test('a credit keeps its sign and says what it cancels', () => {
    const credit = {
      TotalCost: -3612.84,
      ShippingCost: -114.24,
      OrderItems: [sampleItem({ TotalPrice: -3498.6, Quantity: -1 })],
      BillBeeParentOrderId: 300000180937700,
      IsCancelationFor: 'SHOP-1',
    };
    const order = map(credit, { allowCredits: true });
    expect(order.totals).toMatchObject({ gross: '-3612.84', net: '-3036.00', tax: '-576.84' });
    expect(order.lines[0]).toMatchObject({
      quantity: '-1',
      unitPriceGross: '3498.60',
      totalGross: '-3498.60',
    });
    expect(order.source).toMatchObject({ parentOrderId: '300000180937700', cancelsExternalId: 'SHOP-1' });
  });

  test('an empty order is shipping alone, at the regular rate', () => {
    const order = map({ OrderItems: [], TotalCost: 114.24 }, { allowEmptyOrders: true });
    expect(order).toMatchObject({ lines: [], shipping: { taxRate: '19' }, totals: { tax: '18.24' } });
  });

  test('a default currency, and one that is none', () => {
    expect(map({ Currency: null }, { defaultCurrency: 'chf' }).currency).toBe('CHF');
    expect(() => map({ Currency: null }, { defaultCurrency: 'Franken' })).toThrow(SettingsError);
  });

  test('another time zone', () => {
    expect(map({}, { timeZone: 'UTC' }).orderedAt).toBe('2023-04-22T15:07:02+00:00');
    expect(() => map({}, { timeZone: 'Mars/Olympus' })).toThrow(SettingsError);
  });
});

test('quantity 0 at no price passes', () => {
  const free = sampleItem({ Quantity: 0, TotalPrice: 0, TaxAmount: 0 });
  expect(map({ OrderItems: [sampleItem(), free] }).lines[1]).toMatchObject({
    quantity: '0',
    unitPriceGross: '0.00',
    totalGross: '0.00',
  });
});

test('shop, payment, notes, tags, language', () => {
  const order = map({
    Id: 'SHOP-77',
    OrderNumber: 1077,
    State: 99,
    Seller: { Platform: 'Shopify', BillbeeShopName: 'Laden', BillbeeShopId: 100000000092372 },
    ApiAccountId: 92372,
    PaymentMethod: 150,
    PaymentTransactionId: 'old',
    Payments: [
      { TransactionId: 'newer', PayDate: '2023-04-23T00:00:00' },
      { TransactionId: 'first', PayDate: '2023-04-22T00:00:00' },
      { TransactionId: null, PayDate: '2023-04-24T00:00:00' },
    ],
    Comments: [
      { FromCustomer: true, Text: 'second', Created: '2023-04-23T10:00:00' },
      { FromCustomer: false, Text: 'ours', Created: '2023-04-22T11:00:00' },
      null,
      { FromCustomer: true, Text: 'first', Created: '2023-04-22T10:00:00' },
    ],
    SellerComment: 'packed by hand',
    CustomInvoiceNote: 'Danke',
    Tags: ['B2B', null, 'b2b', ' eilig '],
    LanguageCode: 'DE',
    CustomerVatId: '',
    VatId: 'DE123456789',
  });
  expect(order.source).toMatchObject({
    externalId: 'SHOP-77',
    orderNumber: '1077',
    shopId: '100000000092372',
    shopName: 'Laden',
    platform: 'Shopify',
    statusId: 99,
  });
  expect(order.payment).toEqual({ typeId: 150, name: null, transactionId: 'newer' });
  expect(order.notes).toEqual({
    customer: ['first', 'second'],
    internal: 'packed by hand',
    invoice: 'Danke',
  });
  expect(order.tags).toEqual(['B2B', 'eilig']);
  expect(order.customer).toMatchObject({ language: 'de', vatId: 'DE123456789' });
  expect(map({ ApiAccountId: 92372, PaymentTransactionId: 'old' })).toMatchObject({
    source: { shopId: '92372' },
    payment: { transactionId: 'old' },
  });
});

test('addresses: shells are none, a missing delivery address is the billing address', () => {
  const shell = Object.fromEntries(Object.keys(sampleAddress()).map((key) => [key, null]));
  expect(map({ InvoiceAddress: { ...shell, FirstName: '' }, ShippingAddress: null })).toMatchObject({
    billingAddress: null,
    deliveryAddress: null,
  });
  const abroad = sampleAddress({ CountryISO2: null, Country: 'at', Line2: 'Hof', Phone: 123 });
  expect(map({ InvoiceAddress: abroad }).billingAddress).toMatchObject({
    countryCode: 'AT',
    addressAddition: 'Hof',
    phone: '123',
  });
  const named = sampleAddress({ CountryISO2: 'Germany', Country: 'Deutschland' });
  expect(map({ InvoiceAddress: named }).billingAddress?.countryCode).toBeNull();
});

test('attributes', () => {
  const Attributes = [{ Name: 'Farbe', Value: 'rot', Price: 0 }, null, { Name: null, Value: '' }];
  expect(map({ OrderItems: [sampleItem({ Attributes })] }).lines[0]?.attributes).toEqual([
    { name: 'Farbe', value: 'rot' },
  ]);
});

test.each([
  ['EL', 'GR'],
  ['el', 'GR'],
  ['UK', 'GB'],
  [' at ', 'AT'],
  ['Greece', null],
])('the country %s is %s, in addresses and where the goods leave from', (code, expected) => {
  const order = map({
    DeliverySourceCountryCode: code,
    InvoiceAddress: { LastName: 'Muster', CountryISO2: code },
    ShippingAddress: { LastName: 'Muster', CountryISO2: '', Country: code },
  });
  expect([order.shipsFrom, order.billingAddress?.countryCode, order.deliveryAddress?.countryCode]).toEqual([
    expected,
    expected,
    expected,
  ]);
});
