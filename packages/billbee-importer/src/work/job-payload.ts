import type { WorkKind } from './work-queue.js';

/** A job as it lies in the queue. Fields are only ever added; a reader takes those it knows. */
export interface JobPayload {
  /** Version of the writer; 1 when it says nothing. */
  readonly v: number;
  /** The oldest version that may do this job; for jobs that an older worker would do wrongly. */
  readonly minReader: number;
  readonly account: string;
  readonly kind: WorkKind;
}

/** Version of this reader and writer. */
const payloadVersion = 1;

/** The payload of a new job. */
export function writePayload(account: string, kind: WorkKind): object {
  return { v: payloadVersion, minReader: 1, account, kind };
}

/**
 * Reads a payload of any version.
 *
 * @returns undefined when it names no account, which no version writes
 */
export function readPayload(data: unknown): JobPayload | undefined {
  const { v = 1, minReader = 1, account, kind } = (data ?? {}) as Record<string, unknown>;
  if (typeof account !== 'string' || account === '') return undefined;
  return {
    v: Number(v) || 1,
    minReader: Number(minReader) || 1,
    account,
    kind: kind === 'report' ? 'report' : 'import',
  };
}

/** Whether this version may do the job; else a newer worker has to. */
export function isForUs({ minReader }: JobPayload): boolean {
  return minReader <= payloadVersion;
}
