import { HoldError } from '../errors.js';
import { withRunSession } from '../store/run-session.js';
import { deliveryKeys, importScope } from '../target/delivery-key.js';
import { handleOrders } from './handle-orders.js';
import type { ImportOptions, ImportSummary } from './import-options.js';
import { nameOrders } from './name-orders.js';
import { prepareOrder } from './prepare-order.js';
import { resolveClaims } from './resolve-claims.js';
import { RunTally } from './run-tally.js';
import type { StepContext } from './step-context.js';

/** What the import of single orders needs. */
export interface ImportOrdersOptions
  extends Omit<ImportOptions, 'since' | 'limit' | 'dryRun' | 'onProgress'> {
  /** BillBeeOrderIds. */
  readonly ids: readonly string[];
}

export interface ImportOrdersResult {
  /** `cursor` is always null: nothing is read beside the orders. */
  readonly summary: ImportSummary;
  /** Ids that Billbee does not have, or does not give out by id. */
  readonly missing: readonly string[];
}

/**
 * Imports single orders, each read by its id, through the same steps as a run: selection, claim, delivery,
 * confirmation. For hints that something about them is new. The cursor stays where it is.
 *
 * An order that is not in a selected status is skipped (`status-not-selected`), also when it could not be
 * mapped: only what a run would meet can be held.
 *
 * @throws RetryError, SettingsError, StopError as the source and the target throw them, `already-running` when a
 *   run is under way; orders done before that stay done, and a run finds the others
 * @example
 * const { missing } = await importOrders({ ids: ['300000180937794'], account, statusIds: [3], source, store, target, clock });
 */
export async function importOrders(options: ImportOrdersOptions): Promise<ImportOrdersResult> {
  const { account, target, clock, source, store, signal } = options;
  const prepare = options.prepare ?? prepareOrder();
  const statusIds = new Set(options.statusIds);
  const keyOf = await deliveryKeys(account);
  const tally = new RunTally(source, clock.now());
  const missing: string[] = [];
  await withRunSession(
    store,
    importScope(account, target),
    { activity: 'importing', target: target.id },
    async (session) => {
      const context: StepContext = {
        session,
        source,
        prepare,
        signal,
        scope: { account, target: target.id },
        target,
        clock,
        rules: {
          statusIds,
          changes: options.changes ?? 'ignore',
          canUpdate: target.update !== undefined,
          retry: false,
          confirmed: false,
        },
        keyOf,
        dryRun: false,
        askTarget: false,
        afterImport: {
          statusId: options.setInProgressAfterImport?.statusId,
          tags: options.tagsAfterImport,
          whileIn: options.statusIds,
        },
        onDecision(decision) {
          tally.add(decision);
          options.onDecision?.(decision);
        },
      };
      await resolveClaims(context);
      for (const orderId of new Set(options.ids)) {
        signal?.throwIfAborted();
        const raw = await readOne(orderId);
        const named = raw === undefined ? undefined : (await nameOrders([raw], prepare)).orders.get(orderId);
        if (!named) {
          missing.push(orderId);
          continue;
        }
        const { statusId } = named.prepared;
        if (statusId !== undefined && statusIds.has(statusId)) await handleOrders(context, [named]);
        else context.onDecision({ orderId, action: 'skip', reason: 'status-not-selected' });
      }
    },
    signal,
  );
  return { summary: tally.summary(clock.now(), null), missing };

  async function readOne(orderId: string): Promise<unknown> {
    try {
      return await source.readOrder(orderId, signal);
    } catch (error) {
      if (error instanceof HoldError) return undefined;
      throw error;
    }
  }
}
