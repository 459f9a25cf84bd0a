import type { Clock } from 'importer-core';
import type { MappingTables } from 'importer-mapping';
import type { XentralApi } from './api/xentral-api.js';
import type { ErpDocuments } from './documents/erp-documents.js';
import { Customers } from './lookup/customers.js';
import { NamedThings } from './lookup/named-things.js';
import { Products } from './lookup/products.js';
import type { XentralSettings } from './settings.js';

/** What a tenant can be asked, as one run sees it: what has been looked up stays known. */
export interface LookUps {
  readonly api: XentralApi;
  readonly settings: XentralSettings;
  readonly tables: MappingTables;
  readonly projects: NamedThings;
  readonly paymentMethods: NamedThings;
  readonly shippingMethods: NamedThings;
  readonly salesChannels: NamedThings;
  readonly products: Products;
  readonly customers: Customers;
}

/** A tenant that is worked with: what happens to its orders is noted. */
export interface Workspace extends LookUps {
  readonly clock: Clock;
  readonly documents: ErpDocuments;
}

export function openLookUps(given: Pick<LookUps, 'api' | 'settings' | 'tables'>): LookUps {
  const { api, settings } = given;
  return {
    ...given,
    projects: new NamedThings(api, 'project', '/api/v1/projects'),
    paymentMethods: new NamedThings(api, 'paymentMethod', '/api/v1/paymentMethods'),
    shippingMethods: new NamedThings(api, 'shippingMethod', '/api/v1/shippingMethods'),
    salesChannels: new NamedThings(api, 'salesChannel', settings.paths.salesChannels),
    products: new Products(api, settings.paths.products),
    customers: new Customers(api, settings),
  };
}

/** Deliveries of an account to a tenant are counted under this id. */
export function xentralTargetId(origin: string): string {
  return `xentral:${origin}`;
}

/** What an order is found by in Xentral. */
export function externalIdOf(orderId: string, { externalIdPrefix }: XentralSettings): string {
  return `${externalIdPrefix}${orderId}`;
}
