/**
 * What a tenant accepts as an import, written down from Xentral's published API description: the names, types and required
 * fields of its main document (release 24.48.10, December 2024) with the fields that came later (mid-2026). Descriptions
 * and examples are left out. `additionalProperties: false` stands where the description has it: a misspelt field is
 * refused, except in parts of `delivery` and `tax`.
 *
 * Source: https://developer.xentral.com, `salesOrder.import` and `customer.create.v2`.
 */
const text = { type: 'string' } as const;
const maybeText = { type: ['string', 'null'] } as const;
const flag = { type: 'boolean' } as const;
const number = { type: 'number' } as const;
const date = { type: 'string', format: 'date' } as const;
const maybeDate = { type: ['string', 'null'], format: 'date' } as const;
const email = { type: 'string', format: 'email' } as const;
const id = { type: 'string', pattern: '^\\d+$' } as const;

type Schema = Readonly<Record<string, unknown>>;

function closed(properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema {
  return { type: 'object', additionalProperties: false, properties, required };
}

function list(items: Schema): Schema {
  return { type: 'array', items };
}

const reference = closed({ id }, ['id']);

const currencies =
  'EUR USD JPY BGN CZK DKK GBP HUF PLN RON SEK CHF ISK NOK HRK RUB TRY AUD BRL CAD CNY HKD IDR ILS INR KRW MXN MYR NZD PHP SGD THB ZAR ARS CLP SAR AED QAR';
/** `amount` is a string of format float. */
const money = closed({
  amount: { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' },
  currency: { type: 'string', enum: currencies.split(' ') },
});

const taxFields = {
  vatCategory: { enum: ['reduced', 'normal', 'exempt', null] },
  rate: { type: ['number', 'null'] },
  taxText: maybeText,
} as const;
/** Only one of `vatCategory` and `rate`. */
const oneOfBoth: Schema = { not: { required: ['vatCategory', 'rate'] } };
const positionTax: Schema = { type: 'object', properties: taxFields, ...oneOfBoth };
const costTax: Schema = { ...positionTax, required: ['taxText'] };

const productReference = closed(
  {
    id,
    name: text,
    description: text,
    freeFields: { type: ['array', 'null'], items: closed({ id, value: text }, ['id', 'value']) },
    number: maybeText,
  },
  ['id'],
);

const position = closed(
  {
    id,
    quantity: number,
    comment: text,
    product: productReference,
    tax: positionTax,
    price: money,
    discount: number,
    webId: text,
    desiredDeliveryDate: maybeDate,
    desiredDeliveryDateAsCalendarWeek: flag,
    desiredQualityControlAttributes: {
      type: ['object', 'null'],
      properties: { batch: maybeText, bestBeforeDate: maybeDate },
    },
  },
  ['product', 'quantity'],
);

const shippingCost = closed(
  {
    id,
    quantity: number,
    comment: text,
    shippingCostProduct: productReference,
    tax: costTax,
    price: money,
    discount: number,
    webId: text,
  },
  ['shippingCostProduct', 'quantity'],
);

const discountPosition = closed(
  { quantity: number, discountProduct: productReference, tax: costTax, value: money, webId: text },
  ['discountProduct', 'quantity'],
);

const addressFields = {
  type: { type: 'string', enum: ['mr', 'mrs', 'company', 'other'] },
  name: text,
  title: text,
  contactPerson: text,
  department: text,
  subDepartment: text,
  street: text,
  zipCode: text,
  city: text,
  state: text,
  country: text,
  addressSupplement: text,
  gln: text,
  email,
} as const;
const shippingAddress = closed(addressFields, ['name', 'country']);
const billingAddress = closed(
  { ...addressFields, fax: text, salutation: text, phoneNumber: text, mobile: text },
  ['name', 'country'],
);

export const salesOrderImport = closed(
  {
    date,
    desiredDeliveryDate: maybeDate,
    reservationDate: maybeDate,
    desiredDeliveryDateAsCalendarWeek: flag,
    editor: text,
    salesRepresentativeId: { type: 'integer' },
    externalOrderNumber: text,
    externalOrderId: text,
    transactionNumber: text,
    customerOrderNumber: text,
    autoCreateDocuments: { type: 'string', enum: ['deliveryNote+invoice', 'deliveryNote', 'invoice'] },
    vatCheck: flag,
    bodyIntroduction: text,
    bodyOutroduction: text,
    internalDesignation: text,
    comment: text,
    tags: list({ type: 'object', properties: { id } }),
    customer: reference,
    project: reference,
    salesChannel: reference,
    language: closed({ iso2: maybeText }, ['iso2']),
    financials: closed(
      {
        paymentMethod: reference,
        currency: text,
        billingAddress,
        tax: closed({
          taxation: { type: 'string', enum: ['domestic', 'eu', 'export', 'taxfreedomestic'] },
          vatId: text,
          taxDisplay: { type: 'string', enum: ['gross', 'net', 'auto'] },
          noTaxInfoText: flag,
          normalTaxRate: number,
          reducedTaxRate: number,
        }),
        paymentTerms: closed({
          paymentTargetDiscount: number,
          paymentTargetDays: { type: 'integer' },
          paymentTargetDiscountDays: { type: 'integer' },
          directDebitDate: maybeDate,
        }),
        costCenter: { ...closed({ id, number: maybeText }, ['id', 'number']), type: ['object', 'null'] },
      },
      ['paymentMethod', 'currency'],
    ),
    delivery: {
      type: 'object',
      required: ['shippingMethod'],
      properties: {
        autoShipping: flag,
        fastLane: flag,
        shippingCosts: list(shippingCost),
        shippingAddress,
        storageCountry: maybeText,
        preferredWarehouse: { type: ['object', 'null'], properties: { id: text } },
        shippingMethod: reference,
        deliveryTerms: { ...reference, type: ['object', 'null'] },
      },
    },
    positions: list(position),
    discountPositions: list(discountPosition),
    setTotalAmount: {
      type: ['object', 'null'],
      properties: {
        isActive: flag,
        maximumDifferenceToCalculatedSum: number,
        totalGrossAmountFromExternal: number,
      },
    },
  },
  ['date', 'customer', 'project', 'financials', 'delivery', 'positions'],
);

/** A person has first and last name, a company a name. */
export const customerCreate: Schema = {
  type: 'object',
  required: ['type'],
  properties: {
    type: { type: 'string', enum: ['person', 'company'] },
    firstname: text,
    lastname: text,
    name: text,
    number: text,
    project: closed({ id }),
    contact: closed({
      phone: maybeText,
      mobile: maybeText,
      fax: maybeText,
      email: maybeText,
      website: maybeText,
    }),
  },
  if: { properties: { type: { const: 'person' } } },
  // biome-ignore lint/suspicious/noThenProperty: -- a keyword of JSON Schema, not a promise
  then: { required: ['firstname', 'lastname'] },
  else: { required: ['name'] },
};
