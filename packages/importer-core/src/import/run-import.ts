import { importMessages } from '../messages/core/import-messages.js';
import { type CursorScope, readWatermark, writeWatermark } from '../store/cursors.js';
import { finishRun, startRun } from '../store/import-runs.js';
import { type RunSession, withRunSession } from '../store/run-session.js';
import { SeenOrders } from '../store/seen-orders.js';
import { deliveryKeys, importScope } from '../target/delivery-key.js';
import { readSince, readStamp, writeStamp } from './billbee-time.js';
import { handleOrders } from './handle-orders.js';
import type { ImportOptions, ImportResult } from './import-options.js';
import { nameOrders } from './name-orders.js';
import { prepareOrder } from './prepare-order.js';
import { readFeed } from './read-feed.js';
import type { PageFacts } from './read-pass.js';
import { mayHoldUnknownOrders, resolveClaims, settleLeftClaims } from './resolve-claims.js';
import { RunTally } from './run-tally.js';
import type { StepContext } from './step-context.js';

/** A late arrival carries a stamp up to 30 s older than one already read; twice a minute is ample. */
const overlapMs = 120_000;

/** Ends the reading, not the run's success. */
class LimitReached extends Error {}

let runNumber = 0;

/**
 * One import run: every order in the selected statuses is delivered to the target once, or held.
 *
 * A run that fails does not throw: it resolves with `outcome: 'failed'`, the error and the summary as far
 * as it got; the next run continues without loss or duplicate. It does not send what it puts into the
 * outbox: call `sendDue` before and after.
 *
 * @throws SettingsError `status-missing` before anything is read
 * @example
 * const { summary, outcome } = await runImport({ account, statusIds: [3], source, store, target, clock });
 */
export async function runImport(options: ImportOptions): Promise<ImportResult> {
  const { clock, source, store, account, target, signal } = options;
  const tally = new RunTally(source, clock.now());
  const scope = { account, target: target.id, selection: selectionOf(options.statusIds) };
  let outcome: ImportResult['outcome'] = 'complete';
  let failure: unknown;
  const position: Position = { watermark: undefined };
  try {
    await withRunSession(
      store,
      importScope(account, target),
      { activity: 'importing', target: target.id },
      async (session) => {
        position.watermark = await readWatermark(session.db, scope);
        const run = options.dryRun ? undefined : await startRun(session.db, scope, timeOf(clock.now()));
        try {
          await readAndDeliver(options, session, tally, scope, position);
        } catch (error) {
          outcome = error instanceof LimitReached ? 'limited' : signal?.aborted ? 'aborted' : 'failed';
          failure = outcome === 'failed' ? error : undefined;
        }
        const summary = tally.summary(clock.now(), position.watermark ?? null);
        if (run) await finishRun(session.db, run, outcome, summary, timeOf(clock.now())).catch(() => {});
      },
      signal,
    );
  } catch (error) {
    outcome = signal?.aborted && error === signal.reason ? 'aborted' : 'failed';
    if (outcome === 'failed') failure ??= error;
  }
  return { summary: tally.summary(clock.now(), position.watermark ?? null), outcome, error: failure };
}

/** How far the run has come; the lock sees to it that nobody else moves the watermark meanwhile. */
interface Position {
  /** Undefined before the first complete run of this selection. */
  watermark: string | null | undefined;
}

async function readAndDeliver(
  options: ImportOptions,
  session: RunSession,
  tally: RunTally,
  scope: CursorScope,
  position: Position,
): Promise<void> {
  const { account, source, target, clock, signal, limit = Number.POSITIVE_INFINITY } = options;
  const prepare = options.prepare ?? prepareOrder();
  const dryRun = options.dryRun ?? false;
  const context: StepContext = {
    session,
    source,
    prepare,
    signal,
    scope: { account, target: target.id },
    target,
    clock,
    rules: {
      statusIds: new Set(options.statusIds),
      changes: options.changes ?? 'ignore',
      canUpdate: target.update !== undefined,
      retry: false,
      confirmed: false,
    },
    keyOf: await deliveryKeys(account),
    dryRun,
    askTarget: dryRun && (await mayHoldUnknownOrders(session.db, { account, target: target.id }, target)),
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
  const watermarked = readStamp(position.watermark);
  const since = options.since === undefined ? undefined : readSince(options.since);
  const after = since ?? (watermarked === undefined ? undefined : watermarked - overlapMs);
  // A window that begins behind the watermark would leave a gap between the two.
  const mayPromote = !dryRun && (since === undefined || (watermarked !== undefined && since <= watermarked));
  const moveTo = async (watermark: string | null): Promise<void> => {
    await writeWatermark(session.db, scope, watermark, timeOf(clock.now()));
    position.watermark = watermark;
  };
  let promoted = watermarked;

  const openClaims = dryRun ? 0 : await resolveClaims(context);
  runNumber += 1;
  const seen = new SeenOrders(String(runNumber));
  try {
    await readFeed({
      source,
      statusIds: options.statusIds,
      clock,
      signal,
      after,
      async onPage(page, pass): Promise<PageFacts> {
        if (tally.handled >= limit) throw new LimitReached();
        await options.store.requireRoom?.();
        if (page.counted !== false) tally.expected ??= page.totalRows;
        const { orders, rows, copies } = await nameOrders(page.orders, prepare);
        const stamps = rows.map((row) => readStamp(row.modifiedAt));
        let newInPass = 0;
        let newNames: readonly string[] = [];
        await handleOrders(
          context,
          [...orders.values()],
          async (db) => {
            const met = await seen.add(db, pass, [...orders.keys()]);
            newNames = met.newInPass;
            for (const id of newNames) newInPass += copies.get(id) ?? 1;
            return [...orders.values()].filter((order) => met.newInRun.has(order.id));
          },
          limit - tally.handled,
        );
        options.onProgress?.(tally.progress);
        if (tally.handled >= limit) throw new LimitReached();
        return { newInPass, newNames, stamps };
      },
      async onProved(newest, more) {
        if (!mayPromote || newest === undefined || (promoted !== undefined && newest <= promoted)) return;
        promoted = newest;
        await moveTo(writeStamp(newest));
        if (more && options.shouldYield?.()) throw new LimitReached();
      },
    });
    if (openClaims > 0) await settleLeftClaims(context);
    if (!dryRun && position.watermark === undefined) await moveTo(null);
  } finally {
    await seen.drop(session.db).catch(() => {});
  }
}

function selectionOf(statusIds: readonly number[]): string {
  if (statusIds.length === 0 || statusIds.some((id) => !Number.isSafeInteger(id) || id < 1)) {
    throw importMessages.settings('status-missing', {}, ['statusIds']);
  }
  return [...new Set(statusIds)].sort((a, b) => a - b).join(',');
}

function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
