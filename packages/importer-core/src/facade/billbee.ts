import type { BillbeeOrderStatus } from '../billbee/account-lists.js';
import { requireCarrierId } from '../billbee/carriers.js';
import { type BillbeeClientOptions, createBillbeeClient } from '../billbee/client.js';
import { accountKey } from '../billbee/connection.js';
import { createRateLimiter } from '../billbee/rate-limiter.js';
import { createWebhookApi } from '../billbee/webhook-api.js';
import { HoldError } from '../errors.js';
import { type HeldOrder, listHeld } from '../import/held-orders.js';
import { importOrders } from '../import/import-orders.js';
import { prepareOrder } from '../import/prepare-order.js';
import { type RetryHeldOutcome, retryHeld } from '../import/retry-held.js';
import { runImport } from '../import/run-import.js';
import type { ErpOrder } from '../order/erp-order.js';
import type { MapOrderOptions } from '../order/map-options.js';
import { enqueue } from '../outbox/enqueue.js';
import { listOutbox } from '../outbox/list-outbox.js';
import { type SendDueResult, sendDue } from '../outbox/send-due.js';
import type { OutboxEntry, WriteBack } from '../outbox/write-back.js';
import type { Store } from '../store/store.js';
import { receiveWebhook } from '../webhooks/receive-webhook.js';
import { registerWebhook, webhookPath } from '../webhooks/register-webhook.js';
import { webhookSecret } from '../webhooks/webhook-store.js';
import type { Billbee, BillbeeWebhook, ImportOutcome, ImportTask, WebhookTask } from './billbee-tasks.js';
import { isoOf, listOrders, type OrderQuery, usable } from './list-orders.js';
import { targetOf } from './order-target.js';
import { statusIdsOf } from './statuses-by-name.js';
import { WebhookWorker } from './webhook-worker.js';

/** What {@link createBillbee} stands on. */
export interface BillbeeParts
  extends Pick<BillbeeClientOptions, 'connection' | 'fetch' | 'clock' | 'maxWaitMs' | 'onCall'> {
  /** Opens the store; called once, when something needs it first. */
  readonly openStore: () => Promise<Store>;
  /** Rules of the mapping to the neutral order. */
  readonly mapping?: MapOrderOptions | undefined;
}

/** Write-backs that cannot be sent now are safe in the outbox: nobody waits for them. */
const sendAttempts = 2;
const sendWaitMs = 2000;

/**
 * One Billbee account with everything behind it. On Node, `openBillbee` of `importer-core/node` brings the parts.
 *
 * @throws SettingsError when the credentials cannot be used
 * @example createBillbee({ connection, fetch, clock, openStore: () => openStore(dialect, { location: 'erp' }) })
 */
export function createBillbee(parts: BillbeeParts): Billbee {
  const { clock, connection } = parts;
  const account = accountKey(connection.username);
  const shared = { ...parts, rateLimiter: createRateLimiter(clock) };
  const client = createBillbeeClient(shared);
  const impatient = { ...shared, maxAttempts: sendAttempts, maxWaitMs: sendWaitMs };
  const sink = createBillbeeClient(impatient);
  const prepare = prepareOrder(parts.mapping);
  const workers = new Set<WebhookWorker>();
  let opening: Promise<Store> | undefined;
  const store = (): Promise<Store> => {
    opening ??= parts.openStore().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };

  /** @throws what ended the sending early, unless another process is at it */
  async function send(signal?: AbortSignal): Promise<SendDueResult> {
    const result = await sendDue({ store: await store(), account, sink, clock, signal });
    if (result.stoppedBy !== undefined && !isElsewhere(result.stoppedBy)) throw result.stoppedBy;
    return result;
  }

  async function report(writeBack: WriteBack, signal?: AbortSignal): Promise<OutboxEntry> {
    const { id } = await enqueue(await store(), account, writeBack, clock);
    await send(signal);
    const entry = (await listOutbox(await store(), account)).find((one) => one.id === id);
    if (entry?.state === 'dead') {
      const { code, message, values } = entry;
      throw new HoldError(code ?? 'refused', message ?? 'Billbee refused it.', {
        values: values ?? undefined,
      });
    }
    return entry as OutboxEntry;
  }

  /** What the engine needs for a task. */
  const engine = async ({ into, status, setStatus, since, ...rest }: ImportTask) => ({
    ...rest,
    account,
    source: client,
    store: await store(),
    target: targetOf(into),
    clock,
    prepare,
    statusIds: statusIdsOf(status),
    since: since === undefined ? undefined : isoOf(since),
    setInProgressAfterImport:
      setStatus === undefined ? undefined : { statusId: statusIdsOf(setStatus)[0] as number },
    tagsAfterImport: rest.addTags,
  });

  async function runTask(task: ImportTask): Promise<ImportOutcome> {
    const { summary, outcome, error } = await runImport(await engine(task));
    if (outcome === 'failed') throw error;
    if (hasWriteBacks(task)) await send(task.signal);
    return { ...summary, outcome };
  }

  return {
    account,
    statuses: (signal): Promise<readonly BillbeeOrderStatus[]> => client.listOrderStatuses(signal),
    async order(orderId, signal): Promise<ErpOrder | undefined> {
      const raw = await client.readOrder(orderId, signal);
      return raw === undefined ? undefined : usable(prepare(raw));
    },
    orders: (query: OrderQuery = {}) => listOrders(client, prepare, query),
    import: runTask,
    held: async (): Promise<readonly HeldOrder[]> => listHeld(await store(), account),
    async retryHeld({ ids, ...task }): Promise<readonly RetryHeldOutcome[]> {
      const {
        setInProgressAfterImport: move,
        statusIds,
        ...rest
      } = await engine({ ...task, status: task.status ?? [] });
      const setInProgressAfterImport = move && { ...move, fromStatusIds: statusIds };
      const outcomes = await retryHeld({ ...rest, ids, setInProgressAfterImport });
      if (hasWriteBacks(task)) await send(task.signal);
      return outcomes;
    },
    ship(orderId, { carrier, trackingNumber, comment }, signal) {
      const carrierId = carrier === undefined ? undefined : requireCarrierId(carrier);
      const shipment = { trackingNumber, carrierId, comment };
      return report({ kind: 'shipment', orderId, shipment }, signal);
    },
    setStock: (sku, quantity, signal) =>
      report({ kind: 'stock', level: { sku, quantity: String(quantity) } }, signal),
    setStatus: (orderId, status, signal) =>
      report({ kind: 'status', orderId, statusId: statusIdsOf(status)[0] as number }, signal),
    addTags: (orderId, tags, signal) => report({ kind: 'tags', orderId, tags }, signal),
    send,
    webhook({ onError, ...task }: WebhookTask): BillbeeWebhook {
      const worker = new WebhookWorker(
        clock,
        async (hinted, signal) => {
          if (hinted.kind === 'poll') await runTask({ ...task, signal });
          else {
            await importOrders({ ...(await engine({ ...task, signal })), ids: hinted.ids });
            if (hasWriteBacks(task)) await send(signal);
          }
        },
        onError,
      );
      workers.add(worker);
      return {
        path: webhookPath,
        async receive(request) {
          const secret = await webhookSecret(await store(), account, clock);
          return receiveWebhook(request, { secret, onHint: ({ orderIds }) => worker.add(orderIds) });
        },
        async register(publicUrl, signal) {
          const api = createWebhookApi(impatient);
          return registerWebhook({ store: await store(), account, api, clock, publicUrl, signal });
        },
      };
    },
    async close() {
      await Promise.all([...workers].map((worker) => worker.stop()));
      await (await opening?.catch(() => undefined))?.close();
    },
  };
}

function hasWriteBacks({ setStatus, addTags }: Pick<ImportTask, 'setStatus' | 'addTags'>): boolean {
  return setStatus !== undefined || (addTags?.length ?? 0) > 0;
}

/** Another process sends for the account: it sends this, too. */
function isElsewhere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'already-running';
}
