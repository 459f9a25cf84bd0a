/**
 * importer-core/conformance: what the library relies on in a target of your own, as checks that any test runner can
 * execute. It needs no test framework and nothing of Node.
 */
export {
  type ConformanceCheck,
  ConformanceError,
  type ConformanceReport,
  runChecks,
} from './check.js';
export { targetConformance } from './target-conformance.js';
export type { TargetConformanceOptions, TargetLocation } from './target-trial.js';
