import { RetryError } from 'importer-core';
import type { SalesOrder } from './api/answers.js';
import { UnclearAnswer } from './api/xentral-api.js';
import type { ImportRequest } from './body/import-request.js';
import { findSalesOrders } from './lookup/sales-orders.js';
import type { Workspace } from './workspace.js';

const path = '/api/v1/salesOrders/actions/import';
const attempts = 2;
const firstLookMs = 500;

/**
 * Imports an order once. An answer that leaves open whether it arrived is followed by look-ups, until it is there or
 * nothing that was sent can still be on its way; only then it is sent again.
 *
 * @returns Xentral's id, or the order as it was found
 * @throws RetryError `xentral-unclear` when it is still not clear; HoldError when Xentral refuses it
 */
export async function sendOrder(
  request: ImportRequest,
  order: { readonly orderId: string; readonly expectedGross: string },
  workspace: Workspace,
  signal?: AbortSignal,
): Promise<{ readonly documentId: string | undefined; readonly found: readonly SalesOrder[] }> {
  for (let attempt = 1; ; attempt += 1) {
    await workspace.documents.noteSending([order]);
    try {
      return { documentId: await workspace.api.create(path, request, signal), found: [] };
    } catch (error) {
      if (!(error instanceof UnclearAnswer)) throw error;
      const found = await waitFor(request.externalOrderId, workspace, signal);
      if (found.length > 0) return { documentId: found[0]?.id, found };
      if (attempt >= attempts || signal?.aborted) throw stillUnclear(request, error);
    }
  }
}

async function waitFor(
  externalId: string,
  { api, clock, settings }: Workspace,
  signal: AbortSignal | undefined,
): Promise<readonly SalesOrder[]> {
  const until = clock.now() + settings.unclearSeconds * 1000;
  for (let wait = firstLookMs; ; wait *= 2) {
    const left = until - clock.now();
    await clock.sleep(Math.max(1, Math.min(wait, left)), signal);
    const isLast = clock.now() >= until;
    const found = (await findSalesOrders(api, [externalId], signal)).get(externalId) ?? [];
    if (found.length > 0 || isLast) return found;
  }
}

function stillUnclear({ externalOrderId }: ImportRequest, cause: UnclearAnswer): RetryError {
  return new RetryError(
    'xentral-unclear',
    `Order ${externalOrderId} was sent to Xentral twice without a clear answer, and Xentral does not show it. ${cause.message} The next run looks again before it sends.`,
    { cause },
  );
}
