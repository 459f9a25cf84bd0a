import { LosslessNumber, stringify } from 'lossless-json';
import { billbeeMessages } from '../messages/core/billbee-messages.js';
import type { Shipment, StockLevel } from '../outbox/write-back-sink.js';
import type { BillbeeRequest } from './call-billbee.js';

/** Most stock levels in one call; how many Billbee takes is not published. */
export const stockBatchSize = 100;

/** `Billbee API: PUT /orders/{id}/orderstate` */
export function statusRequest(orderId: string, statusId: number): BillbeeRequest {
  if (!Number.isSafeInteger(statusId) || statusId < 1) {
    throw billbeeMessages.hold('status-id-invalid', { statusId: String(statusId) });
  }
  return {
    ...aboutOrder(orderId, 'orderstate'),
    method: 'PUT',
    body: JSON.stringify({ NewStateId: statusId }),
    repeatable: true,
  };
}

/** `Billbee API: POST /orders/{id}/shipment`; each call adds a parcel. */
export function shipmentRequest(orderId: string, shipment: Shipment): BillbeeRequest {
  const { carrierId, comment, providerId, providerProductId } = shipment;
  const trackingNumber = shipment.trackingNumber.trim();
  if (trackingNumber === '') {
    throw billbeeMessages.hold('tracking-number-missing', { orderId });
  }
  const body = stringify({
    ShippingId: trackingNumber,
    ...(comment === undefined ? {} : { Comment: comment }),
    ...(providerId === undefined ? {} : { ShippingProviderId: exact(providerId, 'provider') }),
    ...(providerProductId === undefined
      ? {}
      : { ShippingProviderProductId: exact(providerProductId, 'product') }),
    ...(carrierId === undefined ? {} : { CarrierId: carrierId }),
  });
  return { ...aboutOrder(orderId, 'shipment'), method: 'POST', body: body ?? '', repeatable: false };
}

/** `Billbee API: POST /orders/{id}/tags`; tags that are there stay. */
export function tagsRequest(orderId: string, tags: readonly string[]): BillbeeRequest {
  return {
    ...aboutOrder(orderId, 'tags'),
    method: 'POST',
    body: JSON.stringify({ Tags: tags }),
    repeatable: true,
  };
}

/** `Billbee API: POST /products/updatestockmultiple`; quantities are absolute. */
export function stockRequest(levels: readonly StockLevel[]): BillbeeRequest {
  const models = levels.map(({ sku, quantity, stockId, reason }) => ({
    Sku: sku,
    NewQuantity: exact(quantity, 'quantity', sku),
    ...(stockId === undefined ? {} : { StockId: exact(stockId, 'stock', sku) }),
    ...(reason === undefined ? {} : { Reason: reason }),
  }));
  const [only] = levels.length === 1 ? levels : [];
  return {
    method: 'POST',
    route: '/products/updatestockmultiple',
    path: '/products/updatestockmultiple',
    body: stringify(models) ?? '[]',
    subject: only ? { about: 'stock', id: only.sku } : { about: 'stocks', id: String(levels.length) },
    repeatable: true,
  };
}

/** `Billbee API: GET /orders/{id}` */
export function orderRequest(orderId: string): BillbeeRequest {
  return { ...aboutOrder(orderId), method: 'GET', repeatable: true };
}

function aboutOrder(orderId: string, action?: string): Omit<BillbeeRequest, 'method' | 'repeatable'> {
  if (!/^\d{1,20}$/.test(orderId)) {
    throw billbeeMessages.hold('order-id-invalid', { orderId: JSON.stringify(orderId).slice(0, 60) });
  }
  const end = action === undefined ? '' : `/${action}`;
  return {
    route: `/orders/{id}${end}`,
    path: `/orders/${orderId}${end}`,
    subject: { about: 'order', id: orderId },
    limitedBy: orderId,
  };
}

/** Digits as a JSON number without a detour over a double. */
function exact(
  digits: string,
  what: 'quantity' | 'stock' | 'provider' | 'product',
  sku?: string,
): LosslessNumber {
  const text = digits.trim();
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) {
    const number = JSON.stringify(text).slice(0, 60);
    throw billbeeMessages.hold('number-invalid', { number, what, sku });
  }
  return new LosslessNumber(text);
}
