import type { ScheduleState, StoreFigures } from 'importer-accounts';

/** What `/healthz` answers; no name, no address, no secret. */
export interface Health {
  readonly status: 'ok' | 'failing';
  readonly database: 'ok' | 'unreachable';
  readonly lastRun: {
    readonly endedAt: string;
    readonly ageSeconds: number;
    readonly outcome: string;
  } | null;
  /** Code of what keeps orders from coming in, e.g. `unauthorized`, `overdue`; null when all is well. */
  readonly cause: string | null;
}

/** So many tries in a row may fail for causes that pass, and so many polls may be overdue, before it counts. */
const patience = 3;
const clockMs = 300_000;
/** The merchant has his entry in the schedule by then. */
const startMs = 60_000;

/**
 * Whether orders are coming in: the database answers, the latest work did not fail for good or three times in a row, no poll
 * is overdue, no run lies in the future, and the merchant was not removed from the database meanwhile.
 *
 * @param stored undefined when the database did not answer
 * @param schedule the merchant's entry; undefined: there is none yet
 * @param times milliseconds; `startedAt` of the service, `pollMs` between polls
 */
export function judgeHealth(
  stored: StoreFigures | undefined,
  schedule: Omit<ScheduleState, 'account'> | undefined,
  { now, startedAt, pollMs }: { readonly now: number; readonly startedAt: number; readonly pollMs: number },
): Health {
  if (!stored)
    return { status: 'failing', database: 'unreachable', lastRun: null, cause: 'database-unreachable' };
  const { lastRun } = stored;
  const cause = causeOf(schedule) ?? (isClockBack() ? 'clock-set-back' : null);
  return {
    status: cause === null ? 'ok' : 'failing',
    database: 'ok',
    lastRun: lastRun
      ? { ...lastRun, ageSeconds: Math.max(0, Math.round((now - Date.parse(lastRun.endedAt)) / 1000)) }
      : null,
    cause,
  };

  function causeOf(state: typeof schedule): string | null {
    if (!state) return now - startedAt > startMs ? 'account-removed' : null;
    const { failure, failures, dead, busy, dueSeconds } = state;
    if (failure !== null && (dead || failures >= patience)) return failure;
    const dueMs = Math.min(dueSeconds * 1000, now - startedAt);
    return !busy && dueMs > patience * pollMs + 60_000 ? (failure ?? 'overdue') : null;
  }

  /** What is stored would not come to pass before the time that it names. */
  function isClockBack(): boolean {
    return lastRun !== undefined && Date.parse(lastRun.endedAt) > now + clockMs;
  }
}
