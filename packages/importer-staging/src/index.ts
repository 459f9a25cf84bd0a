/** importer-staging: orders wait in the store until an ERP fetches and acknowledges them; its shops, each with a token. */
export { shopMessages } from './shops/shop-messages.js';
export { createShops, type Shop, type ShopNews, type Shops, shopCredentials } from './shops/shops.js';
export type { HeldBack } from './staging/hold-staged.js';
export { forgetOldTaken, forgetTakenBuyer } from './staging/personal-data.js';
export {
  type Acknowledged,
  createStagedOrders,
  type StagedFilter,
  type StagedOrders,
} from './staging/staged-orders.js';
export {
  createStagingTarget,
  type Refusal,
  type StagedOrdersOptions,
  type StagingTargetOptions,
  stagingTargetId,
} from './staging/staging-target.js';
export { stagingMigrations } from './store/migrations.js';
