/** A local Billbee to develop against: the order API with limits and quirks, and look-alike backend pages. */

export type { SandboxAccount } from './accounts.js';
export {
  type AnswerFault,
  FAULT_NAMES,
  type Fault,
  type FaultName,
  htmlPage,
  serverError,
  throttled,
  unauthorized,
} from './api/faults.js';
export type { CallCounters, LoggedCall } from './call-log.js';
export { DEVIATIONS, type Deviation } from './deviations.js';
export type { SandboxClock } from './options.js';
export {
  DEFAULT_CREDENTIALS,
  type FaultHook,
  ROW_ORDERS,
  type RowOrder,
  type SandboxCall,
  type SandboxCredentials,
  type SandboxOptions,
} from './options.js';
export { createSandbox, type InProcessSandbox } from './sandbox.js';
export { seedOrders } from './seed/seed-orders.js';
export { type Sandbox, startSandbox } from './start-sandbox.js';
export type {
  SandboxAddress,
  SandboxComment,
  SandboxHistoryEntry,
  SandboxOrder,
  SandboxOrderItem,
  SandboxShipment,
  SandboxSoldProduct,
  SandboxUser,
} from './state/order.js';
export type { SandboxState } from './state/state.js';
