/**
 * importer-core/service: for whoever runs the accounts of many merchants: the limits of a developer key shared by all their clients,
 * calls counted and stopped, when work is due.
 */
export { accountKey } from '../billbee/account-key.js';
export { readApiUsage } from '../billbee/api-usage.js';
export type { BillbeeCall, CallGate } from '../billbee/call-billbee.js';
export { CheckedConnection } from '../billbee/connection.js';
export type { Pace } from '../billbee/pace.js';
export { type PaceLimit, Pacer, type PaceTicket } from '../billbee/pacer.js';
export { parseJson } from '../billbee/parse-json.js';
export type { WebhookRegistration, WebhookWish } from '../billbee/webhook-api.js';
export { nextDueAt } from '../outbox/next-due.js';
export { webhookAddress } from '../webhooks/register-webhook.js';
