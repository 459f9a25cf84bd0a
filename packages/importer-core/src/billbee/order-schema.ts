import { z } from 'zod';

/**
 * A date as Billbee writes it: without a zone, with an offset or `Z`, 0 to 9 fractional digits, or a date alone.
 * Groups: year, month, day, hour, minute, second, fraction, offset.
 */
export const DATE_PATTERN =
  /^\s*(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?\s*$/i;

/** The older .NET notation: milliseconds since 1970 UTC; an offset behind it does not change the instant. */
export const NET_DATE_PATTERN = /^\s*\/Date\((-?\d{1,14})(?:[+-]\d{4})?\)\/\s*$/;

/** Greatest amount that is taken for real, in either direction; a JSON number beyond it has lost its cents. */
export const LARGEST_DECIMAL = 1e12;

/** No number, id or date is longer; the patterns never see a longer text. */
const LONGEST_VALUE = 64;

const DECIMAL_PATTERN = /^\s*(?:[+-]?\d{1,12}(?:\.\d{0,40})?(?:[eE]-\d{1,2})?)?\s*$/;
const ID_PATTERN = /^\s*\d{0,20}\s*$/;
const INTEGER_PATTERN = /^\s*(?:-?\d{1,9})?\s*$/;
const FLAG_PATTERN = /^\s*(?:true|false|0|1)?\s*$/i;
const EMPTY_PATTERN = /^\s*$/;

/** The most positions one order can have here; far above any real order. */
export const MOST_ITEMS = 10_000;

/** Whether `text` is a date that exists, in one of the notations Billbee uses; an empty text stands for none. */
function isDateText(text: string): boolean {
  if (text.length > LONGEST_VALUE) return false;
  const parts = DATE_PATTERN.exec(text);
  if (!parts) return EMPTY_PATTERN.test(text) || NET_DATE_PATTERN.test(text);
  const [, year, month, day, hour = 0, minute = 0, second = 0, , offset = ''] = parts;
  const offsetHour = offset.length > 1 ? Number(offset.slice(1, 3)) : 0;
  const offsetMinute = offset.length > 3 ? Number(offset.slice(-2)) : 0;
  return (
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysInMonth(Number(year), Number(month)) &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60 &&
    offsetHour <= 14 &&
    offsetMinute < 60
  );
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const safeNumber = z.number().gte(Number.MIN_SAFE_INTEGER).lte(Number.MAX_SAFE_INTEGER);

/** A text of bounded length that matches. */
const matching = (pattern: RegExp) =>
  z.string().refine((value) => value.length <= LONGEST_VALUE && pattern.test(value));

/** Text; numbers and booleans are texts that lost their quotes. */
const text = z.union([z.string(), safeNumber, z.boolean()]).nullish();
/** A 64-bit id: a number while that is exact, else digits. */
const id = z.union([z.int().gte(0), matching(ID_PATTERN)]).nullish();
const integer = z.union([z.int(), matching(INTEGER_PATTERN)]).nullish();
const decimal = z
  .union([z.number().gte(-LARGEST_DECIMAL).lte(LARGEST_DECIMAL), matching(DECIMAL_PATTERN)])
  .nullish();
const date = z.string().refine(isDateText).nullish();
const flag = z.union([z.boolean(), z.literal([0, 1]), matching(FLAG_PATTERN)]).nullish();

const address = z.object({
  FirstName: text,
  LastName: text,
  Company: text,
  NameAddition: text,
  Street: text,
  HouseNumber: text,
  Zip: text,
  City: text,
  State: text,
  CountryISO2: text,
  Country: text,
  Line2: text,
  Email: text,
  Phone: text,
});

const user = z.object({
  Platform: text,
  BillbeeShopName: text,
  BillbeeShopId: id,
  Email: text,
});

const customer = z.object({ Id: id, Email: text, Tel1: text, Number: text, VatId: text });

const item = z.object({
  BillbeeId: id,
  Product: z.object({ Title: text, SKU: text, EAN: text, Type: integer }).nullish(),
  Quantity: decimal,
  TotalPrice: decimal,
  Discount: decimal,
  TaxAmount: decimal,
  TaxIndex: integer,
  Attributes: z.array(z.object({ Name: text, Value: text }).nullish()).nullish(),
  IsCoupon: flag,
  IsDiscount: flag,
  InvoiceSKU: text,
});

/**
 * An order as Billbee's data really is, field by field: dates without a zone, numbers as strings, nulls
 * everywhere. Fields that nobody here reads are not described; they stay in the payload untouched, because the
 * schema judges the payload and does not rebuild it.
 *
 * Source: `Billbee API: GET /orders`, recorded payloads.
 */
export const billbeeOrder = z.object({
  BillBeeOrderId: id,
  BillBeeParentOrderId: id,
  Id: text,
  OrderNumber: text,
  State: integer,
  VatMode: integer,
  CreatedAt: date,
  ConfirmedAt: date,
  PayedAt: date,
  ShippedAt: date,
  LastModifiedAt: date,
  SellerComment: text,
  CustomInvoiceNote: text,
  Comments: z.array(z.object({ FromCustomer: flag, Text: text, Created: date }).nullish()).nullish(),
  InvoiceAddress: address.nullish(),
  ShippingAddress: address.nullish(),
  PaymentMethod: integer,
  ShippingCost: decimal,
  TotalCost: decimal,
  AdjustmentCost: decimal,
  AdjustmentReason: text,
  PaidAmount: decimal,
  Payments: z.array(z.object({ TransactionId: text, PayDate: date }).nullish()).nullish(),
  PaymentTransactionId: text,
  Currency: text,
  TaxRate1: decimal,
  TaxRate2: decimal,
  VatId: text,
  CustomerVatId: text,
  OrderItems: z.array(item).nullish(),
  Seller: user.nullish(),
  Buyer: user.nullish(),
  ApiAccountId: id,
  ApiAccountName: text,
  Customer: customer.nullish(),
  CustomerNumber: text,
  Tags: z.array(text).nullish(),
  LanguageCode: text,
  ShippingProfileId: text,
  ShippingProfileName: text,
  ShippingProviderId: id,
  ShippingProviderName: text,
  ShippingProviderProductId: id,
  ShippingProviderProductName: text,
  IsCancelationFor: text,
  DeliverySourceCountryCode: text,
});

/** An order whose shape was accepted; the object still holds every other field of the payload. */
export type BillbeeOrder = z.infer<typeof billbeeOrder>;
/** One position of an order, `Billbee API: OrderItem`. */
export type BillbeeOrderItem = z.infer<typeof item>;
/** A billing or delivery address on an order, `Billbee API: OrderAddress`. */
export type BillbeeOrderAddress = z.infer<typeof address>;
