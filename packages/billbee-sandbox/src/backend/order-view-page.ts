import { html } from 'hono/html';
import type { SandboxOrder } from '../state/order.js';
import type { Markup } from './encodings/encoding.js';
import { buyerName, day, money, statusText } from './order-rows.js';

/** One order, as far as somebody looking it up wants to see it. */
export function orderViewPage(order: SandboxOrder): Markup {
  const items = Array.isArray(order.OrderItems) ? order.OrderItems : [];
  return html`<!doctype html>
<html lang="de">
<head>
  <meta charset="utf-8">
  <title>Auftrag ${order.OrderNumber ?? order.BillBeeOrderId}</title>
  <link rel="stylesheet" href="/static/sandbox/sandbox.css">
</head>
<body class="legacy single">
  <p><a href="/app_v2/order" target="_top">Zur Auftragsübersicht</a></p>
  <h1>Auftrag ${order.OrderNumber ?? order.BillBeeOrderId}</h1>
  <dl>
    <dt>Billbee-Id</dt><dd>${order.BillBeeOrderId}</dd>
    <dt>Status</dt><dd>${statusText(order.State)} (${order.State})</dd>
    <dt>Bestellt am</dt><dd>${day(order.CreatedAt)}</dd>
    <dt>Käufer</dt><dd>${buyerName(order)}</dd>
    <dt>Summe</dt><dd>${money(order)}</dd>
  </dl>
  <table class="table"><thead><tr><th>Menge</th><th>Artikel</th><th>SKU</th></tr></thead>
    <tbody>${items.map(
      (item) =>
        html`<tr><td>${item.Quantity}</td><td>${item.Product?.Title ?? '–'}</td><td>${item.Product?.SKU ?? '–'}</td></tr>`,
    )}</tbody></table>
</body>
</html>`;
}
