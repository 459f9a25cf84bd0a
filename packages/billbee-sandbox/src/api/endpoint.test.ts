import { expect, test } from 'vitest';
import { endpointOf } from './endpoint.js';

test.each([
  ['GET', '/orders', 'GET /orders'],
  ['GET', '/orders/300000180937794', 'GET /orders/{id}'],
  ['PUT', '/Orders/1/OrderState', 'PUT /orders/{id}/orderstate'],
  ['GET', '/orders/findbyextref/A-1', 'GET /orders/findbyextref/{extRef}'],
  ['GET', '/webhooks/filters', 'GET /webhooks/filters'],
  ['DELETE', '/webhooks/0a1b', 'DELETE /webhooks/{id}'],
])('%s %s counts as %s', (method, path, endpoint) => {
  expect(endpointOf(method, path)).toBe(endpoint);
});
