/** importer-core: the table of contents. `createBillbee` is the one object to begin with; the rest is what it is made of. */

export type { BillbeeOrderStatus, BillbeeStock } from './billbee/account-lists.js';
export {
  type CheckConnectionOptions,
  type ConnectionCause,
  type ConnectionCheck,
  checkConnection,
} from './billbee/check-connection.js';
export { type BillbeeClient, type BillbeeClientOptions, createBillbeeClient } from './billbee/client.js';
export type { BillbeeConnection } from './billbee/connection.js';
export type { WebhookContent } from './billbee/webhook-adapter.js';
export { createWebhookApi, type WebhookApi } from './billbee/webhook-api.js';
export * from './errors.js';
export { type BillbeeParts, createBillbee } from './facade/billbee.js';
export type * from './facade/billbee-tasks.js';
export type { OrderQuery } from './facade/list-orders.js';
export type { OrderTarget } from './facade/order-target.js';
export type { StatusChoice } from './facade/statuses-by-name.js';
export { type DismissHeldOptions, dismissHeld } from './import/dismiss-held.js';
export * from './import/held-orders.js';
export type * from './import/import-options.js';
export * from './import/import-orders.js';
export type * from './import/order-source.js';
export * from './import/prepare-order.js';
export { type RetryHeldOptions, type RetryHeldOutcome, retryHeld } from './import/retry-held.js';
export * from './import/run-import.js';
export type { HoldReason, Problem, ProblemValues } from './messages/problem.js';
export type * from './order/erp-order.js';
export type { MapOrderOptions, ShippingTaxRule } from './order/map-options.js';
export { enqueue } from './outbox/enqueue.js';
export { listOutbox, retryDead } from './outbox/list-outbox.js';
export { type SendDueResult, sendDue } from './outbox/send-due.js';
export type { SendDueOptions } from './outbox/sender.js';
export type * from './outbox/write-back.js';
export type * from './outbox/write-back-sink.js';
export type * from './ports.js';
export type { Store, StoreTransaction } from './store/store.js';
export * from './target/store-target.js';
export type * from './target/target.js';
export { type ReceiveWebhookOptions, receiveWebhook } from './webhooks/receive-webhook.js';
export {
  type RegisterWebhookOptions,
  type RegistrationOutcome,
  registerWebhook,
  webhookPath,
} from './webhooks/register-webhook.js';
export { webhookSecret } from './webhooks/webhook-store.js';
