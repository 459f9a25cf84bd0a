/** importer-core/node: what runs on Node only. */
export * from './encryption-keys.js';
export { joseVault } from './jose-vault.js';
export * from './ndjson-target.js';
export * from './open-store.js';
export * from './open-target.js';
export { type PgliteClient, pgliteDialect } from './pglite-dialect.js';
export * from './system-clock.js';
export * from './work-signal.js';
