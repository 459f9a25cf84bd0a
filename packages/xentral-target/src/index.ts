/** Xentral as the destination of orders: the table of contents. */
export { type UnknownInXentral, unknownInXentral } from './check-mapping.js';
export { checkXentral, type XentralCheck } from './check-xentral.js';
export type { XentralConnection } from './connection.js';
export type { OnNote } from './deliver.js';
export { documentMigrations } from './documents/migrations.js';
export type { FeedbackOptions, FeedbackSummary } from './feedback/read-shipments.js';
export { runFeedback } from './feedback/run-feedback.js';
export { readXentralSettings, type XentralSettings } from './settings.js';
export type { LookUps, Workspace } from './workspace.js';
export {
  openXentralLookUps,
  openXentralTarget,
  openXentralWorkspace,
  type XentralTargetOptions,
} from './xentral-target.js';
