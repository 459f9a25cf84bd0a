import type { Store } from 'importer-core';
import { createShops, createStagedOrders, type Shop } from 'importer-staging';
import { formatTable } from '../../console/table.js';
import type { CommandContext, ExitCode } from '../../context.js';
import { openDatabaseToRead, withStore } from '../../session/open-database.js';
import { localFormat } from '../../texts/format.js';

/** `shops list`: every shop, what waits for it and what is held; never a token. */
export async function listShops(
  context: CommandContext,
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  const { terminal, clock } = context;
  const all = await withStore(openDatabaseToRead(context), async (store) => {
    const found = await createShops(store, clock).list();
    return Promise.all(found.map(async (shop) => ({ ...shop, ...(await countsOf(store, shop)) })));
  });
  const shown = all.map(({ name, account, seenAt, clientVersion, waiting, held }) => ({
    shop: name,
    account,
    seenAt,
    clientVersion,
    waiting,
    held,
  }));
  if (options.json) {
    terminal.json({ shops: shown });
    return 0;
  }
  if (shown.length === 0) {
    terminal.print(terminal.say('shops.none'));
    return 0;
  }
  const heading = (['shop', 'account', 'seen', 'waiting', 'held'] as const).map((column) =>
    terminal.say(`column.${column}`),
  );
  const times = localFormat(terminal.language);
  const rows = shown.map(({ shop, account, seenAt, waiting, held }) => [
    shop,
    account ?? '',
    seenAt === null ? '' : times.time(seenAt),
    String(waiting),
    String(held),
  ]);
  for (const line of formatTable(heading, rows)) terminal.print(line);
  return 0;

  async function countsOf(store: Store, { name, account }: Shop) {
    if (account === null) return { waiting: 0, held: 0 };
    const staged = createStagedOrders({ store, account, queue: name, clock });
    return { waiting: await staged.count(), held: await staged.held() };
  }
}
