import { type Delivery, type DeliveryOutcome, HoldError, type HoldReason, type Problem } from 'importer-core';
import { type ResolvedOrder, resolveMapping } from 'importer-mapping';
import type { SalesOrder } from './api/answers.js';
import { writeRequest } from './body/write-request.js';
import { lookUpIds } from './look-up-ids.js';
import { findSalesOrders } from './lookup/sales-orders.js';
import { xentralOrderMessages } from './messages/index.js';
import { sendOrder } from './send-order.js';
import type { XentralSettings } from './settings.js';
import { externalIdOf, type Workspace } from './workspace.js';

/** Told about something worth a look that holds no order. */
export type OnNote = (note: Problem & { readonly orderId: string }) => void;

/** One order on its way; `outcome` is set once it is known. */
interface Step {
  readonly orderId: string;
  readonly externalId: string;
  readonly expectedGross: string;
  readonly delivery: Delivery;
  outcome?: DeliveryOutcome;
  documentId?: string | undefined;
  isSent?: boolean;
}

/**
 * Delivers orders one after the other: looked up first, imported where they are missing, their totals compared.
 *
 * Everything that happens to an order is noted before and after, so that a run that dies in between leaves nothing
 * to guess.
 */
export async function deliverToXentral(
  deliveries: readonly Delivery[],
  workspace: Workspace,
  onNote: OnNote,
  signal?: AbortSignal,
): Promise<readonly DeliveryOutcome[]> {
  const { api, settings, documents } = workspace;
  const steps: Step[] = deliveries.map((delivery) => {
    const { orderId } = delivery.order.source;
    const expectedGross = delivery.order.totals.gross;
    return { orderId, externalId: externalIdOf(orderId, settings), expectedGross, delivery };
  });
  const there = await findSalesOrders(
    api,
    steps.map(({ externalId }) => externalId),
    signal,
  );
  for (const step of steps) settle(step, there.get(step.externalId) ?? [], workspace, onNote);

  const ready = resolveAll(steps, workspace);
  await workspace.products.prefetch(
    ready.flatMap(({ resolved }) => numbersOf(resolved)),
    signal,
  );
  try {
    for (const { step, resolved } of ready) await send(step, resolved, workspace, onNote, signal);
    await compareSent(steps, workspace, onNote, signal);
  } finally {
    await documents.noteThere(
      steps.filter(isThere).map(({ orderId, documentId, expectedGross }) => {
        return { orderId, documentId: documentId ?? null, expectedGross };
      }),
    );
  }
  return steps.map(
    ({ outcome }) => outcome ?? { outcome: 'held', ...xentralOrderMessages.reason('xentral-unsettled', {}) },
  );
}

/** What the look-up says about an order: there once, there twice, or missing. */
function settle(step: Step, found: readonly SalesOrder[], workspace: Workspace, onNote: OnNote): void {
  const [only, another] = found;
  if (!only) return;
  step.documentId = only.id;
  if (another) {
    const values = {
      count: found.length,
      externalId: step.externalId,
      names: found.map(({ documentNumber, id }) => documentNumber || id),
    };
    const why = xentralOrderMessages.reason('xentral-duplicate', values, 'source.orderId');
    step.outcome = { outcome: 'held', ...why };
    return;
  }
  const difference = totalDifference(only, step.expectedGross, workspace.settings);
  if (difference && workspace.settings.totals.difference === 'hold') {
    step.outcome = { outcome: 'held', ...difference };
    return;
  }
  if (difference) onNote({ orderId: step.orderId, code: difference.reason, ...difference });
  step.outcome = { outcome: 'delivered' };
}

function resolveAll(
  steps: readonly Step[],
  { tables }: Workspace,
): { readonly step: Step; readonly resolved: ResolvedOrder }[] {
  const ready: { step: Step; resolved: ResolvedOrder }[] = [];
  for (const step of steps) {
    if (step.outcome) continue;
    const result = resolveMapping(step.delivery.order, tables);
    if (result.outcome === 'resolved') ready.push({ step, resolved: result.resolved });
    else {
      const { reason, field, values, message } = result;
      step.outcome = { outcome: 'held', reason, field, values, message };
    }
  }
  return ready;
}

async function send(
  step: Step,
  resolved: ResolvedOrder,
  workspace: Workspace,
  onNote: OnNote,
  signal?: AbortSignal,
): Promise<void> {
  try {
    // The customer is written before the order: from here on a run that dies may have left something on its way.
    await workspace.documents.noteSending([step]);
    const ids = await lookUpIds(resolved, workspace, signal);
    const request = writeRequest(resolved, ids, step.externalId, workspace.settings);
    const { documentId, found } = await sendOrder(request, step, workspace, signal);
    step.documentId = documentId;
    if (found.length > 0) settle(step, found, workspace, onNote);
    else step.isSent = true;
  } catch (error) {
    if (!(error instanceof HoldError)) throw error;
    step.outcome = { outcome: 'held', ...error.holdReason };
  }
}

/** Reads the orders just imported and compares their totals, many in one call. */
async function compareSent(
  steps: readonly Step[],
  workspace: Workspace,
  onNote: OnNote,
  signal?: AbortSignal,
): Promise<void> {
  const sent = steps.filter(({ isSent }) => isSent);
  if (workspace.settings.totals.difference === 'ignore') {
    for (const step of sent) step.outcome = { outcome: 'delivered' };
    return;
  }
  const found = await findSalesOrders(
    workspace.api,
    sent.map(({ externalId }) => externalId),
    signal,
  );
  for (const step of sent) {
    settle(step, found.get(step.externalId) ?? [], workspace, onNote);
    if (step.outcome) continue;
    step.outcome = { outcome: 'delivered' };
    const accepted = xentralOrderMessages.problem('xentral-not-listed', { id: step.documentId });
    onNote({ orderId: step.orderId, ...accepted });
  }
}

function isThere({ outcome, isSent, documentId }: Step): boolean {
  return isSent === true || (documentId !== undefined && outcome !== undefined);
}

function numbersOf({ lines, discounts, shippingCost }: ResolvedOrder): string[] {
  return [...lines, ...discounts, ...(shippingCost ? [shippingCost] : [])].flatMap(({ article }) =>
    (article?.candidates ?? []).filter(({ by }) => by === 'number').map(({ value }) => value),
  );
}

/** Why an order that Xentral has is not what Billbee sold; undefined: they agree, or nobody wants to know. */
export function totalDifference(
  found: SalesOrder,
  expectedGross: string,
  { totals }: XentralSettings,
): HoldReason | undefined {
  if (totals.difference === 'ignore' || found.total === null || found.total === undefined) return undefined;
  const difference = Math.round(Number(found.total) * 100) - Math.round(Number(expectedGross) * 100);
  if (Math.abs(difference) <= Math.round(Number(totals.tolerance) * 100)) return undefined;
  const name = found.documentNumber || found.id;
  const values = { document: name, total: Number(found.total).toFixed(2), expected: expectedGross };
  return xentralOrderMessages.reason('total-differs-in-xentral', values, 'totals.gross');
}
