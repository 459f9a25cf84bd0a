import { html } from 'hono/html';
import type { SandboxOrder } from '../state/order.js';
import { statusLabel } from '../state/order-statuses.js';
import { PAYMENT_TYPES } from '../state/payment-types.js';
import type { SandboxState } from '../state/state.js';
import type { Markup } from './encodings/encoding.js';
import type { PageQuery } from './page-query.js';

const SHOWN = 50;
/** Rows of the overview, newest first, with the footer's figures in an attribute of the first one. */
export function orderRows(query: PageQuery, state: SandboxState): Markup {
  const labels = new Map(query.statuses.map(({ id, label }) => [id, label]));
  const matching = state.orders.filter(
    (order) => order.BillBeeOrderId !== null && (query.status === undefined || order.State === query.status),
  );
  const shown = matching.slice(-SHOWN).reverse();
  if (shown.length === 0)
    return html`<tr class="empty"><td colspan="13">Keine Aufträge in diesem Status.</td></tr>`;
  const editable = query.encoding.editor !== undefined;
  return html`${shown.map((order, index) => row(order, index + 1, labels, editable))}
    <tr class="figures"><td colspan="13">1 - ${shown.length} von ${matching.length}</td></tr>`;
}

function row(
  order: SandboxOrder,
  position: number,
  labels: ReadonlyMap<number, string>,
  editable: boolean,
): Markup {
  const id = order.BillBeeOrderId;
  const status = labels.get(order.State) ?? statusText(order.State);
  return html`<tr id="orderRow${String(id).slice(-8).replace(/^0+/, '')}" data-id="${id}">
    <td class="c0">${position}</td>
    <td class="c1"><input type="checkbox" id="chkSelected${id}" aria-label="Auftrag ${order.OrderNumber ?? id} auswählen"></td>
    <td class="c2">${order.Seller?.Platform ?? 'manuell'}</td>
    <td class="c3"><a href="/de/order/view/${id}" class="order-link" target="_top">${order.OrderNumber ?? id}</a>${order.Tags.map((tag) => html` <span class="label label-success">${tag}</span>`)}</td>
    <td class="c4">${day(order.CreatedAt)}</td>
    <td class="c5">${order['InvoiceNumber'] ? `RE-${order['InvoiceNumber']}` : '–'}</td>
    <td class="c6">${day(order.PayedAt)}</td>
    <td class="c8" bablic-include="">${paymentName(order.PaymentMethod)}</td>
    <td class="c9">${buyerName(order)}</td>
    <td class="c10">${order.Buyer?.Nick ?? '–'}</td>
    <td class="c12" bablic-include="">${editable ? html`<span class="inlineeditText" role="button" tabindex="0" aria-haspopup="true" aria-expanded="false">${status}</span>` : status}</td>
    <td class="c13 sum">${money(order)}</td>
    <td class="c14">${history(order)}</td>
  </tr>`;
}

/** What happened to an order, as icons: paid, shipped. */
function history(order: SandboxOrder): Markup {
  return html`${order.PayedAt ? html`<i class="mark" title="Bezahlt am ${day(order.PayedAt)}">€</i>` : ''}${order.ShippedAt ? html`<i class="mark" title="Versendet am ${day(order.ShippedAt)}">✓</i>` : ''}`;
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
