/** The neutral order: from Billbee's payload, as it arrives, to what every ERP target receives. */
export type { BillbeeOrder, BillbeeOrderAddress, BillbeeOrderItem } from '../billbee/order-schema.js';
export { paymentTypeName, paymentTypes } from '../billbee/payment-types.js';
export { contentHash } from './content-hash.js';
export type * from './erp-order.js';
export type { MapOrderOptions, ShippingTaxRule } from './map-options.js';
export { mapOrder } from './map-order.js';
export { type ParsedOrder, type ParseWarning, parseOrder } from './parse-order.js';
export { type OrderFacts, readOrderFacts, readOrderId } from './read-order-facts.js';
