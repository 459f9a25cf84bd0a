import { setMaxListeners } from 'node:events';
import type { Accounts } from 'importer-accounts';
import type { Store } from 'importer-core';
import type { CommandContext } from '../context.js';
import type { Log } from '../log/log.js';
import type { ServiceMetrics } from '../metrics/service-metrics.js';
import { ownVersion } from '../service/version.js';
import { openMerchant } from '../session/account-session.js';
import { paceOfKeys, processName } from '../session/rate-limiters.js';
import { openTracing } from '../tracing/open-tracing.js';
import { JobQueue } from './job-queue.js';
import type { WorkSettings } from './work-settings.js';
import { Worker, type WorkerOptions } from './worker.js';

export interface OpenWorkerOptions extends Pick<WorkerOptions, 'publicUrlOf' | 'log'> {
  readonly context: CommandContext;
  readonly store: Store;
  readonly accounts: Accounts;
  readonly settings: WorkSettings;
  readonly log: Log;
  readonly metrics: ServiceMetrics;
}

export interface OpenedWorker {
  readonly worker: Worker;
  readonly queue: JobQueue;
  close(): Promise<void>;
}

/** Connections of a worker: one for each turn, and some for queue, leases and places of calls. */
export function connectionsFor({ concurrency }: Pick<WorkSettings, 'concurrency'>): number {
  return concurrency + 4;
}

/** A worker on its own queue; run it, then close it. */
export async function openWorker(options: OpenWorkerOptions): Promise<OpenedWorker> {
  const { context, store, accounts, settings, log, metrics } = options;
  const { clock, env, stop } = context;
  // Each turn listens, and they are more than Node expects of one signal.
  setMaxListeners(settings.concurrency + 20, stop);
  const holder = processName();
  const tracing = await openTracing(env, ownVersion());
  const queue = await JobQueue.open(store);
  const paceOf = paceOfKeys(context, store, holder);
  const worker = new Worker({
    ...options,
    queue,
    settings,
    clock,
    stop,
    holder,
    log,
    onTurn(account, result, elapsedMs) {
      tracing.endTurn(account, result);
      metrics.countTurn(result.outcome, elapsedMs);
      metrics.countOrders(result);
      metrics.countReports(result.sent);
      if (result.poll) metrics.countRun(result.poll);
    },
    onTurns: (turns) => metrics.setTurnsRunning(turns),
    onMonth: (month) => metrics.setMonth(month),
    version: ownVersion(),
    openMerchant: (account) => {
      tracing.beginTurn(account.key);
      return openMerchant(account, {
        context,
        store,
        accounts,
        log,
        outDir: settings.outDir,
        paceOf,
        onCall(call) {
          metrics.countCall(call);
          tracing.call(account.key, call);
        },
      });
    },
  });
  return {
    worker,
    queue,
    async close() {
      await tracing.close();
      await queue.close();
    },
  };
}
