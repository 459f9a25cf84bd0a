import type { Sandbox } from 'billbee-sandbox';
import { listHeld, listOutbox, type Store } from 'importer-core';
import { readBooks } from '../books.js';
import { judgeBookings } from '../judge.js';
import type { KillFigures } from './figures.js';
import type { Merchant } from './merchant.js';
import type { Warehouse } from './warehouse.js';

export interface Outcome {
  readonly account: string;
  readonly sandbox: Sandbox;
  readonly merchant: Merchant;
  readonly erp: Warehouse;
  /** The file of `--out`. */
  readonly out: string;
  /** Orders that a run which came to its end must have found. */
  readonly required: ReadonlySet<string>;
  /** Status that every delivered order is set to, if any. */
  readonly inProgress: number | undefined;
}

/** Holds what importer and file say against the sandbox's truth; what differs goes into the figures. */
export async function compare(
  outcome: Outcome,
  store: Store,
  figures: KillFigures,
  complain: (problem: string) => void,
): Promise<void> {
  const { orderIds: delivered, faults } = readBooks(outcome.out);
  for (const fault of faults) complain(fault);
  await compareOrders(outcome, delivered, store, figures, complain);
  await compareReports(outcome, delivered, store, figures, complain);
}

async function compareOrders(
  { account, merchant, required }: Outcome,
  delivered: readonly string[],
  store: Store,
  figures: KillFigures,
  complain: (problem: string) => void,
): Promise<void> {
  const holds = await listHeld(store, account);
  const held = new Set(holds.map(({ orderId }) => orderId));
  const { lost, duplicated, strangers } = judgeBookings(delivered, {
    required,
    mayBeMissing: (id) => held.has(id) && merchant.broken.has(id),
    isKnown: (id) => merchant.everSelected.has(id),
  });
  figures.lost += lost.length;
  figures.duplicated += duplicated.length;
  for (const id of lost) complain(`order ${id} is lost`);
  for (const id of duplicated) complain(`order ${id} stands in the file again`);
  for (const id of strangers) complain(`order ${id} was never selected`);
  for (const id of delivered) {
    if (merchant.broken.has(id)) complain(`order ${id} cannot be delivered, and was`);
  }
  let unnamed = 0;
  for (const { orderId, reason, message } of holds) {
    if (reason === '' || message === '') complain(`order ${orderId} is held without a reason`);
    if (orderId.startsWith('unknown-')) unnamed += 1;
    else if (!merchant.broken.has(orderId)) complain(`sound order ${orderId} is held: ${reason}`);
  }
  if (unnamed !== merchant.withoutId) complain(`${unnamed} of ${merchant.withoutId} orders without id held`);
  const claims = await store.db
    .selectFrom('delivery')
    .select('order_id')
    .where('state', '=', 'claimed')
    .execute();
  for (const { order_id: id } of claims) complain(`order ${id} is still claimed`);
  figures.delivered += new Set(delivered).size;
  figures.held += holds.length;
}

async function compareReports(
  { account, sandbox, merchant, erp, inProgress }: Outcome,
  delivered: readonly string[],
  store: Store,
  figures: KillFigures,
  complain: (problem: string) => void,
): Promise<void> {
  const outdated = new Set<string>();
  for (const { id, kind, orderId, state, code, message } of await listOutbox(store, account)) {
    if (state !== 'sent') complain(`write-back ${id} (${kind} of ${orderId}) is ${state}: ${message}`);
    if (kind === 'status' && code === 'write-back-outdated') outdated.add(orderId ?? '');
  }
  const set = new Set<string>();
  for (const { method, path, body, status } of sandbox.calls) {
    const orderId = /^\/orders\/(\d+)\/orderstate$/.exec(path)?.[1];
    if (method !== 'PUT' || orderId === undefined || status >= 400) continue;
    set.add(`${orderId} ${JSON.parse(body ?? '{}').NewStateId}`);
    if (!delivered.includes(orderId))
      complain(`order ${orderId} was set to a status, and is not in the file`);
  }
  if (inProgress !== undefined) {
    for (const id of delivered) {
      // What the ERP reports about an order comes before what would be set by itself.
      if (erp.touched.has(id)) continue;
      // People have taken it out before it could be set, and the importer says that it has seen so.
      if (merchant.takenOut.includes(id) && outdated.has(id)) continue;
      if (!set.has(`${id} ${inProgress}`)) complain(`order ${id} was not set to status ${inProgress}`);
    }
  }
  const lastStatus = new Map<string, number>();
  const lastQuantity = new Map<string, number>();
  for (const report of erp.accepted) {
    if (report.kind === 'stock') lastQuantity.set(report.sku, report.quantity);
    if (report.kind === 'status') {
      figures.statuses += 1;
      lastStatus.set(report.orderId, report.statusId);
      if (!set.has(`${report.orderId} ${report.statusId}`)) {
        figures.lost += 1;
        complain(`status ${report.statusId} of order ${report.orderId} never arrived`);
      }
    }
    if (report.kind === 'shipment') {
      figures.shipments += 1;
      const parcels = sandbox.state.find(report.orderId)?.ShippingIds ?? [];
      const count = parcels.filter(({ ShippingId }) => ShippingId === report.tracking).length;
      if (count === 0) figures.lost += 1;
      if (count > 1) figures.duplicated += count - 1;
      if (count !== 1)
        complain(`parcel ${report.tracking} of order ${report.orderId} is there ${count} times`);
    }
  }
  for (const [id, statusId] of lastStatus) {
    const now = sandbox.state.find(id)?.State;
    if (now !== statusId) complain(`order ${id} was reported as ${statusId} and ended as ${now}`);
  }
  for (const [sku, quantity] of lastQuantity) {
    const article = sandbox.state.stock.article({ Sku: sku });
    const now = article && sandbox.state.stock.quantity(article);
    if (now !== quantity) complain(`stock of ${sku} was reported as ${quantity} and ended as ${now}`);
  }
  if (figures.kills > 0 && sandbox.calls.length >= 50_000) complain('the log of calls is full');
}
