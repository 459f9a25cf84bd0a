/** importer-staging: orders wait in the store until an ERP fetches and acknowledges them; its shops, each with a token. */
export { shopMessages } from './shops/shop-messages.js';
export { type Shop, type ShopNews, type Shops, shops } from './shops/shops.js';
export type { HeldBack } from './staging/hold-staged.js';
export {
  type Acknowledged,
  type StagedFilter,
  type StagedOrders,
  stagedOrders,
} from './staging/staged-orders.js';
export {
  type Refusal,
  type StagedOrdersOptions,
  type StagingTargetOptions,
  stagingTarget,
  stagingTargetId,
} from './staging/staging-target.js';
export { stagingMigrations } from './store/migrations.js';
