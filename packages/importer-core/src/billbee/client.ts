import { HoldError } from '../errors.js';
import type { OrderPage, OrderPageQuery, OrderSource } from '../import/order-source.js';
import { billbeeMessages } from '../messages/core/billbee-messages.js';
import type {
  Shipment,
  StockLevel,
  StockOutcome,
  WriteBackSink,
  WriteOptions,
} from '../outbox/write-back-sink.js';
import type { Clock, Fetch } from '../ports.js';
import {
  type BillbeeOrderStatus,
  type BillbeeStock,
  readOrderStatuses,
  readStocks,
} from './account-lists.js';
import {
  type BillbeeCall,
  BillbeeCaller,
  type BillbeeRequest,
  type CallerOptions,
  type CallGate,
} from './call-billbee.js';
import { type BillbeeConnection, CheckedConnection } from './connection.js';
import { type CountedPage, orderPageQuery, readPage } from './order-page.js';
import { orderPages } from './order-pages.js';
import { createRateLimiter, type RateLimiter } from './rate-limiter.js';
import type { BillbeeAnswer } from './read-answer.js';
import { stockOutcomes, trackingNumbers } from './write-answers.js';
import {
  orderRequest,
  shipmentRequest,
  statusRequest,
  stockBatchSize,
  stockRequest,
  tagsRequest,
} from './write-requests.js';

export interface BillbeeClientOptions {
  readonly connection: BillbeeConnection;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Shared by all clients with the same developer key; without one the client has its own. */
  readonly rateLimiter?: RateLimiter | undefined;
  readonly userAgent?: string | undefined;
  /** Tries per call, 10 by default; those that were only told to wait (429) are not counted. 1: none is repeated. */
  readonly maxAttempts?: number | undefined;
  /** How long one call may wait between its tries, all waits together, in milliseconds; 15 minutes by default. */
  readonly maxWaitMs?: number | undefined;
  /** Time limit for one request and its whole answer, in milliseconds; 60 s by default. */
  readonly timeoutMs?: number | undefined;
  /** From 0 (inclusive) to 1 (exclusive), for the jitter of waits. */
  readonly random?: (() => number) | undefined;
  /** Asked before each HTTP request; see `CallBudget`. */
  readonly gate?: CallGate | undefined;
  /** Told about each HTTP request when it is over. */
  readonly onCall?: ((call: BillbeeCall) => void) | undefined;
}

/** Billbee as the rest of the library sees it. */
export interface BillbeeClient extends OrderSource, WriteBackSink {
  /** The account's order statuses, by id. Source: `Billbee API: GET /enums/orderstates`. */
  listOrderStatuses(signal?: AbortSignal): Promise<readonly BillbeeOrderStatus[]>;
  /** The account's stocks, which stock levels can be set for. Source: `Billbee API: GET /products/stocks`. */
  listStocks(signal?: AbortSignal): Promise<readonly BillbeeStock[]>;
  /** All pages of orders, see `orderPages`. Source: `Billbee API: GET /orders`. */
  orders(query: Omit<OrderPageQuery, 'page'>, signal?: AbortSignal): AsyncIterable<OrderPage>;
}

/**
 * A client for one Billbee account: paced to the published limits, repeating what can be repeated.
 *
 * Repeated are reads and writes that are safe to repeat, on 429, 408, 5xx, broken connections, time limits and broken
 * or foreign answers, at most `maxAttempts` times (a 429 does not count) and waiting at most `maxWaitMs` altogether. A shipment
 * is repeated only on 429 and when it never left; else its RetryError (any code but `throttled` and
 * `unreachable`) means that it may have been carried out.
 *
 * Every method throws RetryError, SettingsError, StopError or (about one order or article) HoldError, or
 * the signal's reason. No error text holds a credential.
 *
 * @throws SettingsError when the connection cannot be used, see {@link CheckedConnection}
 * @example
 * const client = createBillbeeClient({ connection, fetch, clock: systemClock });
 * for await (const page of client.orders({ statusIds: [3], pageSize: 250 })) console.log(page.totalRows);
 */
export function createBillbeeClient(options: BillbeeClientOptions): BillbeeClient {
  return new HttpBillbeeClient(options);
}

/** The options of calls, with their defaults. */
export function callerOptions(options: BillbeeClientOptions, connection: CheckedConnection): CallerOptions {
  const { clock, fetch, gate, maxAttempts = 10, maxWaitMs = 900_000, onCall, timeoutMs = 60_000 } = options;
  return {
    connection,
    fetch,
    clock,
    rateLimiter: options.rateLimiter ?? createRateLimiter(clock),
    userAgent: options.userAgent ?? 'billbee-importer',
    maxAttempts: Math.max(1, maxAttempts),
    maxWaitMs,
    timeoutMs,
    random: options.random ?? Math.random,
    gate,
    onCall,
  };
}

class HttpBillbeeClient implements BillbeeClient {
  readonly #connection: CheckedConnection;
  readonly #caller: BillbeeCaller;

  constructor(options: BillbeeClientOptions) {
    this.#connection = new CheckedConnection(options.connection);
    this.#caller = new BillbeeCaller(callerOptions(options, this.#connection));
  }

  get usage(): { readonly calls: number; readonly retries: number } {
    return this.#caller.usage;
  }

  readOrderPage(query: OrderPageQuery, signal?: AbortSignal): Promise<CountedPage> {
    const request: BillbeeRequest = {
      method: 'GET',
      route: '/orders',
      path: '/orders',
      query: orderPageQuery(query),
      repeatable: true,
    };
    return this.#caller.call(request, signal, (answer) => readPage(answer, query));
  }

  orders(query: Omit<OrderPageQuery, 'page'>, signal?: AbortSignal): AsyncIterable<OrderPage> {
    return orderPages((page) => this.readOrderPage(page, signal), query);
  }

  async readOrder(orderId: string, signal?: AbortSignal): Promise<unknown | undefined> {
    try {
      const { data } = await this.#caller.call(orderRequest(orderId), signal, (answer) =>
        holdsOrder(answer) ? answer : undefined,
      );
      return data ?? undefined;
    } catch (error) {
      if (error instanceof HoldError && error.code === 'not-found') return undefined;
      throw error;
    }
  }

  listOrderStatuses(signal?: AbortSignal): Promise<readonly BillbeeOrderStatus[]> {
    const route = '/enums/orderstates';
    const request: BillbeeRequest = { method: 'GET', route, path: route, repeatable: true };
    return this.#caller.call(request, signal, ({ data }) => readOrderStatuses(data));
  }

  listStocks(signal?: AbortSignal): Promise<readonly BillbeeStock[]> {
    const route = '/products/stocks';
    const request: BillbeeRequest = { method: 'GET', route, path: route, repeatable: true };
    return this.#caller.call(request, signal, ({ data }) => readStocks(data));
  }

  async setOrderStatus(
    orderId: string,
    statusId: number,
    signal?: AbortSignal,
    { once }: WriteOptions = {},
  ): Promise<void> {
    await this.#caller.call({ ...statusRequest(orderId, statusId), once }, signal, asItIs);
  }

  async readTrackingNumbers(orderId: string, signal?: AbortSignal): Promise<readonly string[]> {
    const order = await this.readOrder(orderId, signal);
    if (order === undefined) {
      throw billbeeMessages.hold('order-missing', { orderId });
    }
    return trackingNumbers(order);
  }

  async addShipment(orderId: string, shipment: Shipment, signal?: AbortSignal): Promise<void> {
    await this.#caller.call(shipmentRequest(orderId, shipment), signal, asItIs);
  }

  async addTags(
    orderId: string,
    tags: readonly string[],
    signal?: AbortSignal,
    { once }: WriteOptions = {},
  ): Promise<void> {
    if (tags.length > 0) await this.#caller.call({ ...tagsRequest(orderId, tags), once }, signal, asItIs);
  }

  async updateStock(levels: readonly StockLevel[], signal?: AbortSignal): Promise<readonly StockOutcome[]> {
    const outcomes: StockOutcome[] = [];
    const clean = (text: string): string => this.#connection.redact(text);
    for (let start = 0; start < levels.length; start += stockBatchSize) {
      const batch = levels.slice(start, start + stockBatchSize);
      outcomes.push(
        ...(await this.#caller.call(stockRequest(batch), signal, ({ data }) =>
          stockOutcomes(data, batch.length, clean),
        )),
      );
    }
    return outcomes;
  }

  /** What is shown when it is printed or serialised: no credential. */
  toJSON(): { baseUrl: string } {
    return this.#connection.toJSON();
  }
}

function asItIs(answer: BillbeeAnswer): BillbeeAnswer {
  return answer;
}

/** An envelope, whose `Data` is null when there is no such order, or the bare order. */
function holdsOrder({ data, enveloped }: BillbeeAnswer): boolean {
  if (data === null) return enveloped;
  const isObject = typeof data === 'object' && !Array.isArray(data);
  return isObject && (enveloped || 'BillBeeOrderId' in data);
}
