import type { Context } from 'hono';
import type { SandboxOrder } from '../state/order.js';
import type { SandboxState } from '../state/state.js';
import { answer, done, envelope, invalid, notFound } from './answers.js';
import type { Api } from './api-env.js';

/** Fields of PATCH /orders/{id}. Billbee's own list is not published; these are the ones seen in use. */
const PATCHABLE_FIELDS = [
  'OrderNumber',
  'VatMode',
  'ShippedAt',
  'PayedAt',
  'SellerComment',
  'InvoiceNumber',
  'InvoiceDate',
  'ShippingCost',
  'TaxRate1',
  'TaxRate2',
];

/** Largest status number a caller may set; the pages can show further ones, the API cannot take them. */
const LAST_STATUS = 17;

/** Changes orders: status, tags, shipments, single fields. */
export function orderWriteRoutes(app: Api, state: SandboxState): void {
  const forOrder =
    (change: (order: SandboxOrder, body: Record<string, unknown>) => Response) =>
    async (context: Context): Promise<Response> => {
      const order = state.find(context.req.param('id') ?? '');
      if (!order) return notFound();
      const body: unknown = await context.req.json().catch(() => undefined);
      if (typeof body !== 'object' || body === null) return invalid('The body is no JSON object.');
      return change(order, body as Record<string, unknown>);
    };
  const id = (order: SandboxOrder): number => Number(order.BillBeeOrderId);

  app.put(
    '/orders/:id{[0-9]+}/orderstate',
    forOrder((order, { NewStateId }) => {
      if (!Number.isInteger(NewStateId)) return invalid('NewStateId is no number.');
      const status = Number(NewStateId);
      if (status < 1 || status > LAST_STATUS) return invalid(`NewStateId ${status} is unknown.`);
      state.setStatus(id(order), status);
      return done();
    }),
  );
  app.post(
    '/orders/:id{[0-9]+}/tags',
    forOrder((order, { Tags }) => {
      if (!isTextList(Tags)) return invalid('Tags is no list of texts.');
      state.update(id(order), { Tags: union(order.Tags, Tags) });
      return done();
    }),
  );
  app.put(
    '/orders/:id{[0-9]+}/tags',
    forOrder((order, { Tags }) => {
      if (!isTextList(Tags)) return invalid('Tags is no list of texts.');
      state.update(id(order), { Tags: union([], Tags) });
      return done();
    }),
  );
  app.post(
    '/orders/:id{[0-9]+}/shipment',
    forOrder((order, body) => {
      const { ShippingId } = body;
      if (typeof ShippingId !== 'string' || ShippingId === '') return invalid('ShippingId is missing.');
      state.addShipment(id(order), {
        ShippingId,
        Shipper: null,
        TrackingUrl: null,
        ShippingProviderId: numberOrNull(body['ShippingProviderId']),
        ShippingProviderProductId: numberOrNull(body['ShippingProviderProductId']),
        ShippingCarrier: numberOrNull(body['CarrierId']),
        ShipmentType: numberOrNull(body['ShipmentType']) ?? 0,
      });
      return done();
    }),
  );
  app.get('/orders/patchablefields', () => answer(envelope(PATCHABLE_FIELDS)));
  app.patch(
    '/orders/:id{[0-9]+}',
    forOrder((order, body) => {
      const refused = Object.keys(body).find((field) => !PATCHABLE_FIELDS.includes(field));
      if (refused !== undefined) return invalid(`The field ${refused} cannot be changed.`);
      return answer(envelope(state.update(id(order), body as Partial<SandboxOrder>)));
    }),
  );
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

/** Tags are the same in any case; the spelling that came first stays. */
function union(present: readonly string[], added: readonly string[]): string[] {
  const tags = new Map<string, string>();
  for (const tag of [...present, ...added]) {
    if (!tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  return [...tags.values()];
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
