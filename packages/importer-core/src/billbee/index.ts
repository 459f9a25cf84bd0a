/** Billbee's API: the only room that knows its URLs and payloads. */
export { accountKey } from './account-key.js';
export { readApiUsage } from './api-usage.js';
export type { BillbeeCall, CallGate } from './call-billbee.js';
export {
  type CheckConnectionOptions,
  type ConnectionCause,
  type ConnectionCheck,
  checkConnection,
} from './check-connection.js';
export { type BillbeeClient, type BillbeeClientOptions, createBillbeeClient } from './client.js';
export { type BillbeeConnection, CheckedConnection, defaultBaseUrl } from './connection.js';
export type { BillbeeOrderStatus } from './order-status-list.js';
export type { Pace } from './pace.js';
export { type PaceLimit, Pacer, type PaceTicket } from './pacer.js';
export { parseJson } from './parse-json.js';
export { redact } from './redact.js';
export {
  createWebhookApi,
  type WebhookApi,
  type WebhookRegistration,
  type WebhookWish,
} from './webhook-api.js';
