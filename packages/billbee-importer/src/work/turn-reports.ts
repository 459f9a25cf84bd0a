import { nextDueAt, sendDue } from 'importer-core';
import { codeOf } from '../log/log.js';
import type { Merchant } from '../session/account-session.js';
import type { TurnParts } from './turn.js';

/** Billbee takes nothing before somebody has put something right: no job until then. */
export const refusedMs = 300_000;

/**
 * The reports of one turn. When Billbee refuses them for a reason that concerns all of them, they are tried once in the turn: they
 * stay due, and without a wait the account would have turn after turn. New credentials end the wait.
 */
export class TurnReports {
  readonly #parts: Pick<TurnParts, 'store' | 'clock'>;
  readonly #signal: AbortSignal;
  #sent = 0;
  #refusal: unknown;

  constructor(parts: Pick<TurnParts, 'store' | 'clock'>, signal: AbortSignal) {
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

  /** Sends what is due. */
  async send({ account, sink }: Merchant): Promise<void> {
    const { store, clock } = this.#parts;
    const due = await nextDueAt(store, account);
    if (due === undefined || due > clock.now() || this.#signal.aborted || this.#refusal) return;
    const { sent, stoppedBy } = await sendDue({ store, account, sink, clock, signal: this.#signal });
    this.#sent += sent;
    if (this.#signal.aborted || mayPass(stoppedBy) || codeOf(stoppedBy) === 'already-running') return;
    this.#refusal = stoppedBy;
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
