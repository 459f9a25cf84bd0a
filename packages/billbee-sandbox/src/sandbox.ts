import { Hono } from 'hono/quick';
import { openAccounts, type SandboxAccount } from './accounts.js';
import { API_BASE } from './api/api-env.js';
import { claimedUser } from './api/authentication.js';
import { type Fault, NAMED_FAULTS } from './api/faults.js';
import { RateLimiter } from './api/rate-limiter.js';
import { WebhookSender } from './api/webhooks.js';
import { buildBackend } from './backend/backend.js';
import { type CallCounters, CallLog, type LoggedCall } from './call-log.js';
import {
  DEFAULT_CREDENTIALS,
  type FaultHook,
  type SandboxCall,
  type SandboxCredentials,
  type SandboxOptions,
  systemClock,
} from './options.js';

import { seedOrders } from './seed/seed-orders.js';
import type { SandboxOrder } from './state/order.js';
import type { SandboxState } from './state/state.js';

const DEFAULT_ORDERS = 120;

/** A Billbee of one's own, without a network: answers through `fetch`. */
export interface InProcessSandbox {
  readonly credentials: SandboxCredentials;
  /** Every account, the first one among them; credentials and state of the others come into being when they are looked at. */
  readonly accounts: readonly SandboxAccount[];
  /** The first account's truth: read it, change it, race against the caller. */
  readonly state: SandboxState;
  /** Every order, in the sequence in which Billbee got them. */
  readonly orders: readonly SandboxOrder[];
  /** The latest calls; holds no header, so no secret. */
  readonly calls: readonly LoggedCall[];
  readonly counters: CallCounters;
  /** Moves an order to another status, as somebody at Billbee would. */
  setStatus(id: string | number, status: number): SandboxOrder;
  /** Adds an order dated now, sound unless `change` spoils it. */
  addOrder(change?: Partial<SandboxOrder>): SandboxOrder;
  /** Lets calls fail from now on; undefined ends it. */
  setFault(fault: SandboxOptions['fault']): void;
  /** Answers a request without a socket: API and pages, at any host name. */
  fetch(request: Request | string | URL, init?: RequestInit): Promise<Response>;
  /** Ends stalls and webhook deliveries. */
  close(): Promise<void>;
}

/**
 * A sandbox without a server, for tests that make thousands of them.
 *
 * @example
 * const sandbox = createSandbox({ orders: 10, rateLimit: false });
 * await sandbox.fetch('http://sandbox/api/v1/orders', { headers });
 */
export function createSandbox(options: SandboxOptions = {}): InProcessSandbox {
  const clock = options.clock ?? systemClock;
  const zone = options.zone ?? 'Europe/Berlin';
  const seed = options.seed ?? 1;
  const orders = options.orders ?? DEFAULT_ORDERS;
  const log = new CallLog();
  const sender = new WebhookSender();
  const closed = new AbortController();
  let fault = hookOf(options.fault);
  const book = openAccounts({
    count: options.accounts ?? 1,
    credentials: options.credentials ?? DEFAULT_CREDENTIALS,
    ownKeys: options.ownKeys ?? false,
    seed,
    makeOrders: (index) => {
      if (!Array.isArray(orders))
        return seedOrders(orders, seed + index, zone, options.recent ? clock.now() : undefined);
      return index === 0 ? orders : structuredClone(orders);
    },
    zone,
    log,
    clock,
    limiter: (options.rateLimit ?? true) ? new RateLimiter() : undefined,
    rowOrder: options.rowOrder ?? 'imported',
    sender,
    fault: (call: SandboxCall): Fault | undefined => fault(call),
    closed: closed.signal,
  });
  const { credentials, state } = book.first;
  const app = new Hono({ getPath: (request) => new URL(request.url).pathname.toLowerCase() });
  app.all(`${API_BASE}/*`, (context) =>
    book.apiOf(claimedUser(context.req.raw.headers)).fetch(context.req.raw),
  );
  app.route('/', buildBackend(state));
  return {
    credentials,
    accounts: book.accounts,
    state,
    orders: state.orders,
    calls: log.entries,
    counters: log.counters,
    setStatus: (id, status) => state.setStatus(id, status),
    addOrder: (change) => state.add(change),
    setFault: (next) => {
      fault = hookOf(next);
    },
    fetch: async (request, init) =>
      app.fetch(request instanceof Request && !init ? request : new Request(request, init)),
    close: async () => {
      closed.abort();
      await sender.close();
    },
  };
}

function hookOf(fault: SandboxOptions['fault']): FaultHook {
  if (typeof fault === 'function') return fault;
  const standing = fault === undefined ? undefined : NAMED_FAULTS[fault];
  return () => standing;
}
