import type { RetryError } from 'importer-core';
import type { SalesOrder } from './api/answers.js';
import { UnclearAnswer } from './api/xentral-api.js';
import type { ImportRequest } from './body/import-request.js';
import { lookUntilClear } from './look-until-clear.js';
import { findSalesOrders } from './lookup/sales-orders.js';
import { xentralMessages } from './messages/index.js';
import type { Workspace } from './workspace.js';

const path = '/api/v1/salesOrders/actions/import';
const attempts = 2;

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
      const { externalOrderId } = request;
      const { api, clock, settings } = workspace;
      const found = await lookUntilClear(clock, settings.unclearSeconds, signal, async () =>
        (await findSalesOrders(api, [externalOrderId], signal)).get(externalOrderId),
      );
      if (found) return { documentId: found[0]?.id, found };
      if (attempt >= attempts || signal?.aborted) throw stillUnclear(request, error);
    }
  }
}

function stillUnclear({ externalOrderId }: ImportRequest, cause: UnclearAnswer): RetryError {
  const { code, values, message } = cause;
  const said = { externalId: externalOrderId, cause: { code, values, message } };
  return xentralMessages.retry('xentral-unclear', said, { cause });
}
