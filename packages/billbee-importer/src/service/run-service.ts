import {
  createAccounts,
  pollNow,
  readScheduleState,
  readStoreFigures,
  type WorkScope,
} from 'importer-accounts';
import { announceWork } from 'importer-accounts/node';
import type { Store } from 'importer-core';
import type { CommandContext } from '../context.js';
import type { Log } from '../log/log.js';
import { ServiceMetrics } from '../metrics/service-metrics.js';
import { lazyVault } from '../session/open-accounts.js';
import { settingOf } from '../settings/read-environment.js';
import { hideSecrets } from '../settings/secrets.js';
import type { ServiceSettings } from '../settings/service-settings.js';
import { logWork, tellShopWork, tellWork } from '../work/log-work.js';
import { type Merchant, shopPrefix } from '../work/open-session.js';
import { type OpenedWorker, openWorker } from '../work/open-worker.js';
import { scheduleQueue } from '../work/work-queue.js';
import type { WorkSettings } from '../work/work-settings.js';
import type { EndedWork, Worker } from '../work/worker.js';
import { collectFigures } from './collect-figures.js';
import { type ErpConnector, openConnector } from './connector.js';
import { type Health, judgeHealth } from './health.js';
import { listen } from './listen.js';
import { judgeReadiness, within } from './readiness.js';
import { buildServiceApp } from './service-app.js';
import { openWebPage } from './web-page.js';
import { createWebhooks } from './webhooks.js';

export interface ServiceParts {
  readonly settings: ServiceSettings;
  readonly work: WorkSettings;
  /** The account of the environment; undefined: there is none. */
  readonly merchant: Merchant | undefined;
}

const databaseMs = 5000;

/** The service, until it is stopped: what it answers over HTTP, and a worker for those whom it works for itself. */
export async function runService(
  context: CommandContext,
  store: Store,
  { settings, work, merchant }: ServiceParts,
): Promise<void> {
  const { terminal, env, clock, stop } = context;
  const { publicUrl } = settings;
  const isEmbedded = settingOf(env, 'DATABASE_URL') === undefined;
  const scope: WorkScope = {
    accounts: isEmbedded,
    keys: merchant ? [merchant.account] : [],
    prefix: shopPrefix,
  };
  const startedAt = clock.now();
  const metrics = new ServiceMetrics();
  const log = serviceLog(context, merchant !== undefined);
  const vault = lazyVault(context);
  const all = createAccounts(store, vault, clock);
  const connector: ErpConnector = openConnector(context, store, vault, {
    run: (shop, request, signal) => opened.worker.workNow(`${shopPrefix}${shop}`, request, signal),
  });
  const opened: OpenedWorker = await openWorker({
    context,
    store,
    accounts: all,
    settings: work,
    queue: scheduleQueue(store, scope),
    log,
    metrics,
    publicUrl,
    merchant,
    openShop: connector.openShop,
    tell: (ended) => tellAny(ended),
  });
  const { worker } = opened;

  function tellAny(ended: EndedWork): void {
    const { key, kind, result } = ended;
    if (key === merchant?.account) {
      tellWork(terminal, result);
      // A person at the terminal has been told; a journal wants the figures.
      if (!terminal.stderr.isTTY) logWork(log, ended);
    } else if (!key.startsWith(shopPrefix)) logWork(log, ended);
    else if (kind !== 'order') tellShopWork(terminal, key.slice(shopPrefix.length), result);
  }

  /** Something was put into the store for an account: whoever works on it is told. */
  async function doSoon(): Promise<void> {
    worker.wake();
    if (!isEmbedded) await announceWork(store);
  }

  const app = buildServiceApp({
    health: () => readHealth(store, worker, merchant, { now: clock.now(), startedAt }),
    ready: () => judgeReadiness(store, stop),
    metrics: async () => metrics.render(await collectFigures(store, clock, scope, merchant?.account)),
    webhooks:
      publicUrl === undefined
        ? undefined
        : createWebhooks({
            store,
            clock,
            accounts: all,
            publicUrl,
            merchant: merchant?.account,
            log,
            async onHints() {
              metrics.countWebhook();
              await doSoon();
            },
          }),
    connector: connector.app,
    web: openWebPage(context, store, {
      accounts: merchant ? [merchant.account] : [],
      // What was asked for is in the store; without the word it is done a little later.
      onAsked: () => void doSoon().catch(() => {}),
    }),
    onError: (error) =>
      terminal.complain(
        terminal.say('failed.unexpected', { message: error instanceof Error ? error.message : '' }),
      ),
  });
  const server = await listen(app, settings, terminal);
  try {
    terminal.print(terminal.say('serve.listening', { url: server.url }));
    if (merchant) await pollNow(store.db, merchant.account, { registration: true });
    await worker.run();
  } finally {
    await server.close();
    await connector.settle();
    await opened.close();
  }
}

/** Of the merchant of the environment: whether orders are coming in. Else whether the database answers, and the worker works. */
async function readHealth(
  store: Store,
  worker: Worker,
  merchant: Merchant | undefined,
  times: { readonly now: number; readonly startedAt: number },
): Promise<Health> {
  if (merchant) {
    const { account, pollMs } = merchant;
    const [figures, schedule] = await within(
      databaseMs,
      Promise.all([readStoreFigures(store, account), readScheduleState(store, account)]),
    ).catch(() => []);
    return judgeHealth(figures, schedule, { ...times, pollMs });
  }
  const { ready, cause } = await judgeReadiness(store, new AbortController().signal);
  return {
    status: ready && worker.healthy ? 'ok' : 'failing',
    database: ready ? 'ok' : 'unreachable',
    cause,
    lastRun: null,
  };
}

/**
 * The log of the work on accounts. With a merchant of the environment nothing is said of the worker itself, and nothing is loaded before
 * there is something to log.
 */
function serviceLog({ env }: CommandContext, hasMerchant: boolean): Log {
  let opening: Promise<Log> | undefined;
  return {
    write(event, fields) {
      if (hasMerchant && /^(?:worker|month)-/.test(event)) return;
      opening ??= import('../log/log.js').then(({ pinoLog }) =>
        pinoLog(settingOf(env, 'BILLBEE_LOG_LEVEL'), hideSecrets(env), 'stderr'),
      );
      void opening.then((log) => log.write(event, fields));
    },
  };
}
