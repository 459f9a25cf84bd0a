import type { Clock, Store, WriteBack } from 'importer-core';
import { statusesBefore } from 'importer-core/statuses';
import { resolveCarrier } from 'importer-mapping';
import { type DeliveryAnswer, delivery, rowsOf, type SalesOrder } from '../api/answers.js';
import { pageSize } from '../api/query.js';
import type { ErpDocument } from '../documents/erp-documents.js';
import { findSalesOrders } from '../lookup/sales-orders.js';
import { externalIdOf, type Workspace } from '../workspace.js';

export interface FeedbackOptions {
  readonly workspace: Workspace;
  readonly store: Store;
  /** Billbee account whose outbox it goes into. */
  readonly account: string;
  readonly clock: Clock;
  /** Billbee's status of an order whose parcel has left; undefined: the status is left alone. */
  readonly shippedStatusId?: number | undefined;
  readonly cancelledStatusId?: number | undefined;
  /** Further statuses in Billbee, of the account's own, from which an order may still be cancelled. */
  readonly cancelFrom?: readonly number[] | undefined;
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** What one run of feedback has put into the outbox. */
export interface FeedbackSummary {
  /** Orders that were looked at. */
  readonly orders: number;
  readonly shipments: number;
  readonly shipped: number;
  readonly cancelled: number;
  readonly stock: number;
}

/** Id of Billbee's order status "Versendet". */
const shipped = 4;
const path = '/api/v1/deliveries';
const ordersPerCall = 20;
const dayMs = 86_400_000;

/**
 * Parcels, shipped and cancelled orders of everything that is still open.
 *
 * @param write puts one report into the outbox; false: it was reported before
 */
export async function readShipments(
  options: FeedbackOptions,
  write: (writeBack: WriteBack) => Promise<boolean>,
): Promise<Omit<FeedbackSummary, 'stock'>> {
  const { workspace, signal, onProgress } = options;
  const { documents, settings, api } = workspace;
  const summary = { orders: 0, shipments: 0, shipped: 0, cancelled: 0 };
  const most = Math.max(1, Math.floor(settings.feedback.callsPerRun / 2)) * ordersPerCall;
  const open = await documents.takeOpen(most);
  for (let start = 0; start < open.length; start += ordersPerCall) {
    signal?.throwIfAborted();
    const some = open.slice(start, start + ordersPerCall);
    const orders = await findSalesOrders(
      api,
      some.map(({ orderId }) => externalIdOf(orderId, settings)),
      signal,
    );
    const copiesOf = new Map(
      some.map((document) => [document, orders.get(externalIdOf(document.orderId, settings)) ?? []] as const),
    );
    const deliveries = await deliveriesOf([...copiesOf].flatMap(idsOf), workspace, signal);
    const checked: { orderId: string; state: ErpDocument['state'] }[] = [];
    for (const [document, copies] of copiesOf) {
      const mine = idsOf([document, copies]).flatMap((id) => deliveries.get(id) ?? []);
      const state = await report(document, livingOf(copies, document), mine, options, write, summary);
      checked.push({ orderId: document.orderId, state });
    }
    // Only what is safe in the outbox counts as looked at.
    await documents.noteChecked(checked);
    summary.orders += some.length;
    onProgress?.(summary.orders, open.length);
  }
  return summary;
}

/** Ids of a document and of all sales orders with its external id. */
function idsOf([{ documentId }, copies]: readonly [ErpDocument, readonly SalesOrder[]]): string[] {
  const ids = new Set(copies.map(({ id }) => id));
  return [...(documentId === null ? ids : ids.add(documentId))];
}

/**
 * The sales order that stands for a document. Where Xentral has an order twice a clerk cancels one, and it may be ours: as
 * long as another with the same external id lives, the order does.
 */
function livingOf(copies: readonly SalesOrder[], { documentId }: ErpDocument): SalesOrder | undefined {
  const ours = copies.find(({ id }) => id === documentId);
  if (ours?.status !== 'canceled') return ours;
  return copies.find(({ status }) => status !== 'canceled') ?? ours;
}

async function deliveriesOf(
  ids: readonly string[],
  { api }: Workspace,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, readonly DeliveryAnswer[]>> {
  const found = new Map<string, DeliveryAnswer[]>();
  for (let page = 1; ; page += 1) {
    const filters = [{ key: 'salesOrderId', op: 'in', value: ids } as const];
    const { rows } = rowsOf(await api.list(path, { filters, page }, signal), delivery, path);
    for (const row of rows) {
      const id = row.salesOrder?.id;
      if (id === undefined || !ids.includes(id)) continue;
      const same = found.get(id) ?? [];
      if (!same.some((other) => other.id === row.id)) same.push(row);
      found.set(id, same);
    }
    if (rows.length < pageSize) return found;
  }
}

/** @returns the state the document has from now on */
async function report(
  document: ErpDocument,
  order: SalesOrder | undefined,
  deliveries: readonly DeliveryAnswer[],
  { workspace, shippedStatusId, cancelledStatusId, cancelFrom, clock }: FeedbackOptions,
  write: (writeBack: WriteBack) => Promise<boolean>,
  summary: { shipments: number; shipped: number; cancelled: number },
): Promise<ErpDocument['state']> {
  const { feedback } = workspace.settings;
  const { orderId } = document;
  if (order?.status === 'canceled') {
    if (feedback.status && cancelledStatusId !== undefined) {
      // What has left Billbee's warehouse, or was closed there, is not cancelled any more.
      const whileIn = [...statusesBefore(shipped), ...(cancelFrom ?? [])];
      await write({ kind: 'status', orderId, statusId: cancelledStatusId, whileIn });
      summary.cancelled += 1;
    }
    return 'closed';
  }
  const tracked = deliveries.filter(({ tracking }) => (tracking?.number ?? '').trim() !== '');
  if (feedback.tracking) {
    for (const { tracking, shippingMethod } of tracked) {
      const trackingNumber = (tracking?.number ?? '').trim().slice(0, 100);
      const names = [tracking?.carrier, await methodName(workspace, shippingMethod?.id)];
      const isNew = await write({
        kind: 'shipment',
        orderId,
        shipment: { trackingNumber, ...withoutUndefined(resolveCarrier(names, workspace.tables.carriers)) },
      });
      if (isNew) summary.shipments += 1;
    }
  }
  const isComplete = order?.status === 'completed';
  const hasLeft = tracked.length > 0 || deliveries.some(({ sentAt }) => Boolean(sentAt));
  const isShipped = hasLeft && (isComplete || feedback.shippedWhen === 'first-parcel');
  if (isShipped && document.state === 'open' && feedback.status && shippedStatusId !== undefined) {
    await write({ kind: 'status', orderId, statusId: shippedStatusId });
    summary.shipped += 1;
  }
  const isOld = clock.now() - document.notedAt > feedback.days * dayMs;
  // Also a complete order can get one more parcel.
  if (isOld) return 'closed';
  return isShipped ? 'shipped' : document.state;
}

/** What Xentral calls the shipping method of a parcel; a carrier can be told from it. */
async function methodName(
  { shippingMethods }: Workspace,
  id: string | undefined,
): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const method = (await shippingMethods.all()).find((one) => one.id === id);
  return method?.designation || method?.type || undefined;
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;
}
