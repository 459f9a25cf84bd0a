import type { ErpOrder } from 'importer-core';
import type { CommandContext } from './command.js';
import { type Command, CommandError } from './command.js';

/** How many orders wait. Imports first, so that the answer is news. */
export const getauftraegeanzahl: Command<'getauftraegeanzahl'> = async (context, { nummer, ab_nummer }) => {
  const { shop, settings, staged, runs } = context;
  if (nummer !== '') return (await findOrder(context, nummer)) ? 1 : 0;
  if (ab_nummer !== '') throw numberMode();
  await runs.refresh(shop);
  return staged.count({ orderedFrom: settings.startAt });
};

/** Billbee's order numbers come from many shops: there is none to count up from. */
export function numberMode(): CommandError {
  return new CommandError(
    'number-mode',
    'Der Abholmodus „ab Nummer“ geht mit Billbee nicht, weil dort Aufträge vieler Shops mit eigenen Nummern liegen. Bitte „nach Status“ oder „ab Datum“ wählen.',
  );
}

/** One order by any of its numbers: as it waits or waited here, else by its id from Billbee, if it is open there. */
export async function findOrder(
  { shop, staged, runs }: CommandContext,
  number: string,
): Promise<ErpOrder | undefined> {
  const text = number.trim();
  const found = await staged.find(text);
  if (found || !/^[1-9]\d{9,19}$/.test(text)) return found;
  await runs.fetchOne(shop, text);
  return staged.find(text);
}
