import { HoldError } from 'importer-core';
import { mappingMessages, type ResolvedLine, type ResolvedOrder } from 'importer-mapping';
import type { RequestIds } from './body/write-request.js';
import { xentralOrderMessages } from './messages/index.js';
import type { Workspace } from './workspace.js';

/**
 * Xentral's ids of everything an order refers to; creates the customer where that is wanted.
 *
 * @throws HoldError `project-missing`, `payment-missing`, `shipping-method-missing`, `shipping-article-missing`, and those of
 *   the look-ups
 */
export async function lookUpIds(
  resolved: ResolvedOrder,
  workspace: Workspace,
  signal?: AbortSignal,
): Promise<RequestIds> {
  const { settings, projects, paymentMethods, shippingMethods, salesChannels, customers } = workspace;
  const { shop, payment, shipping } = resolved;
  const project = await projects.idOf(
    shop.project ??
      settings.project ??
      missing('project-missing', 'source.shopId', 'mapping.shops', 'xentral.project'),
  );
  const paymentMethod = await paymentMethods.idOf(
    payment.method ??
      settings.paymentMethod ??
      missing('payment-missing', 'payment.typeId', 'mapping.payments', 'xentral.paymentMethod'),
    project,
  );
  // Billbee's own name of a method is a good guess where Xentral knows it, and no reason to hold where a default is set.
  const shippingMethod = await idOrDefault(
    shippingMethods,
    shipping.method,
    shipping.mapped,
    settings.shippingMethod,
    project,
  );
  const channel = shop.salesChannel ?? settings.salesChannel;
  const salesChannel = channel === undefined ? undefined : await salesChannels.idOf(channel);
  const lines = await idsOfLines(resolved.lines, 'lines', project, workspace, signal);
  const discounts = await idsOfLines(resolved.discounts, 'discounts', project, workspace, signal);
  const { shippingCost } = resolved;
  if (shippingCost !== null && shippingCost.article === null) {
    const values = { amount: shippingCost.totalGross };
    throw mappingMessages.hold('shipping-article-missing', values, { field: 'shipping.gross' });
  }
  const shippingProduct =
    shippingCost?.article &&
    (await workspace.products.idOf(shippingCost.article, project, 'shipping', signal));
  // Last, because it can create something: an order that is held for another reason leaves no customer behind.
  const customer = await customers.idOf(resolved, project, signal);
  return {
    customer,
    project,
    paymentMethod,
    shippingMethod,
    salesChannel,
    lines,
    discounts,
    shippingCost: shippingProduct ?? undefined,
  };
}

async function idsOfLines(
  lines: readonly ResolvedLine[],
  name: string,
  project: string,
  { products }: Workspace,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const [index, { article }] of lines.entries()) {
    const field = `${name}[${index}]`;
    if (article === null) {
      throw xentralOrderMessages.hold('article-not-named', { field }, { field });
    }
    ids.push(await products.idOf(article, project, field, signal));
  }
  return ids;
}

async function idOrDefault(
  things: Workspace['shippingMethods'],
  method: string | null,
  mapped: boolean,
  fallback: string | undefined,
  project: string,
): Promise<string> {
  const wanted =
    method ??
    fallback ??
    missing('shipping-method-missing', 'shipping', 'mapping.shipping', 'xentral.shippingMethod');
  try {
    return await things.idOf(wanted, project);
  } catch (error) {
    if (mapped || fallback === undefined || wanted === fallback || !(error instanceof HoldError)) throw error;
    return things.idOf(fallback, project);
  }
}

function missing(
  code: 'project-missing' | 'payment-missing' | 'shipping-method-missing',
  field: string,
  table: string,
  setting: string,
): never {
  throw xentralOrderMessages.hold(code, { table, setting }, { field });
}
