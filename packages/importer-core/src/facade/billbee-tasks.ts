import type { BillbeeOrderStatus } from '../billbee/account-lists.js';
import type { HeldOrder } from '../import/held-orders.js';
import type { ImportOptions, ImportResult, ImportSummary } from '../import/import-options.js';
import type { RetryHeldOutcome } from '../import/retry-held.js';
import type { ErpOrder } from '../order/erp-order.js';
import type { SendDueResult } from '../outbox/send-due.js';
import type { OutboxEntry } from '../outbox/write-back.js';
import type { Target } from '../target/target.js';
import type { RegistrationOutcome } from '../webhooks/register-webhook.js';
import type { OrderQuery } from './list-orders.js';
import type { OrderTarget } from './order-target.js';
import type { StatusChoice } from './statuses-by-name.js';

/** Which orders go where. */
export interface ImportTask
  extends Pick<ImportOptions, 'changes' | 'limit' | 'dryRun' | 'onDecision' | 'onProgress' | 'signal'> {
  readonly status: StatusChoice;
  readonly into: OrderTarget | Target;
  /** Read again what was modified since then: a `Date`, or ISO 8601. */
  readonly since?: Date | string | undefined;
  /** Set each delivered order to this status in Billbee. */
  readonly setStatus?: number | string | undefined;
  /** Attach these tags to each delivered order in Billbee. */
  readonly addTags?: readonly string[] | undefined;
}

/** A run in figures; `aborted` is how a run ends by its signal, and no failure. */
export interface ImportOutcome extends ImportSummary {
  readonly outcome: Exclude<ImportResult['outcome'], 'failed'>;
}

/** What is imported when a webhook names an order. */
export interface WebhookTask extends Omit<ImportTask, 'signal' | 'since' | 'limit' | 'dryRun'> {
  /** Told about what went wrong in the background; what can succeed later is tried again by itself. */
  readonly onError: (error: unknown) => void;
}

/** One address at which Billbee reports changes. */
export interface BillbeeWebhook {
  /** Where Billbee delivers below the public address: `/webhooks/billbee`. */
  readonly path: string;
  /**
   * Answers one request at {@link BillbeeWebhook.path}: checks the signature, and imports what it names in the background.
   *
   * @param request with the body exactly as it came
   */
  receive(request: Request): Promise<Response>;
  /**
   * Sees to it that Billbee reports to this address; the server has to be reachable already. Safe to repeat.
   *
   * @param publicUrl e.g. `https://erp.example.com`; the path is appended
   * @throws SettingsError `webhook-url`, `webhook-refused`
   */
  register(publicUrl: string, signal?: AbortSignal): Promise<RegistrationOutcome>;
}

/**
 * One Billbee account. Every method throws an ImporterError that says by its class what to do (RetryError, HoldError, SettingsError,
 * StopError), what the target itself threw, or the signal's reason.
 */
export interface Billbee {
  /** The account's name in the store. */
  readonly account: string;
  /** The account's order statuses, by id. */
  statuses(signal?: AbortSignal): Promise<readonly BillbeeOrderStatus[]>;
  /**
   * One order by BillBeeOrderId; undefined when Billbee does not have it.
   *
   * @throws HoldError when it cannot be used as it is
   */
  order(orderId: string, signal?: AbortSignal): Promise<ErpOrder | undefined>;
  /** Orders one by one, each as the ERP would get it. */
  orders(query?: OrderQuery): AsyncIterable<ErpOrder>;
  /** Brings every order in the chosen statuses into the target once; the next call goes on where this one ended. */
  import(task: ImportTask): Promise<ImportOutcome>;
  /** Orders that were kept aside, and why. */
  held(): Promise<readonly HeldOrder[]>;
  /** Tries held orders of a target again: those with these ids, else all. */
  retryHeld(
    task: Pick<ImportTask, 'into' | 'setStatus' | 'addTags' | 'signal'> & {
      /** `setStatus` only moves orders that are still in one of these statuses. */
      readonly status?: StatusChoice | undefined;
      readonly ids?: readonly string[] | undefined;
    },
  ): Promise<readonly RetryHeldOutcome[]>;
  /**
   * Reports a parcel. Here and in what follows: safe in the outbox first, then sent; `state` is `waiting` when Billbee does not
   * answer now, and {@link Billbee.send} sends it later.
   *
   * @throws SettingsError `carrier-unknown`; HoldError when Billbee does not take it
   */
  ship(
    orderId: string,
    parcel: {
      /** By name, e.g. `DHL`. */
      readonly carrier?: string | undefined;
      readonly trackingNumber: string;
      readonly comment?: string | undefined;
    },
    signal?: AbortSignal,
  ): Promise<OutboxEntry>;
  /** @param quantity new absolute quantity; a fraction is exact as text, e.g. `'2.5'` */
  setStock(sku: string, quantity: number | string, signal?: AbortSignal): Promise<OutboxEntry>;
  setStatus(orderId: string, status: number | string, signal?: AbortSignal): Promise<OutboxEntry>;
  addTags(orderId: string, tags: readonly string[], signal?: AbortSignal): Promise<OutboxEntry>;
  /** Sends what still waits in the outbox and is due. */
  send(signal?: AbortSignal): Promise<SendDueResult>;
  webhook(task: WebhookTask): BillbeeWebhook;
  /** Ends background work and closes the store. */
  close(): Promise<void>;
}
