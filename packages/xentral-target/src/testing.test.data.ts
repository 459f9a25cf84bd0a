import type { Clock, Delivery, ErpOrder, Store } from 'importer-core';
import { systemClock } from 'importer-core/node';
import { mapOrder, parseOrder } from 'importer-core/order';
import { type MappingSettings, readMapping } from 'importer-mapping';
import type { XentralSandbox } from 'xentral-sandbox';
import { readXentralSettings } from './settings.js';
import { openXentralTarget, type XentralTargetOptions } from './xentral-target.js';

type Json = Record<string, unknown>;

/** A paid order of two honey pots and a can, invented; changed as a test needs it. */
function rawOrder(id: number, changes: Json = {}): Json {
  return {
    BillBeeOrderId: 300000000000000 + id,
    OrderNumber: `B-${id}`,
    State: 3,
    VatMode: 0,
    CreatedAt: '2026-11-20T10:00:00',
    PayedAt: '2026-11-20T10:05:00',
    LastModifiedAt: '2026-11-20T10:05:00',
    PaymentMethod: 3,
    ShippingCost: 4.9,
    TotalCost: 44.83,
    TaxRate1: 19,
    TaxRate2: 7,
    Currency: 'EUR',
    LanguageCode: 'DE',
    ShippingProviderName: 'DHL',
    ShippingProviderProductName: 'DHL Paket',
    Seller: { BillbeeShopId: 71, BillbeeShopName: 'Gartenladen', Platform: 'Shopify' },
    Customer: { Id: 9000 + id, Email: `kunde${id}@example.com` },
    InvoiceAddress: {
      FirstName: 'Erika',
      LastName: `Beispiel-${id}`,
      Street: 'Musterweg',
      HouseNumber: '7 b',
      Zip: '01069',
      City: 'Dresden',
      CountryISO2: 'DE',
      Email: `kunde${id}@example.com`,
    },
    ShippingAddress: null,
    SellerComment: 'Bitte <bald> packen & versenden',
    OrderItems: [
      {
        BillbeeId: 1000 + id,
        Product: { SKU: 'HONIG-500', EAN: '4009876543210', Title: 'Blütenhonig 500 g' },
        Quantity: 2,
        TotalPrice: 14.98,
        TaxIndex: 2,
      },
      {
        BillbeeId: 2000 + id,
        Product: { SKU: 'GIE-5L', EAN: '4006381333931', Title: 'Gießkanne' },
        Quantity: 1,
        TotalPrice: 24.95,
        TaxIndex: 1,
        Attributes: [{ Name: 'Farbe', Value: 'grün' }],
      },
    ],
    ...changes,
  };
}

export function erpOrder(id: number, changes: Json = {}): ErpOrder {
  return mapOrder(parseOrder(rawOrder(id, changes)).order);
}

const standardTables: MappingSettings = { shippingCost: { article: 'VERSAND' } };
const standardXentral: Json = { project: 'ONLINE', unclearSeconds: 0.4, callsPerMinute: 10_000 };

type Changes = { tables?: MappingSettings; xentral?: Json; clock?: Clock } & Omit<
  Partial<XentralTargetOptions>,
  'tables' | 'clock'
>;

/** Options of a target at a sandbox, with everything that a test does not care about. */
export function optionsAt(
  sandbox: Pick<XentralSandbox, 'url' | 'token'>,
  store: Store,
  account: string,
  { tables = {}, xentral = {}, clock = systemClock, ...rest }: Changes = {},
): XentralTargetOptions {
  return {
    connection: { url: sandbox.url, token: sandbox.token },
    settings: readXentralSettings({ ...standardXentral, ...xentral }),
    store,
    account,
    fetch: (url, init) => fetch(url, init),
    clock,
    ...rest,
    tables: readMapping({ ...standardTables, ...tables }),
  };
}

export function targetAt(...given: Parameters<typeof optionsAt>) {
  return openXentralTarget(optionsAt(...given));
}

/** Keys as the engine makes them: twelve hex digits of the account, a hyphen, the order's id. */
export function deliveryOf(order: ErpOrder): Delivery {
  return { key: `0123456789ab-${order.source.orderId}`, order };
}
