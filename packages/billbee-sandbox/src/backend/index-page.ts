import { html } from 'hono/html';
import type { Markup } from './encodings/encoding.js';
import { ENCODINGS } from './encodings/index.js';

/** Directory of the sandbox: where the API is and how the order overview can be shown. */
export function indexPage(origin: string, orders: number): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>billbee-sandbox</title>
  <link rel="stylesheet" href="/static/sandbox/sandbox.css">
</head>
<body class="legacy single">
  <h1>billbee-sandbox</h1>
  <p>A local look-alike to develop against; not a product of Billbee. It holds ${orders} orders.</p>
  <dl>
    <dt>API</dt><dd><code>${origin}/api/v1</code></dd>
    <dt>User</dt><dd><code>sandbox@example.com</code></dd>
    <dt>API password</dt><dd><code>sandbox-password</code></dd>
    <dt>API key</dt><dd><code>sandbox-key</code></dd>
    <dt>Order overview</dt><dd><a href="/app_v2/order">/app_v2/order</a>, its inner page <a href="/de/order">/de/order</a></dd>
  </dl>
  <h2>Encodings of the status lists</h2>
  <table class="table"><tbody>${ENCODINGS.map(
    ({ name, description }) =>
      html`<tr><td><a href="/app_v2/order?encoding=${name}">${name}</a></td><td>${description}</td></tr>`,
  )}</tbody></table>
</body>
</html>`;
}
