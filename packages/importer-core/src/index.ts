/** importer-core: the table of contents. Each line is one room of the library. */
export * from './errors.js';
export type * from './import/order-source.js';
export type * from './order/erp-order.js';
export type * from './ports.js';
export type * from './target/target.js';
