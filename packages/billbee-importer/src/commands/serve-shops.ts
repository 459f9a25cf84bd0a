import { SettingsError, type Store, shops } from 'importer-core';
import type { CommandContext, ExitCode } from '../context.js';
import { openDatabase, withStore } from '../open-database.js';
import { openConnector } from '../service/connector.js';
import { listen } from '../service/listen.js';
import { buildServiceApp } from '../service/service-app.js';
import { ownVersion } from '../service/version.js';
import { readSettingsFile } from '../settings/read-settings-file.js';
import { readServiceSettings, type ServeSwitches } from '../settings/service-settings.js';

/**
 * `serve` without credentials of its own: only for the ERPs' shops, which bring theirs.
 *
 * @throws SettingsError `nothing-to-serve` when there is no shop either
 */
export async function serveShops(context: CommandContext, switches: ServeSwitches): Promise<ExitCode> {
  const { terminal, env, clock, stop } = context;
  const settings = readServiceSettings(switches, readSettingsFile(env, terminal), env, terminal);
  return withStore<ExitCode>(openDatabase(env), async (store) => {
    await requireShop(context, store);
    const connector = openConnector(context, store, ownVersion());
    const app = buildServiceApp({
      async health() {
        const database = await shops(store, clock)
          .list()
          .then(() => true)
          .catch(() => false);
        return database
          ? { status: 'ok', database: 'ok', cause: null, lastRun: null }
          : { status: 'failing', database: 'unreachable', cause: 'database-unreachable', lastRun: null };
      },
      async metrics() {
        const { length } = await shops(store, clock).list();
        return `# HELP billbee_importer_shops ERP shops that may use the service.\n# TYPE billbee_importer_shops gauge\nbillbee_importer_shops ${length}\n`;
      },
      webhooks: undefined,
      connector: connector.app,
      onError: (error) =>
        terminal.complain(
          terminal.say('failed.unexpected', { message: error instanceof Error ? error.message : '' }),
        ),
    });
    const server = await listen(app, settings, terminal);
    try {
      terminal.print(terminal.say('serve.listening', { url: server.url }));
      await connector.resume();
      await aborted(stop);
    } finally {
      await server.close();
      await connector.settle();
    }
    terminal.note(terminal.say('serve.stopped'));
    return 0;
  });
}

async function requireShop({ terminal, clock }: CommandContext, store: Store): Promise<void> {
  if ((await shops(store, clock).list()).length > 0) return;
  throw new SettingsError('nothing-to-serve', terminal.say('serve.nothing'), {
    settings: ['BILLBEE_USERNAME', 'BILLBEE_API_PASSWORD', 'BILLBEE_API_KEY'],
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
