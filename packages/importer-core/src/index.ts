/** importer-core: the table of contents. Each line is one room of the library. */
export * from './billbee/index.js';
export * from './errors.js';
export * from './import/held-orders.js';
export type * from './import/import-options.js';
export type * from './import/order-source.js';
export * from './import/prepare-order.js';
export type * from './import/prepared-order.js';
export * from './import/run-import.js';
export * from './order/index.js';
export * from './outbox/outbox.js';
export type * from './outbox/write-back.js';
export type * from './outbox/write-back-sink.js';
export type * from './ports.js';
export type { Store } from './store/store.js';
export * from './target/store-target.js';
export type * from './target/target.js';
