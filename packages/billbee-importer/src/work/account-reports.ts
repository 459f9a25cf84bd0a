import { type Clock, type Store, sendDue } from 'importer-core';
import { hasDueReports } from 'importer-core/service';
import { codeOf } from '../log/log.js';
import type { AccountSession } from '../session/account-session.js';

/** Billbee takes nothing before somebody has put something right: no work until then. */
export const refusedMs = 300_000;

/**
 * The reports of one account while it is worked on. When Billbee refuses them for a reason that concerns all of them, they are tried once:
 * they stay due, and without a wait the account would be worked on all the time. New credentials end the wait.
 */
export class AccountReports {
  readonly #parts: { readonly store: Store; readonly clock: Clock };
  readonly #signal: AbortSignal;
  #sent = 0;
  #refusal: unknown;
  #isHindered = false;
  #left: { waiting: number; dead: number } | undefined;

  constructor(parts: { readonly store: Store; readonly clock: Clock }, signal: AbortSignal) {
    this.#parts = parts;
    this.#signal = signal;
  }

  get sent(): number {
    return this.#sent;
  }

  /** Why no report can be sent for now. */
  get refusal(): unknown {
    return this.#refusal;
  }

  /**
   * What is due could not be sent for a reason that passes. Two shops of one account share its reports: who came back at once while
   * the other sends them would leave him no time to.
   */
  get isHindered(): boolean {
    return this.#isHindered;
  }

  /** What the latest sending has left; undefined when there was none. */
  get left(): { readonly waiting: number; readonly dead: number } | undefined {
    return this.#left;
  }

  /** Sends what is due. */
  async send({ account, sink }: Pick<AccountSession, 'account' | 'sink'>): Promise<void> {
    const { store, clock } = this.#parts;
    if (this.#signal.aborted || this.#refusal) return;
    if (!(await hasDueReports(store, account, clock.now()))) return;
    const { sent, dead, waiting, stoppedBy } = await sendDue({
      store,
      account,
      sink,
      clock,
      signal: this.#signal,
    });
    this.#sent += sent;
    this.#left = { waiting, dead: dead + (this.#left?.dead ?? 0) };
    this.#isHindered = false;
    if (this.#signal.aborted || stoppedBy === undefined) return;
    if (mayPass(stoppedBy) || codeOf(stoppedBy) === 'already-running') this.#isHindered = true;
    else this.#refusal = stoppedBy;
  }

  /** How long refused reports wait: after a poll not longer than until the next one. */
  waitMs(dueInMs = refusedMs): number {
    return Math.min(refusedMs, dueInMs);
  }
}

/** Trying again soon can help: nothing has to be put right before. */
export function mayPass(error: unknown): boolean {
  const { reaction } = (error ?? {}) as { reaction?: string };
  return reaction !== 'settings' && reaction !== 'stop';
}
