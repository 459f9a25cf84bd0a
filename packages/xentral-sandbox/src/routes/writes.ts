import type { Context, Hono } from 'hono';
import type { SandboxOptions } from '../options.js';
import { orderTotal } from '../order-total.js';
import type { TenantState } from '../state.js';
import { violationsOf } from '../validate.js';
import { created, invalid, refused } from './answers.js';

type Json = Readonly<Record<string, unknown>>;

/** What a write would do: its answer, and the change itself, which a fault may delay or leave out. */
export interface PreparedWrite {
  readonly commit: () => Response;
}

/** How a write is carried out: at once, or with a fault. */
export type CarryOut = (context: Context, write: PreparedWrite | Response) => Promise<Response>;

/** The two writes an importer makes: customers and sales orders. */
export function addWrites(app: Hono, state: TenantState, options: SandboxOptions, carryOut: CarryOut): void {
  app.post('/api/v2/customers', async (context) => {
    const body = await readBody(context);
    if (body instanceof Response) return body;
    const violations = violationsOf('customerCreate', body);
    if (violations) return invalid(context, violations);
    const number = typeof body['number'] === 'string' ? body['number'] : undefined;
    if (number !== undefined && state.customers.some((customer) => customer.number === number)) {
      return context.json(
        {
          type: 'https://api.xentral.biz/problems/conflict',
          title: 'Conflict.',
          messages: ['The customer number is taken.'],
        },
        409,
      );
    }
    const contact = (body['contact'] ?? {}) as { email?: string | null };
    const name = String(body['name'] ?? `${String(body['firstname'])} ${String(body['lastname'])}`);
    return carryOut(context, {
      commit: () => {
        const { id } = state.addCustomer({ name, email: contact.email ?? '', number });
        return created(context, `/api/v2/customers/${id}`);
      },
    });
  });

  app.post('/api/v1/salesOrders/actions/import', async (context) => {
    const body = await readBody(context);
    if (body instanceof Response) return body;
    const violations = violationsOf('salesOrderImport', body);
    if (violations) return invalid(context, violations);
    const unknown = unknownReferences(body, state);
    if (unknown.length > 0) return refused(context, ...unknown);
    const externalOrderId = String(body['externalOrderId'] ?? '');
    if (
      options.repeatedExternalId === 'refuse' &&
      state.orders.some((order) => order.externalOrderId === externalOrderId)
    ) {
      return refused(context, `The external order id ${externalOrderId} exists already.`);
    }
    return carryOut(context, {
      commit: () => {
        const total = orderTotal(body as never, options.priceMeaning ?? 'as-tax-display');
        const { id } = state.addOrder({
          externalOrderId,
          externalOrderNumber: String(body['externalOrderNumber'] ?? ''),
          total: total.gross,
          netSales: total.net,
          request: body,
        });
        return created(context, `/api/v1/salesOrders/${id}`);
      },
    });
  });
}

async function readBody(context: Context): Promise<Json | Response> {
  if (!/^application\/(json|vnd\.xentral\.\S+\+json)/.test(context.req.header('content-type') ?? '')) {
    return context.body(null, 415);
  }
  try {
    const body: unknown = await context.req.json();
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Json;
  } catch {
    // Answered below.
  }
  return invalid(context, { _: ['The body is no JSON object.'] });
}

/** Ids in the body that the tenant does not have. */
function unknownReferences(body: Json, { setup, customers, products }: TenantState): string[] {
  const found: [string, unknown, readonly { readonly id: string }[]][] = [];
  const add = (path: string, reference: unknown, among: readonly { readonly id: string }[]): void => {
    if (reference !== undefined && reference !== null) {
      found.push([path, (reference as { id: unknown }).id, among]);
    }
  };
  const financials = body['financials'] as Json;
  const delivery = body['delivery'] as Json;
  add('customer', body['customer'], customers);
  add('project', body['project'], setup.projects);
  add('salesChannel', body['salesChannel'], setup.salesChannels);
  add('financials.paymentMethod', financials['paymentMethod'], setup.paymentMethods);
  add('delivery.shippingMethod', delivery['shippingMethod'], setup.shippingMethods);
  for (const [path, lines, name] of [
    ['positions', body['positions'], 'product'],
    ['discountPositions', body['discountPositions'], 'discountProduct'],
    ['delivery.shippingCosts', delivery['shippingCosts'], 'shippingCostProduct'],
  ] as const) {
    for (const [index, line] of ((lines ?? []) as readonly Json[]).entries()) {
      add(`${path}.${index}.${name}`, line[name], products);
    }
  }
  return found
    .filter(([, id, among]) => !among.some((one) => one.id === id))
    .map(([path, id]) => `${path}: the resource ${String(id)} does not exist.`);
}
