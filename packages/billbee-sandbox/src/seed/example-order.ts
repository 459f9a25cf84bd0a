import { seededRandom } from '../random.js';
import type { SandboxOrder } from '../state/order.js';
import { ARTICLES } from './articles.js';
import { buildOrder } from './build-order.js';
import { articleItem, settleTotals } from './order-items.js';

/** Id of the first order of every sandbox. */
export const EXAMPLE_ORDER_ID = 300000180937794;

/**
 * The order that opens every sandbox, whatever the seed: entered by hand (no external id, no buyer, an empty
 * seller), 30 × 119.00 less 2 % = 3498.60, with 114.24 shipping 3612.84 EUR.
 */
export function exampleOrder(zone: string): SandboxOrder {
  const order = buildOrder(
    { id: EXAMPLE_ORDER_ID, status: 3, createdAt: Date.UTC(2023, 3, 22, 13, 7, 2), zone },
    seededRandom(0),
  );
  const article = ARTICLES[6];
  if (!article) throw new RangeError('The example order sells the seventh article.');
  const item = articleItem(300000000900001, { ...article, cents: 11900 }, 30, 2);
  Object.assign(order, {
    Id: null,
    OrderNumber: null,
    Buyer: null,
    ApiAccountId: null,
    ApiAccountName: null,
    LanguageCode: null,
    PaymentMethod: 1,
    CreatedAt: '2023-04-22T15:07:02',
    ConfirmedAt: null,
    PayedAt: '2023-04-29T13:32:39.36',
    LastModifiedAt: '2023-04-29T13:32:39.36',
    ShippingCost: 114.24,
    OrderItems: [item],
  });
  if (order.Seller) {
    Object.assign(order.Seller, { Platform: null, BillbeeShopName: null, BillbeeShopId: null });
  }
  settleTotals(order);
  // Paid according to the date, and yet nothing booked: seen in real data.
  order.PaidAmount = 0;
  return order;
}
