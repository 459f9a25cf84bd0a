/** A group of differences from Billbee's published description (apis.guru, 2023-03) with one reason. */
export interface Deviation {
  readonly why: string;
  /** `Model.Field: what is different`, as the conformance test names them. */
  readonly differences: readonly string[];
}

function nulls(owner: string, fields: string): string[] {
  return fields.split(' ').map((field) => `${owner}.${field}: null`);
}

function naive(fields: string): string[] {
  return fields.split(' ').map((field) => `Order.${field}: not date-time`);
}

/** Everything in which the sandbox's answers differ from the description, and why. */
export const DEVIATIONS: readonly Deviation[] = [
  {
    why: 'Real payloads give the error as a text ("NoError") where the description has a number.',
    differences: [
      'Envelope.ErrorDescription: string instead of integer',
      'Envelope.ErrorDescription: value outside the list',
    ],
  },
  {
    why: 'A success carries no message: null in real payloads; the description marks nothing nullable.',
    differences: ['Envelope.ErrorMessage: null'],
  },
  {
    why: 'Real dates are naive: no zone, 0 to 3 fractional digits.',
    differences: naive(
      'ArchivedAt Comments.Created ConfirmedAt CreatedAt History.Created InvoiceDate LastModifiedAt PayedAt ShippedAt ShippingIds.Created',
    ),
  },
  {
    why: 'Real orders leave these fields null; the description marks nothing nullable.',
    differences: [
      ...nulls(
        'Order',
        'AdjustmentReason ArchivedAt BillBeeParentOrderId ConfirmedAt CustomInvoiceNote Customer CustomerVatId DeliverySourceCountryCode DistributionCenter InvoiceDate InvoiceNumber InvoiceNumberPostfix InvoiceNumberPrefix IsCancelationFor LanguageCode MerchantVatId PayedAt PaymentInstruction PaymentReference PaymentTransactionId RestoredAt SellerComment ShipWeightKg ShippedAt ShippingProfileId ShippingProfileName ShippingProviderId ShippingProviderName ShippingProviderProductId ShippingProviderProductName ShippingServices UpdatedAt VatId',
      ),
      ...nulls('Order.History', 'EmployeeName TypeId'),
      ...nulls('Order.InvoiceAddress', 'Company Line2 NameAddition Phone State'),
      ...nulls('Order.ShippingAddress', 'Company Line2 NameAddition Phone State'),
      ...nulls('Order.OrderItems', 'InvoiceSKU SerialNumber ShippingProfileId TaxIndex TransactionId'),
      ...nulls(
        'Order.OrderItems.Product',
        'BillbeeId CountryOfOrigin EAN Id Images OldId PlatformData SKU TARICCode',
      ),
      ...nulls(
        'Order.ShippingIds',
        'Shipper ShippingCarrier ShippingId ShippingProviderId ShippingProviderProductId TrackingUrl',
      ),
      ...nulls('Order.Buyer', 'BillbeeShopId BillbeeShopName Id'),
    ],
  },
  {
    why: 'Orders entered by hand have no shop, no buyer and no external number.',
    differences: [
      ...nulls('Order', 'ApiAccountId ApiAccountName Buyer Id OrderNumber'),
      ...nulls('Order.Seller', 'BillbeeShopId BillbeeShopName Email FirstName Id LastName Nick Platform'),
    ],
  },
  {
    why: 'The description of 2024 has an order status 17, that of 2023 ends at 16.',
    differences: ['Order.State: value outside the list'],
  },
  {
    why: 'Payment types went on to 150; new numbers have to be expected.',
    differences: ['Order.PaymentMethod: value outside the list'],
  },
  {
    why: "A fixture of Billbee's own PHP library has a number here.",
    differences: ['Order.ShippingProfileId: number instead of string'],
  },
  { why: 'The description of 2024 has this field.', differences: ['Order.WebUrl: undocumented'] },
  {
    why: 'Orders broken on purpose: no id, no date, no currency, unreadable positions.',
    differences: [
      ...nulls('Order', 'BillBeeOrderId CreatedAt Currency'),
      'Order.OrderItems.BillbeeId: string instead of integer',
      'Order.OrderItems.Quantity: string instead of number',
      'Order.OrderItems.TotalPrice: null',
    ],
  },
  {
    why: 'Articles without a cost price or an EAN.',
    differences: nulls('ArticleApiModel', 'CostPrice EAN'),
  },
  {
    why: "Billbee's own clients read a bare array; the description says only `object`.",
    differences: [
      'GET /enums/orderstates: array instead of object',
      'GET /enums/paymenttypes: array instead of object',
      'GET /enums/shippingcarriers: array instead of object',
      'GET /enums/shipmenttypes: array instead of object',
      'GET /shipment/shippingproviders: array instead of object',
      'GET /shipment/shippingcarriers: array instead of object',
      'GET /webhooks/filters: array instead of object',
    ],
  },
  {
    why: "Billbee's PHP client takes an empty body for success of these writes.",
    differences: [
      'PUT /orders/{id}/orderstate: empty body',
      'POST /orders/{id}/tags: empty body',
      'PUT /orders/{id}/tags: empty body',
      'POST /orders/{id}/shipment: empty body',
    ],
  },
  {
    why: 'Nothing is left to say after a deletion; the description says only `object`.',
    differences: ['DELETE /webhooks: empty body', 'DELETE /webhooks/{id}: empty body'],
  },
  {
    why: 'A registration without a description keeps it null.',
    differences: ['WebHookApiModel.Description: null'],
  },
  {
    why: 'The description of 2024 has this operation.',
    differences: ['GET /shopaccounts: undocumented operation'],
  },
  {
    why: "Billbee's help centre names these addresses; no description has them, the answer's shape is ours.",
    differences: ['GET /apiusage: undocumented operation', 'GET /apiusage/detail: undocumented operation'],
  },
  {
    why: 'An unknown id gets status 404, seen in a bug report; the description lists status 200 alone.',
    differences: [
      'GET /orders/{id}: undocumented status 404',
      'PUT /orders/{id}/orderstate: undocumented status 404',
    ],
  },
];
