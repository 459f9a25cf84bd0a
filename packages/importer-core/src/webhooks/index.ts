/** Webhooks: hints that something about an order is new. Polling stays the safety net. */

export type { WebhookContent } from '../billbee/webhook-adapter.js';
export { type ReceiveWebhookOptions, receiveWebhook } from './receive-webhook.js';
export {
  type RegisterWebhookOptions,
  type RegistrationOutcome,
  registerWebhook,
  webhookAddress,
  webhookPath,
} from './register-webhook.js';
export { webhookSecret } from './webhook-store.js';
