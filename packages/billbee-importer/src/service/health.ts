import type { StoreFigures } from 'importer-accounts';
import type { ServiceFigures } from './service-figures.js';

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

/** So many polls in a row may fail for causes that pass, before it counts. */
const patience = 3;

/**
 * Whether orders are coming in: the database answers, the latest poll did not fail for good or three times in a row, and
 * none is overdue.
 *
 * @param stored undefined when the database did not answer
 * @param times milliseconds; `startedAt` of the service, `pollMs` between polls
 */
export function judgeHealth(
  stored: StoreFigures | undefined,
  service: Pick<ServiceFigures, 'failure' | 'failureMayPass' | 'failuresInARow' | 'polling'>,
  { now, startedAt, pollMs }: { readonly now: number; readonly startedAt: number; readonly pollMs: number },
): Health {
  if (!stored)
    return { status: 'failing', database: 'unreachable', lastRun: null, cause: 'database-unreachable' };
  const { lastRun, lastCompleteAt } = stored;
  const since = Math.max(startedAt, lastCompleteAt === undefined ? 0 : Date.parse(lastCompleteAt));
  const overdue = !service.polling && now - since > patience * pollMs + 60_000;
  const failed =
    service.failure !== undefined && (!service.failureMayPass || service.failuresInARow >= patience);
  const cause = failed ? (service.failure ?? null) : overdue ? (service.failure ?? 'overdue') : null;
  return {
    status: cause === null ? 'ok' : 'failing',
    database: 'ok',
    lastRun: lastRun
      ? { ...lastRun, ageSeconds: Math.max(0, Math.round((now - Date.parse(lastRun.endedAt)) / 1000)) }
      : null,
    cause,
  };
}
