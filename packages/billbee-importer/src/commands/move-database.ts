import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { countAccounts } from 'importer-accounts';
import { SettingsError } from 'importer-core';
import { moveStore, openEmbeddedDatabase, openPostgres } from 'importer-core/node';
import { serviceAnswers } from '../beside/ask-service.js';
import type { CommandContext, ExitCode } from '../context.js';
import { migrations, withStore } from '../session/open-database.js';
import { dataDir, patienceMs } from '../settings/data-dir.js';
import { hideSecrets } from '../settings/secrets.js';

/** `move-database`: from the embedded database into an empty PostgreSQL; afterwards the folder says where its data went. */
export async function moveDatabase(
  { terminal, env }: CommandContext,
  { to }: { readonly to: string },
): Promise<ExitCode> {
  if (!/^postgres(?:ql)?:\/\//.test(to)) {
    throw new SettingsError('argument-invalid', terminal.say('move.to'), { settings: ['--to'] });
  }
  terminal.hide(hideSecrets({ DATABASE_URL: to }));
  const folder = dataDir(env);
  if (!existsSync(join(folder, 'db'))) {
    throw new SettingsError('argument-invalid', terminal.say('move.nothing', { folder }), {
      settings: ['BILLBEE_DATA_DIR'],
    });
  }
  // A service would go on writing into what is being copied.
  const waitMs = (await serviceAnswers(folder)) ? 0 : patienceMs;
  return withStore<ExitCode>(
    openEmbeddedDatabase(folder, { migrations, waitMs, evenIfMoved: true }),
    (from) =>
      withStore<ExitCode>(openPostgres(to, { migrations }), async (target) => {
        await moveStore(from, target, (table, rows) => {
          if (rows > 0) terminal.note(terminal.say('move.table', { table, rows }));
        });
        terminal.print(terminal.say('move.done', { folder, to: target.location }));
        const key = join(folder, 'encryption-key');
        if ((await countAccounts(target)) > 0 && existsSync(key)) {
          terminal.note(terminal.say('move.key', { file: key }));
        }
        return 0;
      }),
  );
}
