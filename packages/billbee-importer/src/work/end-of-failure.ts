import type { LeaseEnd } from 'importer-accounts';
import { codeOf } from '../log/log.js';
import { mayPass, refusedMs } from './account-reports.js';
import type { WorkResult } from './work-result.js';

/** Tries after the first, 5 s, 10 s, 20 s … apart. */
const mostRetries = 5;
const firstRetryMs = 5000;
/** Somebody else works for this account without its lease: a command by hand, or another shop of it. */
export const otherRunMs = 15_000;

/**
 * What work that threw leaves to the next one: what may pass is tried again with growing distance, and given up in the end; the
 * rest waits for somebody to look at it.
 *
 * @param now `failures` in a row, this one included; `longestMs`: when the account is asked again after it was given up
 */
export function endOfFailure(
  error: unknown,
  now: {
    readonly lost: boolean;
    readonly stopped: boolean;
    readonly failures: number;
    readonly longestMs: number;
  },
): { readonly outcome: WorkResult['outcome']; readonly end: LeaseEnd } {
  const { lost, stopped, failures, longestMs } = now;
  // Where nobody else has the lease yet, whoever comes next is to look at everything.
  if (lost) return { outcome: 'lost', end: { dueInMs: 0 } };
  if (stopped) return { outcome: 'stopped', end: {} };
  const code = codeOf(error);
  if (code === 'already-running') return { outcome: 'busy', end: { retryInMs: otherRunMs } };
  const failed = { failures, failure: code };
  if (!mayPass(error) || failures > mostRetries)
    return {
      outcome: 'failed',
      end: { ...failed, dead: true, dueInMs: longestMs, retryInMs: refusedMs },
    };
  // Accounts that failed together, because Billbee was away, do not come back together.
  const retryInMs = firstRetryMs * 2 ** (failures - 1) * (0.75 + 0.5 * Math.random());
  return { outcome: 'failed', end: { ...failed, retryInMs } };
}
