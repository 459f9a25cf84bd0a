/**
 * importer-core/service: for whoever runs the accounts of many merchants: the limits of a developer key shared by all their clients,
 * calls counted and stopped, when work is due, bodies of requests.
 */

export { readApiUsage } from '../billbee/api-usage.js';
export type { BillbeeCall, CallGate } from '../billbee/call-billbee.js';
export { connectionProblem } from '../billbee/check-connection.js';
export { accountKey, CheckedConnection } from '../billbee/connection.js';
export { orderViewUrl } from '../billbee/order-link.js';
export { parseJson } from '../billbee/parse-json.js';
export type { RateLimit } from '../billbee/rate-limit-track.js';
export { createRateLimiter, type RateLimiter, type RateTicket } from '../billbee/rate-limiter.js';
export { createRedactor } from '../billbee/redact.js';
export type { WebhookRegistration, WebhookWish } from '../billbee/webhook-api.js';
export { mostSingleRetries } from '../import/retry-held.js';
export { isDue, isNext } from '../outbox/entry.js';
export { hasDueReports } from '../outbox/list-outbox.js';
export { monotonicNow } from '../ports.js';
export { readBody } from '../webhooks/read-body.js';
export { webhookAddress } from '../webhooks/register-webhook.js';
export { type KnownRegistration, readRegistration, readWebhookSecret } from '../webhooks/webhook-store.js';
