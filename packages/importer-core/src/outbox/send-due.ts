import { StopError } from '../errors.js';
import { withRunSession } from '../store/run-session.js';
import { type SendDueOptions, Sender } from './sender.js';

export interface SendDueResult {
  readonly sent: number;
  readonly dead: number;
  /** Still waiting, due or not. */
  readonly waiting: number;
  /** Why sending ended early (wrong credentials, stopped, another sender); undefined when all that was due was tried. */
  readonly stoppedBy: unknown;
}

/**
 * Sends what waits and is due, each order's write-backs in sequence. One sender per account at a time.
 *
 * What can succeed later waits for its next try; what Billbee refuses is dead and keeps Billbee's words;
 * wrong credentials and a stop leave everything waiting and end the sending.
 *
 * When another process is sending for the account, this one leaves it to that: `stoppedBy` is then a StopError
 * `already-running`.
 *
 * @example const { sent, dead, waiting } = await sendDue({ store, account, sink, clock });
 */
export async function sendDue(options: SendDueOptions): Promise<SendDueResult> {
  const { store, account, signal } = options;
  let sender: Sender | undefined;
  let stoppedBy: unknown;
  try {
    await withRunSession(
      store,
      `outbox:${account}`,
      { activity: 'sending' },
      async ({ db }) => {
        sender = new Sender(db, options);
        stoppedBy = await sender.run();
      },
      signal,
    );
  } catch (error) {
    const isStopped = signal?.aborted && error === signal.reason;
    if (!isStopped && !(error instanceof StopError && error.code === 'already-running')) throw error;
    stoppedBy = error;
  }
  const waiting = await store.db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('account', '=', account)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return { sent: sender?.sent ?? 0, dead: sender?.dead ?? 0, waiting: Number(waiting.count), stoppedBy };
}
