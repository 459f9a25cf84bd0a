import { readStoreFigures } from 'importer-accounts';
import {
  HintQueue,
  receiveWebhook,
  type Store,
  webhookAddress,
  webhookPath,
  webhookSecret,
} from 'importer-core';
import type { CommandContext, ExitCode } from '../context.js';
import { ServiceMetrics } from '../metrics/service-metrics.js';
import { collectFigures } from '../service/collect-figures.js';
import { openConnector } from '../service/connector.js';
import { judgeHealth } from '../service/health.js';
import { importJobs } from '../service/import-jobs.js';
import { listen } from '../service/listen.js';
import { judgeReadiness, within } from '../service/readiness.js';
import { buildServiceApp, type ServiceAppOptions } from '../service/service-app.js';
import { ServiceFigures } from '../service/service-figures.js';
import { ownVersion } from '../service/version.js';
import { openWebPage } from '../service/web-page.js';
import { WorkLoop } from '../service/work-loop.js';
import { type Connection, connect } from '../session/connect.js';
import { type ImportPlan, planImport } from '../session/import-plan.js';
import { openDatabase, withStore } from '../session/open-database.js';
import { hasCredentials } from '../settings/credentials.js';
import { readSettingsFile } from '../settings/read-settings-file.js';
import {
  readServiceSettings,
  type ServeSwitches,
  type ServiceSettings,
} from '../settings/service-settings.js';
import { serveMany } from './serve-many.js';

const databaseMs = 5000;

/** `serve`: the HTTP service; imports again and again, and at once when a webhook asks for it, until it is stopped. */
export async function serve(context: CommandContext, switches: ServeSwitches): Promise<ExitCode> {
  const { terminal, env } = context;
  if (!hasCredentials(env)) return serveMany(context, switches);
  const { status, out, target } = switches;
  const given = { ...(status && { status }), ...(out && { out }), ...(target && { target }) };
  const plan = planImport(context, given);
  const settings = readServiceSettings(switches, readSettingsFile(env, terminal), env, terminal);
  const metrics = new ServiceMetrics();
  const connection = connect(context, (call) => metrics.countCall(call));
  return withStore(openDatabase(env), (store) =>
    serveFrom(context, plan, settings, connection, store, metrics),
  );
}

async function serveFrom(
  context: CommandContext,
  plan: ImportPlan,
  settings: ServiceSettings,
  connection: Connection,
  store: Store,
  metrics: ServiceMetrics,
): Promise<ExitCode> {
  const { terminal, clock, stop } = context;
  const { publicUrl, pollMs } = settings;
  const { account } = connection;
  const startedAt = clock.now();
  await connection.countIn(store, { ask: true });
  const figures = new ServiceFigures();
  const hints = new HintQueue({ clock });
  const jobs = importJobs({ context, connection, store, plan, publicUrl, figures, metrics, hints });
  const loop = new WorkLoop({ clock, stop, hints, pollMs, random: Math.random, ...jobs });
  const webhooks =
    publicUrl === undefined
      ? undefined
      : await webhookRoute(context, publicUrl, account, store, (ids) => {
          metrics.countWebhook();
          hints.add(ids);
          loop.wake();
        });
  const connector = openConnector(context, store, ownVersion());
  const app = buildServiceApp({
    async health() {
      const stored = await within(databaseMs, readStoreFigures(store, account)).catch(() => undefined);
      return judgeHealth(stored, figures, { now: clock.now(), startedAt, pollMs });
    },
    ready: () => judgeReadiness(store, stop),
    metrics: async () => metrics.render(await collectFigures(store, clock, { account })),
    webhooks,
    connector: connector.app,
    web: openWebPage(context, store, { accounts: [account], onAsked: () => loop.askAgain() }),
    onError: (error) =>
      terminal.complain(
        terminal.say('failed.unexpected', { message: error instanceof Error ? error.message : '' }),
      ),
  });
  const server = await listen(app, settings, terminal);
  try {
    terminal.print(terminal.say('serve.listening', { url: server.url }));
    await connector.resume();
    await loop.run();
  } finally {
    await server.close();
    await connector.settle();
  }
  terminal.note(terminal.say('serve.stopped'));
  return 0;
}

async function webhookRoute(
  { clock }: CommandContext,
  publicUrl: string,
  account: string,
  store: Store,
  onHint: (ids: readonly string[]) => void,
): Promise<ServiceAppOptions['webhooks']> {
  const secret = await webhookSecret(store, account, clock);
  return {
    // A reverse proxy may hand on the public path as it is, or without its beginning.
    paths: [webhookPath, new URL(webhookAddress(publicUrl)).pathname],
    receive: (request) => receiveWebhook(request, { secret, onHint: ({ orderIds }) => onHint(orderIds) }),
  };
}
