import type { SandboxOrder } from '../state/order.js';
import { settleTotals } from './order-items.js';

/** An order that no importer can take over as it stands. */
export interface BrokenOrder {
  readonly name: string;
  /** Status it sits in: never 3, whose orders are all sound. */
  readonly status: 1 | 2;
  spoil(order: SandboxOrder): void;
}

/** Every broken or doubtful order of the default data, one of each. */
export const BROKEN_ORDERS: readonly BrokenOrder[] = [
  {
    name: 'no order date',
    status: 1,
    spoil: (order) => {
      order.CreatedAt = null;
    },
  },
  {
    name: 'unreadable items',
    status: 1,
    spoil: (order) => {
      order['OrderItems'] = [{ BillbeeId: 'kaputt', Quantity: 'zwei', TotalPrice: null }] as never;
    },
  },
  {
    name: 'total missing',
    status: 2,
    spoil: (order) => {
      delete order.TotalCost;
    },
  },
  {
    name: 'no id',
    status: 2,
    spoil: (order) => {
      order.BillBeeOrderId = null;
    },
  },
  {
    name: 'credit with negative sums, in the status of new orders',
    status: 1,
    spoil: (order) => {
      for (const item of order.OrderItems ?? []) {
        item.TotalPrice *= -1;
        item.UnrebatedTotalPrice *= -1;
        item.TaxAmount *= -1;
      }
      order.ShippingCost *= -1;
      order['SellerComment'] = 'Storno zu einem anderen Auftrag';
      settleTotals(order);
    },
  },
  {
    name: 'total that its positions do not add up to',
    status: 2,
    spoil: (order) => {
      order.TotalCost = Math.round((order.TotalCost ?? 0) * 100 + 111) / 100;
    },
  },
  {
    name: 'no positions',
    status: 1,
    spoil: (order) => {
      order.OrderItems = [];
      settleTotals(order);
    },
  },
  {
    name: 'quantity 0',
    status: 2,
    spoil: (order) => {
      const [item] = order.OrderItems ?? [];
      if (item) item.Quantity = 0;
    },
  },
  {
    name: 'no currency',
    status: 2,
    spoil: (order) => {
      order.Currency = null;
    },
  },
];
