import { type Store, sendDue } from 'importer-core';
import type { CommandContext } from '../context.js';
import type { Connection } from './connect.js';

/** Sends what waits in the outbox and is due. A report that cannot be sent now does not keep orders from coming in. */
export async function sendWaiting(
  { terminal, clock, stop }: CommandContext,
  { account, sink }: Connection,
  store: Store,
): Promise<void> {
  if (stop.aborted) return;
  const { waiting, dead, stoppedBy } = await sendDue({ store, account, sink, clock, signal: stop });
  if (stoppedBy !== undefined && !stop.aborted) {
    const cause = stoppedBy instanceof Error ? stoppedBy.message : String(stoppedBy);
    terminal.note(terminal.say('import.outboxStopped', { waiting, cause }));
  } else if (waiting > 0 || dead > 0) {
    terminal.note(terminal.say('import.outboxOpen', { waiting, dead }));
  }
}
