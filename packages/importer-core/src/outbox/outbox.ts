import type { Clock } from '../ports.js';
import type { Store } from '../store/store.js';
import type { OutboxEntry, WriteBack } from './write-back.js';
import type { WriteBackSink } from './write-back-sink.js';

/**
 * Puts a write-back into the outbox: safe there before anything is sent.
 *
 * A shipment reported twice (order and tracking number) and a status equal to the last one still waiting
 * are one entry. A dead entry reported again waits again.
 *
 * @returns the entry, new or already there
 */
export async function enqueue(
  _store: Store,
  _account: string,
  _writeBack: WriteBack,
  _clock: Clock,
): Promise<OutboxEntry> {
  throw new Error('being written');
}

/** The account's write-backs, oldest first. */
export async function listOutbox(_store: Store, _account: string): Promise<OutboxEntry[]> {
  throw new Error('being written');
}

/**
 * Lets dead entries wait again; they are due at once.
 *
 * @returns how many
 */
export async function retryDead(
  _store: Store,
  _account: string,
  _clock: Clock,
  _ids?: readonly string[],
): Promise<number> {
  throw new Error('being written');
}

export interface SendDueOptions {
  readonly store: Store;
  readonly account: string;
  readonly sink: WriteBackSink;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

export interface SendDueResult {
  readonly sent: number;
  readonly dead: number;
  /** Still waiting, due or not. */
  readonly waiting: number;
  /** Why sending ended early (wrong credentials, stopped); undefined when all that was due was tried. */
  readonly stoppedBy: unknown;
}

/** Sends what waits and is due, each order's write-backs in sequence. */
export async function sendDue(_options: SendDueOptions): Promise<SendDueResult> {
  throw new Error('being written');
}
