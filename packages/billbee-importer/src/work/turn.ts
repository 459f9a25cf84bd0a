import type { Accounts } from 'importer-accounts';
import type { Clock, Store } from 'importer-core';
import type { Merchant } from '../session/account-session.js';
import type { WorkSettings } from './work-settings.js';

/** What a turn needs from its worker. */
export interface TurnParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly accounts: Accounts;
  readonly settings: Pick<WorkSettings, 'leaseMs' | 'sliceMs' | 'shortestMs' | 'longestMs'>;
  /** Names this worker, differently from all others. */
  readonly holder: string;
  /** Aborted when the worker is to end: the turn comes to its next safe point. */
  readonly stop: AbortSignal;
  /** Public address of the webhooks of an account; undefined: polling only. */
  publicUrlOf(account: string): Promise<string | undefined>;
  openMerchant(account: NonNullable<Awaited<ReturnType<Accounts['get']>>>): Promise<Merchant>;
  /** How much slower than wished all accounts are asked, and whether their calls are used up. */
  month(): { readonly stretch: number; readonly exhausted: boolean };
}

/** What became of a turn. */
export interface TurnResult {
  /** `busy`: somebody else has the account's turn. */
  readonly outcome: 'done' | 'sliced' | 'stopped' | 'lost' | 'busy' | 'gone' | 'failed';
  /** Why it failed or was lost, or why reports to Billbee wait although they are due. */
  readonly error?: unknown;
  /** Trying again soon can help. */
  readonly mayPass?: boolean;
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
}
