import type { Context, Hono } from 'hono';
import { answerList, readListQuery } from '../list-query.js';
import type { SandboxProduct, TenantState } from '../state.js';
import { refused } from './answers.js';

/** Everything that is only read: projects, methods, channels, products, customers, orders, deliveries. */
export function addLists(app: Hono, state: TenantState): void {
  const { setup } = state;
  const lists: readonly [string, readonly string[], () => readonly Row[]][] = [
    ['/api/v1/projects', ['id', 'name', 'keyName'], () => setup.projects],
    ['/api/v1/paymentMethods', ['id', 'type', 'project', 'search'], () => setup.paymentMethods],
    ['/api/v1/shippingMethods', [], () => setup.shippingMethods],
    ['/api/v2/salesChannels', ['id', 'name'], () => setup.salesChannels],
    [
      '/api/v1/products',
      ['id', 'number', 'ean', 'name', 'manufacturerNumber', 'externalReferenceNumber'],
      () => state.products.map(showProduct),
    ],
    ['/api/v2/customers', ['id', 'number', 'email', 'name'], () => state.customers.map(showCustomer)],
    [
      '/api/v1/salesOrders',
      ['externalOrderId', 'externalOrderNumber', 'documentNumber', 'status', 'transactionNumber'],
      () => state.orders.map(({ request, ...order }) => order),
    ],
    ['/api/v1/deliveries', ['salesOrderId'], () => state.deliveries.map(showDelivery)],
  ];
  for (const [path, keys, rows] of lists) {
    app.get(path, (context) => list(context, keys, rows()));
  }
  app.get('/api/v1/salesOrders/:id', (context) => {
    const order = state.orders.find(({ id }) => id === context.req.param('id'));
    return order ? context.json({ data: order }) : context.notFound();
  });
  app.get('/api/v1/products/:id/stocks', (context) => {
    const product = state.products.find(({ id }) => id === context.req.param('id'));
    return product
      ? context.json({ data: { sellable: product.stockCount, physical: product.stockCount } })
      : context.notFound();
  });
}

interface Row {
  readonly id: string;
  readonly [name: string]: unknown;
}

function list(context: Context, keys: readonly string[], rows: readonly Row[]): Response {
  let answer: unknown;
  try {
    const query = readListQuery(new URL(context.req.url).searchParams, keys);
    answer = answerList(rows, query, fieldOf, withoutHelpers);
  } catch (error) {
    return refused(context, error instanceof Error ? error.message : String(error));
  }
  return context.json(answer as object);
}

function fieldOf(row: Row, key: string): string {
  return String(row[`_${key}`] ?? row[key] ?? '');
}

/** Fields that only filters see begin with an underscore. */
function withoutHelpers(row: Row): unknown {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !key.startsWith('_')));
}

function showProduct(product: SandboxProduct): Row {
  return { ...product, isStockItem: true };
}

function showCustomer({ id, number, name, email }: TenantState['customers'][number]): Row {
  const address = { street: '', zip: '', city: '', state: null, country: 'DE', note: '' };
  return {
    id,
    type: 'person',
    general: { number, customerNumber: number, name, email, address },
    _number: number,
    _email: email,
    _name: name,
  };
}

function showDelivery(delivery: TenantState['deliveries'][number]): Row {
  const { id, salesOrderId, shippingMethodId, number, carrier, sentAt } = delivery;
  return {
    id,
    tracking: { number, ...(carrier !== undefined && { carrier }) },
    deliveryNote: { id: `7${id}` },
    salesOrder: { id: salesOrderId },
    shippingMethod: shippingMethodId === null ? null : { id: shippingMethodId },
    sentAt,
    label: null,
    _salesOrderId: salesOrderId,
  };
}
