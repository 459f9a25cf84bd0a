import { listenForWork } from 'importer-accounts/node';
import type { CommandContext, ExitCode } from '../context.js';
import { codeOf, pinoLog } from '../log/log.js';

import { ServiceMetrics } from '../metrics/service-metrics.js';
import { collectFigures } from '../service/collect-figures.js';
import { type Listening, listen } from '../service/listen.js';
import { judgeReadiness } from '../service/readiness.js';
import { buildServiceApp } from '../service/service-app.js';
import { withAccounts } from '../session/open-accounts.js';
import { settingOf } from '../settings/read-environment.js';
import { hideSecrets } from '../settings/secrets.js';
import { readServiceSettings } from '../settings/service-settings.js';
import { JobQueue } from '../work/job-queue.js';
import { logWork } from '../work/log-work.js';
import { connectionsFor, openWorker } from '../work/open-worker.js';
import { scheduleQueue } from '../work/work-queue.js';
import { readWorkSettings } from '../work/work-settings.js';

/** The switches of `work` as they were typed. */
export interface WorkSwitches {
  readonly port?: string;
  readonly host?: string;
  readonly publicUrl?: string;
}

const scope = { accounts: true };

/** `work`: a worker, until it is stopped; its log goes to stdout as JSON lines. */
export async function work(context: CommandContext, switches: WorkSwitches): Promise<ExitCode> {
  const { env, terminal, clock, stop } = context;
  const settings = readWorkSettings(env, terminal);
  const service = readServiceSettings(switches, { version: 1 }, env, terminal);
  const { publicUrl } = service;
  const log = pinoLog(settingOf(env, 'BILLBEE_LOG_LEVEL'), hideSecrets(env));
  const metrics = new ServiceMetrics();
  return withAccounts<ExitCode>(
    context,
    async (accounts, store) => {
      const url = settingOf(env, 'DATABASE_URL');
      const queue =
        url === undefined
          ? scheduleQueue(store, scope)
          : await JobQueue.open(store, {
              onLeft: (account, minReader) => log.write('job-left', { account, minReader }),
              onError: (error) => log.write('database-failed', { code: codeOf(error) }),
            });
      const tell = logWork.bind(undefined, log);
      const { worker, close } = await openWorker({
        context,
        store,
        accounts,
        settings,
        queue,
        log,
        metrics,
        publicUrl,
        tell,
      });
      const unlisten = url === undefined ? undefined : listenForWork(url, () => worker.wake());
      let server: Listening | undefined;
      try {
        if (switches.port !== undefined) {
          const app = buildServiceApp({
            // A database that is away for a while is no reason to start the process anew: that is what readiness tells.
            health: async () => ({ status: worker.hangs ? 'failing' : 'ok', leases: worker.count }),
            ready: () => judgeReadiness(store, stop),
            metrics: async () => metrics.render(await collectFigures(store, clock, scope)),
            onError: () => log.write('database-failed', { code: 'unexpected' }),
          });
          server = await listen(app, service, terminal);
          log.write('service-listening', { url: server.url });
        }
        await worker.run();
      } finally {
        await server?.close();
        await unlisten?.();
        await close();
      }
      return 0;
    },
    connectionsFor(settings),
  );
}
