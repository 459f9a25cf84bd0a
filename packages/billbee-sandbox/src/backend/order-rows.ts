import { html } from 'hono/html';
import type { SandboxOrder } from '../state/order.js';
import { statusLabel } from '../state/order-statuses.js';
import { PAYMENT_TYPES } from '../state/payment-types.js';
import type { SandboxState } from '../state/state.js';
import type { Markup } from './encodings/encoding.js';
import type { PageQuery } from './page-query.js';

const SHOWN = 50;
const TONES: Readonly<Record<number, string>> = {
  1: 'new',
  2: 'new',
  3: 'paid',
  4: 'done',
  7: 'done',
  13: 'paid',
  16: 'paid',
  5: 'warn',
  8: 'off',
  6: 'off',
  11: 'warn',
  12: 'warn',
  15: 'warn',
  17: 'warn',
};

/** Rows of the overview, newest first, with the footer's figures in an attribute of the first one. */
export function orderRows(query: PageQuery, state: SandboxState): Markup {
  const labels = new Map(query.statuses.map(({ id, label }) => [id, label]));
  const matching = state.orders.filter(
    (order) => order.BillBeeOrderId !== null && (query.status === undefined || order.State === query.status),
  );
  const shown = matching.slice(-SHOWN).reverse();
  if (shown.length === 0)
    return html`<tr class="empty"><td colspan="9">Keine Aufträge in diesem Status.</td></tr>`;
  return html`${shown.map((order) => row(order, labels))}
    <tr class="figures"><td colspan="9">${shown.length} von ${matching.length} Aufträgen</td></tr>`;
}

function row(order: SandboxOrder, labels: ReadonlyMap<number, string>): Markup {
  const id = order.BillBeeOrderId;
  const [item, ...more] = Array.isArray(order.OrderItems) ? order.OrderItems : [];
  const title = item?.Product?.Title ?? '–';
  return html`<tr data-id="${id}">
    <td><input type="checkbox" id="chkSelected${id}" aria-label="Auftrag ${id} auswählen"></td>
    <td><a href="/de/order/view/${id}" class="order-link" target="_top">${order.OrderNumber ?? id}</a><small>${day(order.CreatedAt)} · ${order.Seller?.Platform ?? 'manuell'}</small></td>
    <td>${day(order.PayedAt)}</td>
    <td>${paymentName(order.PaymentMethod)}</td>
    <td>${buyerName(order)}</td>
    <td><span class="label label-${TONES[order.State] ?? 'off'}">${labels.get(order.State) ?? statusText(order.State)}</span></td>
    <td class="articles">${title}${more.length > 0 ? html` <small>+ ${more.length} weitere</small>` : ''}${order.Tags.map((tag) => html` <span class="label label-success">${tag}</span>`)}</td>
    <td class="sum">${money(order)}</td>
    <td>${day(order.ShippedAt)}</td>
  </tr>`;
}

/** Label of a status, also for one the pages do not list. */
export function statusText(id: number): string {
  return statusLabel(id) ?? `Status ${id}`;
}

/** A payload's date the German way, or a dash. */
export function day(date: string | null): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '');
  return match ? `${match[3]}.${match[2]}.${match[1]}` : '–';
}

/** Total with currency, as far as the order has them. */
export function money(order: SandboxOrder): string {
  if (order.TotalCost === undefined) return '–';
  const amount = order.TotalCost.toLocaleString('de-DE', { minimumFractionDigits: 2 });
  return `${amount} ${order.Currency ?? ''}`.trim();
}

export function buyerName(order: SandboxOrder): string {
  const { InvoiceAddress: address } = order;
  const person = [address?.FirstName, address?.LastName].filter(Boolean).join(' ');
  return order.Buyer?.FullName || person || '–';
}

const paymentName = (id: number): string =>
  PAYMENT_TYPES.find((type) => type.Id === id)?.Name.replaceAll('_', ' ') ?? `Zahlart ${id}`;
