/** Overview: what an operator sees of the store, page by page; no credential, no payload. */
export { type AccountOverview, type AccountsQuery, accountsOverview } from './accounts-overview.js';
export { type HeldOverview, type HeldQuery, heldOverview } from './held-overview.js';
export { type OutboxQuery, outboxOverview } from './outbox-overview.js';
export { type LagPoint, lagHistory, type RunOverview, recentRuns } from './runs-overview.js';
