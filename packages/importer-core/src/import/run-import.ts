import type { ImportOptions, ImportResult } from './import-options.js';

/**
 * One import run: every order in the selected statuses is delivered to the target once, or held.
 *
 * A run that fails does not throw: it resolves with `outcome: 'failed'`, the error and the summary as far
 * as it got; the next run continues without loss or duplicate. It does not send what it puts into the
 * outbox: call `sendDue` before and after.
 */
export async function runImport(_options: ImportOptions): Promise<ImportResult> {
  throw new Error('being written');
}
