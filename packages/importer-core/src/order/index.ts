/** importer-core/order: what a mapping to an ERP's vocabulary is made with; prices and quantities are exact decimals. */
export { paymentTypeName, paymentTypes } from '../billbee/payment-types.js';
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
