import { enqueue, listOutbox, type OutboxEntry, type Store, sendDue, type WriteBack } from 'importer-core';
import type { CommandContext, ExitCode } from '../context.js';
import { openMerchantSession } from '../session/account-session.js';
import { openDatabase, withStore } from '../session/open-database.js';
import { readAccount } from '../settings/credentials.js';
import { causeIn, sentence, worded } from '../texts/wording.js';

/** `report …`: safe in the outbox first, then sent together with whatever else is due. */
export async function report(context: CommandContext, writeBack: WriteBack): Promise<ExitCode> {
  const { env, terminal } = context;
  const account = readAccount(env, terminal);
  return withStore(openDatabase(context), async (store) => {
    const { id } = await enqueue(store, account, writeBack, context.clock);
    const cause = await send(context, store, account);
    const entry = (await listOutbox(store, account)).find((candidate) => candidate.id === id);
    return tell(context, entry, id, cause);
  });
}

/** @returns why not everything that is due was tried */
async function send(context: CommandContext, store: Store, account: string): Promise<unknown> {
  try {
    const { sink } = await openMerchantSession(context, store);
    const { clock, stop } = context;
    return (await sendDue({ store, account, sink, clock, signal: stop })).stoppedBy;
  } catch (error) {
    // The report itself is safe by now, and the person has to hear that first of all.
    return error;
  }
}

function tell(
  { terminal }: CommandContext,
  entry: OutboxEntry | undefined,
  id: string,
  cause: unknown,
): ExitCode {
  if (entry?.state === 'sent') {
    terminal.print(terminal.say('report.sent'));
    return 0;
  }
  const { language } = terminal;
  const said = entry && worded(entry, language).message;
  if (entry?.state === 'dead') {
    const message = sentence(said ?? terminal.say('failed.unknown'));
    terminal.complain(terminal.say('report.dead', { message, id }));
  } else {
    const reason = cause === undefined ? said : causeIn(language, cause);
    const message = sentence(reason ?? terminal.say('failed.waitingEarlier'));
    terminal.complain(terminal.say('report.waiting', { message, id }));
  }
  return 1;
}
