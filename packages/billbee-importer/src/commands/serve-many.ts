import { type Accounts, accounts, countAccounts } from 'importer-accounts';
import { announceWork } from 'importer-accounts/node';
import { SettingsError, type Store, webhookAddress } from 'importer-core';
import { shops } from 'importer-staging';
import type { CommandContext, ExitCode } from '../context.js';
import type { Log } from '../log/log.js';
import { pinoLog } from '../log/pino-log.js';
import { ServiceMetrics } from '../metrics/service-metrics.js';
import { accountUrl, accountWebhooks } from '../service/account-webhooks.js';
import { collectFigures } from '../service/collect-figures.js';
import { openConnector } from '../service/connector.js';
import { listen } from '../service/listen.js';
import { judgeReadiness } from '../service/readiness.js';
import { buildServiceApp } from '../service/service-app.js';
import { ownVersion } from '../service/version.js';
import { openWebPage } from '../service/web-page.js';
import { openVault } from '../session/open-accounts.js';
import { openDatabase, withStore } from '../session/open-database.js';
import { settingOf } from '../settings/read-environment.js';
import { readSettingsFile } from '../settings/read-settings-file.js';
import { hideSecrets } from '../settings/secrets.js';
import { readServiceSettings, type ServeSwitches } from '../settings/service-settings.js';
import { JobQueue } from '../work/job-queue.js';
import { connectionsFor, type OpenedWorker, openWorker } from '../work/open-worker.js';
import { readWorkSettings } from '../work/work-settings.js';

/**
 * `serve` without credentials of its own: for the accounts of the database and the ERPs' shops. On the embedded database it
 * also does the work; on PostgreSQL that is left to `work`, in as many processes as are wanted.
 *
 * @throws SettingsError `nothing-to-serve` when there is neither account nor shop
 */
export async function serveMany(context: CommandContext, switches: ServeSwitches): Promise<ExitCode> {
  const { env } = context;
  const connections = connectionsFor(readWorkSettings(env, context.terminal));
  return withStore<ExitCode>(openDatabase(env, connections), async (store) => {
    await requireSomething(context, store);
    const log = pinoLog(settingOf(env, 'BILLBEE_LOG_LEVEL'), hideSecrets(env), 'stderr');
    const hasAccounts = (await countAccounts(store)) > 0;
    const vault = hasAccounts ? await openVault(context) : undefined;
    const all = vault && accounts(store, vault, context.clock);
    return serveFrom(context, switches, store, all, log);
  });
}

async function serveFrom(
  context: CommandContext,
  switches: ServeSwitches,
  store: Store,
  all: Accounts | undefined,
  log: Log,
): Promise<ExitCode> {
  const { terminal, env, clock, stop } = context;
  const settings = readServiceSettings(switches, readSettingsFile(env, terminal), env, terminal);
  const { publicUrl } = settings;
  const metrics = new ServiceMetrics();
  const isEmbedded = settingOf(env, 'DATABASE_URL') === undefined;
  let opened: OpenedWorker | undefined;
  let queue: JobQueue | undefined;
  if (all && isEmbedded) {
    opened = await openWorker({
      context,
      store,
      accounts: all,
      settings: readWorkSettings(env, terminal),
      log,
      metrics,
      publicUrlOf: async (account) => publicUrl && accountUrl(publicUrl, account),
    });
    queue = opened.queue;
  } else if (all) {
    queue = await JobQueue.open(store, { supervise: false });
  }
  const worker = opened?.worker;
  const doSoon = async (account: string): Promise<void> => {
    await queue?.add([{ account, kind: 'import' }]);
    if (isEmbedded) worker?.wake();
    else await announceWork(store);
  };
  const hooks =
    all &&
    publicUrl !== undefined &&
    accountWebhooks({
      store,
      clock,
      accounts: all,
      log,
      async onHints(account) {
        metrics.countWebhook();
        await doSoon(account);
      },
    });
  const connector = openConnector(context, store, ownVersion());
  const app = buildServiceApp({
    async health() {
      const { ready, cause } = await judgeReadiness(store, new AbortController().signal);
      const healthy = ready && (worker?.healthy ?? true);
      return {
        status: healthy ? ('ok' as const) : ('failing' as const),
        database: ready ? 'ok' : 'unreachable',
        cause,
        lastRun: null,
      };
    },
    ready: () => judgeReadiness(store, stop),
    metrics: async () => metrics.render(await collectFigures(store, clock, { queue })),
    accountWebhooks: hooks
      ? {
          below: ['', new URL(webhookAddress(publicUrl ?? '')).pathname.replace(/\/webhooks\/billbee$/, '')],
          hooks,
        }
      : undefined,
    connector: connector.app,
    web: openWebPage(context, store, {
      accounts: [],
      // What was asked for is in the store; without the job it is done a little later.
      onAsked: (account) => void doSoon(account).catch(() => {}),
    }),
    onError: (error) =>
      terminal.complain(
        terminal.say('failed.unexpected', { message: error instanceof Error ? error.message : '' }),
      ),
  });
  const server = await listen(app, settings, terminal);
  try {
    terminal.print(terminal.say('serve.listening', { url: server.url }));
    await connector.resume();
    await (worker ? worker.run() : aborted(stop));
  } finally {
    await server.close();
    await connector.settle();
    await (opened ?? queue)?.close();
  }
  terminal.note(terminal.say('serve.stopped'));
  return 0;
}

async function requireSomething({ terminal, clock }: CommandContext, store: Store): Promise<void> {
  if ((await countAccounts(store)) > 0 || (await shops(store, clock).list()).length > 0) return;
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
