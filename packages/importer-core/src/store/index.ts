/**
 * importer-core/store: for packages that keep tables of their own beside the engine's, in the same database and the same
 * transactions, and for whoever opens the store on a database of his own.
 */
export { enqueueStatus } from '../outbox/enqueue.js';
export { entryOf } from '../outbox/entry.js';
export { importScope } from '../target/delivery-key.js';
export { type StoredOrder, storedOrders } from '../target/stored-orders.js';
export type { DeliveryScope } from './deliveries.js';
export { type Hold, writeHolds } from './holds.js';
export { forgetOldRuns } from './import-runs.js';
export type { Migrations } from './migrations.js';
export { forgetOldEvents, type NotedEvent, noteEvents } from './order-events.js';
export {
  type ForgetBefore,
  type Forgotten,
  forgetBuyer,
  forgetOldOrders,
  likeOf,
  mentions,
} from './personal-data.js';
export { type RunSession, withRunSession } from './run-session.js';
export { runSql } from './run-sql.js';
export { sha256 } from './sha256.js';
export { sqlText } from './sql-text.js';
export { openStore, type StoreOptions, sqlOf } from './store.js';
export type * from './tables.js';
