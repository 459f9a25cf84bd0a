import { SettingsError } from 'importer-core';
import { eraseDeleted } from 'importer-core/node';
import { accountKey } from 'importer-core/service';
import { forgetBuyer } from 'importer-core/store';
import { forgetTakenBuyer } from 'importer-staging';
import type { CommandContext, ExitCode } from '../context.js';
import { openDatabaseToRead, withStore } from '../session/open-database.js';
import { settingOf } from '../settings/read-environment.js';

/**
 * `forget-buyer`: erases what the database holds of one buyer. That orders were delivered, or are held, stays known.
 *
 * @throws SettingsError `argument-invalid`
 */
export async function forgetOneBuyer(
  context: CommandContext,
  email: string,
  { account: given, json }: { readonly account?: string; readonly json?: boolean },
): Promise<ExitCode> {
  const { terminal, env } = context;
  if (!/^[^\s@]+@[^\s@]+$/.test(email.trim())) {
    throw new SettingsError('argument-invalid', terminal.say('forgetBuyer.noAddress'), {
      settings: ['EMAIL'],
    });
  }
  const account = given === undefined ? undefined : accountKey(given);
  const figures = await withStore(openDatabaseToRead(context), async (store) => {
    const { held, delivered } = await forgetBuyer(store.db, email, account);
    const { taken, waiting } = await forgetTakenBuyer(store, email, account);
    const isEmbedded = settingOf(env, 'DATABASE_URL') === undefined;
    if (isEmbedded && held + delivered + taken > 0) await eraseDeleted(store);
    return { held, delivered, taken, waiting };
  });
  if (json) terminal.json(figures);
  else {
    terminal.print(terminal.say('forgetBuyer.done', figures));
    if (figures.waiting > 0) terminal.note(terminal.say('forgetBuyer.waiting', { waiting: figures.waiting }));
    terminal.note(terminal.say('forgetBuyer.files'));
  }
  return figures.waiting > 0 ? 1 : 0;
}
