import { readStoreFigures } from 'importer-accounts';
import { listHeld, runImport, type Store, type Target } from 'importer-core';
import { DecisionList } from '../console/decision-list.js';
import { type CountedSummary, describeSummary, noSummary } from '../console/import-summary.js';
import { openProgress } from '../console/progress.js';
import type { CommandContext, ExitCode } from '../context.js';
import { type AccountSession, openMerchantSession, sendWaiting } from '../session/account-session.js';
import { forgetOld } from '../session/forget-old.js';
import { importOptions, rulesOf } from '../session/import-options.js';
import { type ImportPlan, type ImportSwitches, planImport } from '../session/import-plan.js';
import { openDatabase, openDatabaseForDryRun, withStore } from '../session/open-database.js';
import { openImportTarget } from '../session/open-target.js';
import { readCredentials } from '../settings/credentials.js';

/** `import`: one run. In JSON there is a summary however it ends. */
export async function importOrders(context: CommandContext, switches: ImportSwitches): Promise<ExitCode> {
  const { terminal, clock } = context;
  const startedAt = clock.now();
  try {
    const plan = planImport(context, switches);
    const connection = readCredentials(context.env, terminal);
    const opening = plan.dryRun ? openDatabaseForDryRun(context) : openDatabase(context);
    return await withStore(opening, async (store) => {
      const session = await openMerchantSession(context, store, { readOnly: plan.dryRun, connection });
      const target = await openImportTarget(plan, store, session.account, context);
      try {
        return await runWith(context, plan, session, store, target);
      } finally {
        await target.close();
      }
    });
  } catch (error) {
    if (switches.json && !terminal.jsonWritten) terminal.json(noSummary(clock.now() - startedAt));
    throw error;
  }
}

async function runWith(
  context: CommandContext,
  plan: ImportPlan,
  session: AccountSession,
  store: Store,
  target: Target,
): Promise<ExitCode> {
  const { terminal, clock, stop, unread } = context;
  const { account, source, budget } = session;
  const heldBefore = (await listHeld(store, account)).filter((order) => order.target === target.id).length;
  if (!plan.dryRun) await sendWaiting(context, session, store);
  const decisions = plan.dryRun ? new DecisionList(terminal, plan.json) : undefined;
  // Where every order is a line already, progress would only stand between the lines.
  const progress = decisions && !plan.json ? undefined : await openProgress(terminal, clock.now);
  const signal = plan.dryRun ? AbortSignal.any([stop, unread]) : stop;
  const result = await runImport({
    ...importOptions(rulesOf(plan), { account, source, store, target, clock, signal }),
    since: plan.since,
    limit: plan.limit,
    dryRun: plan.dryRun,
    onDecision: (decision) => decisions?.add(decision),
    onProgress: (state) => progress?.show(state),
  });
  progress?.end();
  if (!plan.dryRun && result.outcome !== 'aborted') await sendWaiting(context, session, store);
  if (!plan.dryRun) await forgetOld(store, account, plan.retention, clock);
  const callsThisMonth = await budget.callsThisMonth();
  const summary: CountedSummary = { ...result.summary, ...session.usage, callsThisMonth };
  if (decisions) {
    const { waiting } = (await readStoreFigures(store, account)).outbox;
    const callsPerOrder = [plan.statusAfterImport, plan.tagsAfterImport].filter(Boolean).length;
    decisions.end(summary, callsPerOrder, waiting);
  } else if (plan.json) terminal.json(summary);
  else describeSummary(terminal, summary, heldBefore);
  if (result.outcome === 'failed') throw result.error;
  if (result.outcome === 'aborted') {
    terminal.complain(terminal.say('import.aborted'));
    return 1;
  }
  return summary.held > 0 ? 2 : 0;
}
