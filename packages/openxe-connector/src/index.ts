/** openxe-connector: Billbee as a shop of OpenXE. The PHP file lies in `php/`, its other end is here. */
export { buildCart, type CartResult } from './cart/build-cart.js';
export type { Cart, CartLine } from './cart/cart.js';
export {
  type Connector,
  type ConnectorOptions,
  type OpenedShop,
  openXeConnector,
} from './http/connector-app.js';
export { type Limits, memoryLimits } from './http/limits.js';
export { openApi } from './protocol/open-api.js';
export type { SettingsFields } from './protocol/settings.js';
export { sign } from './protocol/signature.js';
export {
  type ReadSettings,
  readKeptSettings,
  readSettings,
  type ShopSettings,
} from './shop/read-settings.js';
export type { BillbeeAccess, ConnectorPorts, ShopRunsPort } from './work/ports.js';
export { shopTarget } from './work/shop-target.js';
