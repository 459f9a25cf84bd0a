import { readStamp } from '../import/billbee-time.js';
import type { OrderSource } from '../import/order-source.js';
import { prepareOrder } from '../import/prepare-order.js';
import type { ErpOrder } from '../order/erp-order.js';
import type { Clock } from '../ports.js';
import { ConformanceError } from './check.js';

/** An order as Billbee sends it; people, shops and articles are invented. */
export type RawOrder = Readonly<Record<string, unknown>>;

/** A sound order of 119.00 EUR in status 3. */
export function rawOrder(orderId: string, changes: RawOrder = {}): RawOrder {
  return {
    BillBeeOrderId: Number(orderId),
    Id: `shop-${orderId}`,
    OrderNumber: `A-${orderId}`,
    State: 3,
    VatMode: 0,
    CreatedAt: '2026-01-05T10:00:00',
    PayedAt: '2026-01-05T10:01:00',
    LastModifiedAt: '2026-01-05T10:02:00',
    Currency: 'EUR',
    TotalCost: 119,
    ShippingCost: 4.9,
    TaxRate1: 19,
    TaxRate2: 7,
    OrderItems: [
      {
        BillbeeId: Number(orderId) + 1,
        Product: { Title: 'Gartenbank Eiche', SKU: 'BANK-01', EAN: '4006381333931' },
        Quantity: 2,
        TotalPrice: 114.1,
        TaxIndex: 1,
      },
    ],
    InvoiceAddress: address('Erika', 'Beispiel'),
    ShippingAddress: address('Max', 'Muster'),
    PaymentMethod: 3,
    Seller: { Platform: 'manual', BillbeeShopName: 'Beispielladen', BillbeeShopId: 11 },
    Customer: { Id: 21, Name: 'Erika Beispiel', Email: 'erika@example.com', Number: 20041 },
    Tags: [],
    ...changes,
  };
}

function address(firstName: string, lastName: string): RawOrder {
  return {
    FirstName: firstName,
    LastName: lastName,
    Street: 'Musterweg',
    HouseNumber: '7',
    Zip: '01069',
    City: 'Dresden',
    CountryISO2: 'DE',
  };
}

/** The same, mapped as the engine maps it. */
export function exampleOrder(orderId: string, changes: RawOrder = {}): ErpOrder {
  const prepared = prepareOrder()(rawOrder(orderId, changes));
  if (prepared instanceof Promise || prepared.result.outcome === 'held') {
    throw new ConformanceError(`The example order ${orderId} cannot be mapped: a fault of the suite.`);
  }
  return prepared.result.order;
}

/** A Billbee that holds these orders and answers at once. */
export function exampleSource(orders: readonly RawOrder[]): OrderSource {
  const usage = { calls: 0, retries: 0 };
  return {
    usage,
    async readOrderPage({ page, pageSize, statusIds, modifiedAfter, modifiedUntil }) {
      usage.calls += 1;
      const [after, until] = [readStamp(modifiedAfter), readStamp(modifiedUntil)];
      const matching = orders.filter((order) => {
        const modified = readStamp(String(order['LastModifiedAt']));
        if (modified === undefined || !statusIds.includes(Number(order['State']))) return false;
        return (after === undefined || modified > after) && (until === undefined || modified <= until);
      });
      return {
        page,
        totalPages: Math.ceil(matching.length / pageSize),
        totalRows: matching.length,
        orders: matching.slice((page - 1) * pageSize, page * pageSize),
        serverTime: undefined,
      };
    },
    async readOrder(orderId) {
      usage.calls += 1;
      return orders.find((order) => String(order['BillBeeOrderId']) === orderId);
    },
  };
}

/** A clock on which every wait is over at once. */
export function hastyClock(): Clock {
  let time = Date.UTC(2026, 0, 6, 12);
  return {
    now: () => time,
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted();
      time += milliseconds;
    },
  };
}
