/** Staging: orders wait in the store until an ERP fetches and acknowledges them. */
export type { HeldBack } from './hold-staged.js';
export {
  type Acknowledged,
  type StagedFilter,
  type StagedOrders,
  type StagedOrdersOptions,
  stagedOrders,
} from './staged-orders.js';
export {
  type Refusal,
  type StagingTargetOptions,
  stagingTarget,
  stagingTargetId,
} from './staging-target.js';
