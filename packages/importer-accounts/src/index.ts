/** importer-accounts: many merchants' accounts in one store, and the work on them shared by any number of machines. */

export { accountMessages } from './accounts/account-messages.js';
export type { Account, NewAccount } from './accounts/accounts.js';
export { type Accounts, countAccounts, createAccounts } from './accounts/accounts.js';
export { accountCredentials, reseal, type SealedColumn } from './accounts/reseal.js';
export type { Vault } from './accounts/vault.js';
export { billingMonthLeft } from './budget/billing-month.js';
export {
  type CallBudget,
  type CallBudgetOptions,
  type CallLimits,
  type CallWarning,
  createCallBudget,
} from './budget/call-budget.js';
export { type AccountOverview, type AccountsQuery, accountsOverview } from './overview/accounts-overview.js';
export {
  type DeliveriesQuery,
  type DeliveryOverview,
  deliveriesOverview,
  type OrderHistoryEntry,
  orderHistory,
} from './overview/deliveries-overview.js';
export { type HeldOverview, type HeldQuery, heldOverview } from './overview/held-overview.js';
export { type OutboxQuery, outboxOverview } from './overview/outbox-overview.js';
export { type LagPoint, lagHistory, type RunOverview, recentRuns } from './overview/runs-overview.js';
export { readStoreFigures, type StoreFigures } from './overview/store-figures.js';
export { readLastComplete, readOverview, type StoreOverview } from './overview/store-overview.js';
export { createSharedRateLimiter } from './rate-limit/shared-rate-limiter.js';
export {
  type AccountLease,
  endLease,
  type LeaseEnd,
  pollAllNow,
  pollNow,
  renewLease,
  scheduleAccount,
  takeLease,
} from './schedule/account-leases.js';
export {
  type DueAccount,
  dueAccounts,
  readScheduleState,
  type ScheduleState,
  scheduleSizes,
  type WorkScope,
} from './schedule/due-accounts.js';
export { type MonthPlan, planMonth } from './schedule/plan-month.js';
export { type PollPlan, planPoll } from './schedule/plan-poll.js';
export {
  endRetryRequests,
  type RetryRequest,
  requestedRetries,
  requestRetry,
} from './schedule/retry-requests.js';
export { addHints, type HintedWork, takeHints } from './schedule/stored-hints.js';
export { type WithoutWorkOptions, withoutWork } from './schedule/without-work.js';
export { accountsMigrations } from './store/migrations.js';
