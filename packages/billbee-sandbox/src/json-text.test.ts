import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText } from './json-text.js';

test('decimals keep their point, counts and ids do not get one', () => {
  const order = {
    TotalCost: 1300,
    ShippingCost: 0,
    OrderItems: [{ Quantity: 2.5, TotalPrice: -3 }],
    State: 3,
  };
  expect(jsonText(order)).toBe(
    '{"TotalCost":1300.0,"ShippingCost":0.0,"OrderItems":[{"Quantity":2.5,"TotalPrice":-3.0}],"State":3}',
  );
});

test('a bigint is written digit by digit', () => {
  expect(jsonText({ Id: 9007199254740993n })).toBe('{"Id":9007199254740993}');
});

test('a missing field stays missing, null stays null', () => {
  expect(jsonText({ TotalCost: undefined, PaidAmount: null, List: [undefined] })).toBe(
    '{"PaidAmount":null,"List":[null]}',
  );
});

test('any value reads back as JSON.stringify would have it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(jsonText({ TotalCost: value }))).toEqual(
        JSON.parse(JSON.stringify({ TotalCost: value })),
      );
    }),
  );
});
