/** importer-core/node: what runs on Node only. */
export { embeddedInUse, roomBytes } from './data-folder.js';
export { eraseDeleted } from './erase-deleted.js';
export { fileTargetId } from './file-target-id.js';
export { moveStore } from './move-store.js';
export { openNdjsonTarget, openTarget, printFileMark } from './ndjson-target.js';
export { type OpenBillbeeOptions, type OpenedBillbee, openBillbee } from './open-billbee.js';
export { type DatabaseOptions, openEmbeddedCopy, openEmbeddedDatabase } from './open-embedded.js';
export { checkPostgres, openPostgres } from './open-postgres.js';
export { type PgliteClient, pgliteDialect } from './pglite-dialect.js';
export * from './system-clock.js';
export { type NodeRequest, type NodeResponse, webhookHandler } from './webhook-handler.js';
