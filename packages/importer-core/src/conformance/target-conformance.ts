import type { ConformanceCheck } from './check.js';
import { targetDeliveryChecks } from './target-delivery-checks.js';
import { targetEngineChecks } from './target-engine-checks.js';
import { targetMemoryChecks } from './target-memory-checks.js';
import { type TargetConformanceOptions, TargetTrial } from './target-trial.js';

/**
 * What the import engine relies on in a target, as checks for any test runner.
 *
 * @example
 * for (const { name, run } of targetConformance({ create })) it(name, async () => { await run(); });
 */
export function targetConformance(options: TargetConformanceOptions): readonly ConformanceCheck[] {
  const trials = { ...targetDeliveryChecks, ...targetMemoryChecks, ...targetEngineChecks };
  return Object.entries(trials).map(([name, run], index) => ({
    name: `target: ${name}`,
    run: () => TargetTrial.hold(options, index + 1, run),
  }));
}
