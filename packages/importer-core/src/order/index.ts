/**
 * importer-core/order: an order on its way from Billbee's payload to the neutral order, step by step, and what a mapping to an ERP's
 * vocabulary is made with. Prices and quantities are exact decimals.
 */
export { carrierIdOf } from '../billbee/carriers.js';
export type { BillbeeOrder, BillbeeOrderAddress, BillbeeOrderItem } from '../billbee/order-schema.js';
export { paymentTypeName, paymentTypes } from '../billbee/payment-types.js';
export { contentHash } from './content-hash.js';
export {
  Decimal,
  HUNDRED,
  printMoney,
  printNumber,
  sum,
  taxWithin,
  toCents,
  unitPrice,
  ZERO,
} from './decimal.js';
export { mapOrder } from './map-order.js';
export { type OrderSummary, readOrderSummary } from './order-summary.js';
export { type ParsedOrder, type ParseWarning, parseOrder } from './parse-order.js';
export { type OrderFacts, readOrderFacts } from './read-order-facts.js';
