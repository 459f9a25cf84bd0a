import { createShops, type Shops } from 'importer-staging';
import type { CommandContext, ExitCode } from '../../context.js';
import { openDatabase, withStore } from '../../session/open-database.js';
import type { TextKey } from '../../texts/index.js';

type Options = { readonly json?: boolean };

/** `shops add`: a shop of an ERP, whose token is shown this once. */
export async function addShop(context: CommandContext, name: string, options: Options): Promise<ExitCode> {
  return showToken(context, name, options, 'shops.added', (all) => all.add(name));
}

/** `shops rotate-token`: a new token; the old one is refused from now on. */
export async function rotateShopToken(
  context: CommandContext,
  name: string,
  options: Options,
): Promise<ExitCode> {
  return showToken(context, name, options, 'shops.rotated', (all) => all.rotateToken(name));
}

/** `shops remove`: the ERP's shop may no longer use the service. */
export async function removeShop(context: CommandContext, name: string): Promise<ExitCode> {
  const { terminal, clock } = context;
  await withStore(openDatabase(context), (store) => createShops(store, clock).remove(name));
  terminal.print(terminal.say('shops.removed', { shop: name }));
  return 0;
}

async function showToken(
  context: CommandContext,
  name: string,
  options: Options,
  text: TextKey,
  work: (all: Shops) => Promise<{ readonly token: string }>,
): Promise<ExitCode> {
  const { terminal, clock } = context;
  const { token } = await withStore(openDatabase(context), (store) => work(createShops(store, clock)));
  if (options.json) {
    terminal.json({ shop: name, token });
    return 0;
  }
  // The token alone on stdout, so that a script can take it.
  terminal.note(terminal.say(text, { shop: name }));
  terminal.print(token);
  return 0;
}
