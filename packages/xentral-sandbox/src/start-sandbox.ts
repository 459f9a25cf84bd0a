import type { AddressInfo } from 'node:net';
import { type HttpBindings, serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { FaultPlan } from './faults.js';
import type { SandboxOptions } from './options.js';
import { RateLimit } from './rate-limit.js';
import { addLists } from './routes/lists.js';
import { addWrites, type PreparedWrite } from './routes/writes.js';
import { standardSetup } from './standard-setup.js';
import { TenantState } from './state.js';

/** A running tenant. */
export interface XentralSandbox {
  /** E.g. `http://127.0.0.1:40123`: what `XENTRAL_URL` is set to. */
  readonly url: string;
  readonly token: string;
  readonly state: TenantState;
  readonly faults: FaultPlan;
  /** Calls so far, and those turned away with 429. */
  readonly calls: { readonly all: number; readonly refused: number };
  /** Calls of one kind, e.g. `POST /api/v1/salesOrders/actions/import`. */
  countCalls(call: string): number;
  /** Sends a parcel of an order; `completed` also completes the order. */
  ship(
    orderId: string,
    trackingNumber: string,
    options?: { readonly carrier?: string; readonly shippingMethodId?: string; readonly completed?: boolean },
  ): void;
  cancel(orderId: string): void;
  setStock(number: string, quantity: number): void;
  close(): Promise<void>;
}

/**
 * Starts a tenant on a loopback port; resolves when it answers.
 *
 * @example
 * const sandbox = await startXentralSandbox({ callsPerMinute: 1000 });
 * sandbox.faults.plan('lost-answer');
 * await sandbox.close();
 */
export async function startXentralSandbox(options: SandboxOptions = {}): Promise<XentralSandbox> {
  const { token = 'sandbox-token', lateMs = 200, now = Date.now } = options;
  const state = new TenantState(options.setup ?? standardSetup);
  const faults = new FaultPlan();
  const limit = new RateLimit(options.callsPerMinute ?? 100);
  const counts = new Map<string, number>();
  const late = new Set<NodeJS.Timeout>();
  let all = 0;

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async (context, next) => {
    all += 1;
    const call = `${context.req.method} ${context.req.path}`;
    options.onCall?.(call);
    counts.set(call, (counts.get(call) ?? 0) + 1);
    const { refused, headers } = limit.admit(now());
    if (refused) return context.json({ message: 'Too Many Attempts.' }, 429, headers);
    if (context.req.header('authorization') !== `Bearer ${token}`) {
      return context.html('<html><body>Unauthorized</body></html>', 401, headers);
    }
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
    return undefined;
  });
  addLists(app as unknown as Hono, state);
  addWrites(app as unknown as Hono, state, options, async (context, write) => {
    if (write instanceof Response) return write;
    return carryOut(context, write);
  });

  async function carryOut(context: Context, { commit }: PreparedWrite): Promise<Response> {
    const { outgoing } = context.env as HttpBindings;
    switch (faults.take()) {
      case 'throttled':
        return context.json({ message: 'Too Many Attempts.' }, 429, { 'Retry-After': '1' });
      case 'error-before':
        return context.text('Service Unavailable', 503);
      case 'error-after':
        commit();
        return context.text('Internal Server Error', 500);
      case 'lost-request':
        outgoing.destroy();
        return RESPONSE_ALREADY_SENT;
      case 'lost-answer':
        commit();
        outgoing.destroy();
        return RESPONSE_ALREADY_SENT;
      case 'late': {
        outgoing.destroy();
        const timer = setTimeout(() => {
          late.delete(timer);
          commit();
        }, lateMs);
        late.add(timer);
        return RESPONSE_ALREADY_SENT;
      }
      default:
        return commit();
    }
  }

  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const listen = { hostname: '127.0.0.1', port: options.port ?? 0, overrideGlobalObjects: false };
    const started = serve({ fetch: app.fetch, ...listen }, () => resolve(started));
    started.once('error', reject);
  });
  const orderOf = (id: string) => {
    const order = state.orders.find((one) => one.id === id || one.externalOrderId === id);
    if (!order) throw new Error(`There is no order ${id}.`);
    return order;
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    state,
    faults,
    get calls() {
      return { all, refused: limit.refused };
    },
    countCalls: (call) => counts.get(call) ?? 0,
    ship(id, number, { carrier, shippingMethodId = '1', completed = true } = {}) {
      const order = orderOf(id);
      const sentAt = new Date(now()).toISOString().slice(0, 10);
      state.addDelivery({ salesOrderId: order.id, shippingMethodId, number, carrier, sentAt });
      if (completed) order.status = 'completed';
    },
    cancel(id) {
      orderOf(id).status = 'canceled';
    },
    setStock(number, quantity) {
      for (const product of state.products) if (product.number === number) product.stockCount = quantity;
    },
    async close() {
      for (const timer of late) clearTimeout(timer);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}
