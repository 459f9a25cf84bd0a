import type { ErpOrder } from 'importer-core';
import { mapOrder, parseOrder } from 'importer-core/order';
import {
  sampleAddress,
  sampleItem,
  sampleOrder,
} from '../../importer-core/src/order/sample-orders.test.data.js';
import type { MappingSettings } from './mapping-tables.js';
import { readMapping } from './read-mapping.js';
import { type MappingResult, resolveMapping } from './resolve-mapping.js';
import type { ResolvedOrder } from './resolved-order.js';

type Json = Record<string, unknown>;

/** A paid order of a plain German shop, changed as a test needs it; items in short form. */
export function erpOrder(changes: Json = {}): ErpOrder {
  return mapOrder(
    parseOrder(
      sampleOrder({
        Seller: { BillbeeShopId: 71, BillbeeShopName: 'Gartenladen', Platform: 'Shopify' },
        ShippingAddress: null,
        ...changes,
      }),
    ).order,
    { allowCredits: true },
  );
}

/** An address in a country. */
export function sampleAddressIn(country: string, changes: Json = {}): Json {
  return sampleAddress({ CountryISO2: country, Country: country, ...changes });
}

/** Items and a total that fits them, shipping included. */
export function sold(items: readonly Json[], shipping = 0): Json {
  const total = items.reduce((sum, item) => sum + Number(item['TotalPrice']), shipping);
  return {
    OrderItems: items,
    ShippingCost: shipping,
    TotalCost: Math.round(total * 100) / 100,
  };
}

/** An item of one price and rate; tax left to the rate. */
export function item(totalPrice: number, changes: Json = {}): Json {
  return sampleItem({ TotalPrice: totalPrice, TaxAmount: 0, ...changes });
}

export function resolve(order: ErpOrder, settings: MappingSettings = {}): MappingResult {
  return resolveMapping(order, readMapping(settings));
}

export function resolved(order: ErpOrder, settings: MappingSettings = {}): ResolvedOrder {
  const result = resolve(order, settings);
  if (result.outcome === 'held') throw new Error(`held: ${result.message}`);
  return result.resolved;
}

/** Reason and field of an order that must be held. */
export function held(order: ErpOrder, settings: MappingSettings = {}): readonly [string, string | undefined] {
  const result = resolve(order, settings);
  if (result.outcome !== 'held') throw new Error('not held');
  return [result.reason, result.field];
}
