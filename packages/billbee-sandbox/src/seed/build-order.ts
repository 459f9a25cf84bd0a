import { formatWallTime, wallTime } from '../naive-time.js';
import type { Random } from '../random.js';
import type { SandboxAddress, SandboxHistoryEntry, SandboxOrder } from '../state/order.js';
import { SHOPS } from '../state/shops.js';
import { ARTICLES } from './articles.js';
import { articleItem, itemId, settleTotals } from './order-items.js';
import { PEOPLE, type Person } from './people.js';

const HOUR = 3_600_000;
const PAYMENT_METHODS = [1, 2, 3, 19, 22, 26, 31, 44, 59, 61, 63, 98];
const SHIPPING_CENTS = [0, 390, 495, 590, 1199];
const LATER_STATUSES = [3, 4, 5, 7, 9, 13, 16, 17];

/** Where and when an order begins. */
export interface OrderStart {
  readonly id: number;
  readonly status: number;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly createdAt: number;
  /** IANA zone of the naive dates. */
  readonly zone: string;
  /** No date of the order is after this moment. */
  readonly until?: number | undefined;
}

/** A sound order as a shop connection would import it; `items + shipping = total` to the cent. */
export function buildOrder(start: OrderStart, random: Random): SandboxOrder {
  const person = random.pick(PEOPLE);
  const shop = random.pick(SHOPS);
  const { until = Number.POSITIVE_INFINITY } = start;
  const at = (milliseconds: number): string =>
    formatWallTime(wallTime(Math.min(start.createdAt + milliseconds, until), start.zone));
  const paid = LATER_STATUSES.includes(start.status);
  const shipped = [4, 5, 7, 9, 17].includes(start.status);
  const externalId = `${shop.platform.slice(0, 2).toUpperCase()}-${start.id % 1_000_000}`;
  const lineCount = random.integer(1, 3);
  const items = Array.from({ length: lineCount }, (_, line) =>
    articleItem(itemId(start.id, line), random.pick(ARTICLES), random.integer(1, 4)),
  );
  const address = addressOf(person, start.id - 299_999_000_000_000);
  const order: SandboxOrder = {
    BillBeeOrderId: start.id,
    BillBeeParentOrderId: null,
    Id: externalId,
    OrderNumber: externalId,
    State: start.status,
    VatMode: 0,
    CreatedAt: at(0),
    ConfirmedAt: start.status === 1 || start.status === 14 ? null : at(2 * HOUR),
    PayedAt: paid ? at(3 * HOUR + 360) : null,
    ShippedAt: shipped ? at(26 * HOUR + 113) : null,
    ArchivedAt: start.status === 9 ? at(300 * HOUR) : null,
    RestoredAt: null,
    UpdatedAt: null,
    LastModifiedAt: at(random.integer(1, 36) * HOUR + random.integer(0, 999)),
    SellerComment: null,
    Comments: [],
    InvoiceNumberPrefix: shipped ? 'RE-' : null,
    InvoiceNumberPostfix: null,
    InvoiceNumber: shipped ? start.id % 100_000 : null,
    InvoiceDate: shipped ? at(24 * HOUR) : null,
    InvoiceAddress: address,
    ShippingAddress: { ...address, BillbeeId: address.BillbeeId + 1 },
    PaymentMethod: random.pick(PAYMENT_METHODS),
    ShippingCost: random.pick(SHIPPING_CENTS) / 100,
    TotalCost: 0,
    AdjustmentCost: 0,
    AdjustmentReason: null,
    RebateDifference: 0,
    PaidAmount: 0,
    Payments: [],
    PaymentInstruction: null,
    PaymentReference: null,
    PaymentTransactionId: null,
    Currency: 'EUR',
    TaxRate1: 19,
    TaxRate2: 7,
    VatId: null,
    CustomerVatId: null,
    MerchantVatId: null,
    OrderItems: items,
    Seller: {
      Platform: shop.platform,
      BillbeeShopName: shop.name,
      BillbeeShopId: shop.sellerId,
      Id: null,
      Nick: null,
      FirstName: null,
      LastName: null,
      FullName: '',
      Email: null,
    },
    Buyer: buyerOf(person, shop.platform),
    ApiAccountId: shop.accountId,
    ApiAccountName: shop.name,
    Customer: null,
    CustomerNumber: String(10_000 + PEOPLE.indexOf(person)),
    Tags: [],
    ShipWeightKg: null,
    LanguageCode: 'de',
    ShippingProfileId: null,
    ShippingProfileName: null,
    ShippingProviderId: null,
    ShippingProviderProductId: null,
    ShippingProviderName: null,
    ShippingProviderProductName: null,
    ShippingIds: [],
    ShippingServices: null,
    IsCancelationFor: null,
    AcceptLossOfReturnRight: false,
    DistributionCenter: null,
    DeliverySourceCountryCode: null,
    CustomInvoiceNote: null,
    IsFromBillbeeApi: false,
    History: [entry(at(1000), 'Auftrag importiert', 0), entry(at(1000), 'Auftrag eingegangen', 86)],
    WebUrl: `https://app.billbee.io/de/order/view/${start.id}`,
  };
  settleTotals(order);
  if (paid) order.PaidAmount = order.TotalCost ?? 0;
  return order;
}

function entry(Created: string, EventTypeName: string, TypeId: number): SandboxHistoryEntry {
  return { Created, EventTypeName, Text: EventTypeName, EmployeeName: null, TypeId };
}

function buyerOf(person: Person, platform: string): SandboxOrder['Buyer'] {
  return {
    Platform: platform,
    BillbeeShopName: null,
    BillbeeShopId: null,
    Id: null,
    Nick: person.mail.split('@')[0] ?? null,
    FirstName: person.first,
    LastName: person.last,
    FullName: `${person.first} ${person.last}`,
    Email: person.mail,
  };
}

/** A person's address; the country stands as its code in both country fields, as in real payloads. */
export function addressOf(person: Person, id: number): SandboxAddress {
  return {
    BillbeeId: id,
    FirstName: person.first,
    LastName: person.last,
    Company: person.company ?? null,
    NameAddition: null,
    Street: person.street,
    HouseNumber: person.house,
    Zip: person.zip,
    City: person.city,
    State: null,
    CountryISO2: person.country,
    Country: person.country,
    Line2: null,
    Email: person.mail,
    Phone: null,
  };
}
