import { ARTICLES } from '../seed/articles.js';
import { articleItem, itemId, settleTotals } from '../seed/order-items.js';
import type { SandboxOrder, SandboxOrderItem } from '../state/order.js';
import { SHOPS } from '../state/shops.js';
import type { SandboxState } from '../state/state.js';
import { answer, envelope, invalid } from './answers.js';
import type { Api } from './api-env.js';

/** Fields that Billbee gives an order itself. */
const own = ['BillBeeOrderId', 'BillBeeParentOrderId', 'LastModifiedAt', 'History', 'WebUrl', 'ShippingIds'];

/**
 * Takes in an order as another system hands it to Billbee, and tells the registered webhooks. What the body leaves out is invented, so that
 * `{}` is a whole order; Billbee would leave it empty. Source: `Billbee API: POST /orders`, 201 with the order.
 */
export function orderCreateRoute(app: Api, state: SandboxState): void {
  app.post('/orders', async (context) => {
    const body: unknown = await context.req.json().catch(() => undefined);
    if (!isObject(body)) return invalid('The body is no JSON object.');
    const given = body as Partial<SandboxOrder>;
    const { State = 1, OrderItems } = given;
    if (!Number.isInteger(State) || State < 1 || State > 17) return invalid('State is no status.');
    if (OrderItems !== undefined && !(Array.isArray(OrderItems) && OrderItems.every(isObject)))
      return invalid('OrderItems is no list of objects.');
    const query = new URL(context.req.url).searchParams;
    const shop = SHOPS.find(({ accountId }) => String(accountId) === query.get('shopId'));
    const order = state.add((added) => {
      const rest = Object.entries(given).filter(([field]) => !own.includes(field));
      Object.assign(added, Object.fromEntries(rest), { State, IsFromBillbeeApi: true });
      if (shop) Object.assign(added, { ApiAccountId: shop.accountId, ApiAccountName: shop.name });
      if (OrderItems) added.OrderItems = OrderItems.map((item, line) => itemOf(item, added, line));
      if (given.TotalCost === undefined) settleTotals(added);
    });
    return answer(envelope(order), 201);
  });
}

/** A position with every field that Billbee sends, from those that were given. */
function itemOf(given: Partial<SandboxOrderItem>, order: SandboxOrder, line: number): SandboxOrderItem {
  const [article] = ARTICLES;
  if (!article) throw new RangeError('The sandbox has no articles.');
  const { Quantity = 1, TotalPrice = 0, Product } = given;
  const blank = articleItem(itemId(Number(order.BillBeeOrderId), line), article, Quantity);
  const unknown = {
    BillbeeId: null,
    Id: null,
    Title: Product?.SKU ?? '',
    SKU: null,
    SkuOrId: Product?.SKU ?? null,
    EAN: null,
  };
  return {
    ...blank,
    TaxAmount: blank.TaxIndex === 1 ? (TotalPrice * 19) / 119 : 0,
    UnrebatedTotalPrice: TotalPrice,
    InvoiceSKU: Product?.SKU ?? null,
    ...given,
    Product: { ...blank.Product, ...unknown, ...Product },
  } as SandboxOrderItem;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
