/** Orders in the shape in which Billbee sends them; people and shops are invented. */
type Json = Record<string, unknown>;

let position = 300000411000000;

/**
 * One position.
 *
 * @param total gross, for all units
 * @param changes Billbee's own fields; `SKU`, `EAN` and `Title` go to the product; `rate` is the tax index
 */
export function item(
  total: number,
  { SKU = 'BANK-01', EAN = null, Title = 'Gartenbank', Type = 1, rate = 1, ...changes }: Json = {},
): Json {
  position += 1;
  return {
    BillbeeId: position,
    TransactionId: null,
    Product: { OldId: null, Id: null, BillbeeId: null, Title, SKU, EAN, Weight: 500, Type, Images: null },
    Quantity: 1,
    TotalPrice: total,
    UnrebatedTotalPrice: total,
    Discount: 0,
    TaxAmount: 0,
    TaxIndex: rate,
    Attributes: [],
    IsCoupon: false,
    InvoiceSKU: SKU,
    ...changes,
  };
}

export function address(changes: Json = {}): Json {
  return {
    BillbeeId: 300000099887766,
    FirstName: 'Erika',
    LastName: 'Beispiel',
    Company: null,
    NameAddition: null,
    Street: 'Musterweg',
    HouseNumber: '7 b',
    Zip: '01069',
    City: 'Dresden',
    State: null,
    CountryISO2: 'DE',
    Country: 'DE',
    Line2: null,
    Email: 'erika@example.com',
    Phone: '0351 000000',
    ...changes,
  };
}

const cents = (amount: unknown): number => Math.round(Number(amount) * 100);

/**
 * An order whose total is its positions, shipping and adjustment.
 *
 * @param to country of both addresses; an address of its own in `changes` goes before it
 */
export function order(items: readonly Json[], shipping = 0, changes: Json = {}, to = 'DE'): Json {
  const adjustment = Number(changes['AdjustmentCost'] ?? 0);
  const total = items.reduce(
    (sum, { TotalPrice }) => sum + cents(TotalPrice),
    cents(shipping) + cents(adjustment),
  );
  return {
    BillBeeOrderId: 300000180937794,
    BillBeeParentOrderId: null,
    Id: 'SHOP-77',
    OrderNumber: '2026-77',
    State: 3,
    VatMode: 0,
    CreatedAt: '2026-11-20T15:07:02',
    PayedAt: '2026-11-20T15:07:30',
    ConfirmedAt: null,
    ShippedAt: null,
    LastModifiedAt: '2026-11-23T10:05:00',
    SellerComment: null,
    Comments: [],
    InvoiceAddress: address({ CountryISO2: to, Country: to }),
    ShippingAddress: address({ CountryISO2: to, Country: to }),
    PaymentMethod: 3,
    ShippingCost: shipping,
    TotalCost: total / 100,
    AdjustmentCost: 0,
    AdjustmentReason: null,
    OrderItems: items,
    Currency: 'EUR',
    Seller: { Platform: 'Shopware', BillbeeShopName: 'Gartenladen', BillbeeShopId: 100000000000011 },
    Buyer: null,
    TaxRate1: 19,
    TaxRate2: 7,
    VatId: null,
    Tags: [],
    LanguageCode: 'de',
    PaidAmount: 0,
    ShippingProviderName: 'DHL',
    ShippingProviderProductName: 'DHL Paket',
    ShippingProfileName: null,
    CustomerNumber: '20041',
    CustomInvoiceNote: null,
    Payments: [],
    ...changes,
  };
}
