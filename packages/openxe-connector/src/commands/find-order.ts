import type { ErpOrder } from 'importer-core';
import type { CommandContext } from './command.js';

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
