import { endWanted, wantedHolds } from 'importer-accounts';
import {
  type HintQueue,
  type ImportOptions,
  importOrders,
  nextDueAt,
  registerWebhook,
  runImport,
  type Store,
} from 'importer-core';
import { sentence } from '../console/sentence.js';
import type { CommandContext } from '../context.js';
import type { ServiceMetrics } from '../metrics/service-metrics.js';
import type { Connection } from '../session/connect.js';
import { prepareForTarget } from '../session/import-options.js';
import type { ImportPlan } from '../session/import-plan.js';
import { openImportTarget } from '../session/open-target.js';
import { readRetryRules, retryHolds } from '../session/retry-holds.js';
import { sendWaiting } from '../session/send-waiting.js';
import type { ServiceFigures } from './service-figures.js';
import type { WorkLoopOptions } from './work-loop.js';

export interface ImportJobsOptions {
  readonly context: CommandContext;
  readonly connection: Connection;
  readonly store: Store;
  readonly plan: ImportPlan;
  readonly publicUrl: string | undefined;
  readonly figures: ServiceFigures;
  readonly metrics: ServiceMetrics;
  readonly hints: HintQueue;
}

const dayMs = 86_400_000;
const registerAgainMs = 600_000;

/** The jobs of the service; each tells what went wrong and leaves the rest to its next turn. */
export function importJobs(
  options: ImportJobsOptions,
): Pick<WorkLoopOptions, 'poll' | 'importHinted' | 'retryWanted' | 'send' | 'register'> {
  const { context, connection, store, plan, publicUrl, figures, metrics, hints } = options;
  const { terminal, clock, stop } = context;
  const prepare = prepareForTarget(plan);

  /** Opened for each run, so that a file that was moved away is noticed. */
  async function atTarget<T>(
    work: (shared: Omit<ImportOptions, 'limit' | 'since' | 'dryRun'>) => Promise<T>,
  ): Promise<T> {
    const target = await openImportTarget(plan, store, connection.account, context);
    try {
      return await work({
        account: connection.account,
        statusIds: plan.statusIds,
        source: connection.source,
        store,
        target,
        clock,
        prepare,
        changes: plan.changes,
        setInProgressAfterImport: plan.statusAfterImport,
        tagsAfterImport: plan.tagsAfterImport,
        signal: stop,
      });
    } finally {
      await target.close();
    }
  }

  function complain(
    error: unknown,
    key: `serve.${'poll' | 'hint' | 'retry' | 'register' | 'feedback'}Failed`,
  ): void {
    if (stop.aborted) return;
    const cause = sentence(error instanceof Error ? error.message : String(error));
    terminal.complain(terminal.say(key, { cause }));
  }

  /** What an ERP reports of its own accord; it waits in the outbox for the sending that follows. */
  async function readBackFromTarget(): Promise<void> {
    if (!plan.xentral || stop.aborted) return;
    try {
      const { readBack } = await import('../commands/feedback.js');
      const summary = await readBack(context, connection.account, store, plan);
      const { shipments, shipped, cancelled, stock } = summary;
      if (shipments + shipped + cancelled + stock > 0)
        terminal.note(terminal.say('feedback.summary', { ...summary }));
    } catch (error) {
      complain(error, 'serve.feedbackFailed');
    }
  }

  return {
    async poll() {
      figures.polling = true;
      try {
        const { summary, outcome, error } = await atTarget((shared) => runImport(shared));
        figures.endPoll(outcome, error);
        metrics.countRun(outcome);
        metrics.countOrders(summary);
        const { read, created, skipped, held } = summary;
        if (outcome === 'failed') complain(error, 'serve.pollFailed');
        if (created + held > 0)
          terminal.note(terminal.say('import.summary', { read, created, skipped, held }));
      } catch (error) {
        figures.endPoll('failed', error);
        metrics.countRun('failed');
        complain(error, 'serve.pollFailed');
      } finally {
        figures.polling = false;
      }
      await readBackFromTarget();
    },

    async importHinted(ids) {
      try {
        const { summary, missing } = await atTarget((shared) => importOrders({ ...shared, ids }));
        metrics.countOrders(summary);
        const { read, created, skipped, held } = summary;
        if (created + held > 0) terminal.note(terminal.say('serve.hinted', { read, created, skipped, held }));
        // A hint may come before the order can be read by its id, or name it by another number.
        if (missing.length > 0) hints.add([]);
      } catch (error) {
        complain(error, 'serve.hintFailed');
        hints.add([]);
      }
    },

    async retryWanted() {
      if (stop.aborted) return false;
      try {
        const ids = await wantedHolds(store, connection.account);
        if (ids.length === 0) return false;
        const rules = readRetryRules(context);
        const outcomes = await retryHolds(context, connection, store, ids, rules, (error) =>
          complain(error, 'serve.retryFailed'),
        );
        await endWanted(store, connection.account, ids);
        const created = outcomes.filter(({ outcome }) => outcome === 'delivered').length;
        terminal.note(terminal.say('serve.retried', { read: ids.length, created }));
        return (await wantedHolds(store, connection.account, 1)).length > 0;
      } catch (error) {
        complain(error, 'serve.pollFailed');
        return false;
      }
    },

    async send() {
      try {
        await sendWaiting(context, connection, store);
        return await nextDueAt(store, connection.account);
      } catch (error) {
        complain(error, 'serve.pollFailed');
        return clock.now() + registerAgainMs;
      }
    },

    async register() {
      const { account, webhooks: api } = connection;
      try {
        const outcome = await registerWebhook({ store, account, api, clock, publicUrl, signal: stop });
        if (outcome !== 'none' && outcome !== 'kept') terminal.note(terminal.say(`serve.webhook.${outcome}`));
        return clock.now() + dayMs;
      } catch (error) {
        complain(error, 'serve.registerFailed');
        return clock.now() + registerAgainMs;
      }
    },
  };
}
