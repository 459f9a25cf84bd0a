import type { ImportSummary, RegistrationOutcome } from 'importer-core';
import type { FeedbackSummary } from 'xentral-target';
import type { RequestedRetries } from './work-session.js';

/** What a worker does for an account, one step after another. */
export type WorkStep = 'registration' | 'reports' | 'hints' | 'retry' | 'poll' | 'feedback';

/** What became of the work on an account. */
export interface WorkResult {
  /** `busy`: somebody else has the account's lease, or imports for it; `sliced`: others come first, and the rest afterwards. */
  readonly outcome: 'done' | 'sliced' | 'stopped' | 'lost' | 'busy' | 'gone' | 'failed';
  /** Why it failed or was lost, or why reports to Billbee wait although they are due. */
  readonly error?: unknown;
  /** What it was at. */
  readonly step: WorkStep;
  /** Nothing is tried again soon: it was tried often enough, or somebody has to put something right. */
  readonly dead: boolean;
  /** Outcome of the poll, if there was one. */
  readonly poll?: string | undefined;
  readonly read: number;
  readonly created: number;
  readonly skipped: number;
  readonly held: number;
  readonly calls: number;
  readonly retries: number;
  readonly sent: number;
  /** Until the next poll. */
  readonly nextMs?: number | undefined;
  readonly steps: StepResults;
}

/** What single steps have done, for those who tell it to people. */
export interface StepResults {
  registration?: RegistrationOutcome | { readonly error: unknown };
  hints?: ImportSummary;
  retry?: RequestedRetries;
  poll?: ImportSummary;
  feedback?: FeedbackSummary;
  /** Reports that still wait, and those that are dead. */
  outbox?: { readonly waiting: number; readonly dead: number };
}
