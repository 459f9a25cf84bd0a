import { setMaxListeners } from 'node:events';
import { ownVersion } from '../context.js';
import { codeOf } from '../log/log.js';
import type { ServiceMetrics } from '../metrics/service-metrics.js';
import { forgetOldOfAll } from '../session/forget-old.js';
import { processName, rateLimiters } from '../session/rate-limiters.js';
import { openTracing } from '../tracing/open-tracing.js';
import { type OpenSessionParts, sessionOpener } from './open-session.js';
import type { WorkQueue } from './work-queue.js';
import type { WorkSettings } from './work-settings.js';
import { type EndedWork, Worker } from './worker.js';

export interface OpenWorkerOptions extends Omit<OpenSessionParts, 'onCall' | 'rateLimiter' | 'settings'> {
  readonly settings: WorkSettings;
  readonly queue: WorkQueue;
  readonly metrics: ServiceMetrics;
  /** Told about all work that ended. */
  tell(work: EndedWork): void;
}

export interface OpenedWorker {
  readonly worker: Worker;
  close(): Promise<void>;
}

/** Connections of a worker: one for each account that is worked on, and some for queue, leases and places of calls. */
export function connectionsFor({ concurrency }: Pick<WorkSettings, 'concurrency'>): number {
  return concurrency + 4;
}

/** A worker on a queue; run it, then close it: the queue too is closed then. */
export async function openWorker(options: OpenWorkerOptions): Promise<OpenedWorker> {
  const { context, store, settings, queue, metrics, log, tell } = options;
  const { clock, env, stop } = context;
  // Each account that is worked on listens, and they are more than Node expects of one signal.
  setMaxListeners(settings.concurrency + 20, stop);
  const version = ownVersion();
  const tracing = await openTracing(env, version);
  const name = processName();
  const openSession = sessionOpener({
    ...options,
    rateLimiter: rateLimiters(context, store, name),
    onCall(key, call) {
      metrics.countCall(call);
      tracing.call(key, call);
    },
  });
  const worker = new Worker({
    store,
    clock,
    settings,
    queue,
    log,
    stop,
    version,
    worker: name,
    merchant: options.merchant && { key: options.merchant.account, everyMs: options.merchant.pollMs },
    openSession(key) {
      tracing.begin(key);
      return openSession(key);
    },
    onWork(work) {
      const { key, result, elapsedMs } = work;
      tracing.end(key, result);
      metrics.countLease(result.outcome, elapsedMs);
      metrics.countOrders(result);
      metrics.countReports(result.sent);
      if (result.poll) metrics.countRun(result.poll);
      tell(work);
    },
    onCount: (count) => metrics.setLeasesHeld(count),
    onMonth: (month) => metrics.setMonth(month),
    // A setting that cannot be used is told by the work that needs it; it keeps no order from coming in.
    keepHouse: () =>
      forgetOldOfAll(context, store, options.accounts, options.merchant?.account).catch((error: unknown) =>
        log.write('retention-failed', { code: codeOf(error) }),
      ),
  });
  return {
    worker,
    async close() {
      await tracing.close();
      await queue.close();
    },
  };
}
