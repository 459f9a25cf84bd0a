/** A web page of a stranger: bundled from the packed library and run where nothing of Node is. */
import { checkConnection, createBillbeeClient, prepareOrder } from 'importer-core';
import { orderStatuses } from 'importer-core/statuses';

const page = globalThis as typeof globalThis & { readThrough?: (connection: object) => Promise<object> };

const clock = {
  now: () => Date.now(),
  sleep: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
};

page.readThrough = async (given) => {
  const connection = given as { baseUrl: string; username: string; apiPassword: string; apiKey: string };
  const ask: typeof fetch = (url, init) => fetch(url, init);
  const check = await checkConnection({ connection, fetch: ask, clock });
  const prepare = prepareOrder();
  const outcomes: Record<string, number> = {};
  for await (const { orders } of createBillbeeClient({ connection, fetch: ask, clock }).orders({
    statusIds: [1, 2, 3],
    pageSize: 250,
  })) {
    for (const order of orders) {
      const { outcome } = prepare(order).result;
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
  }
  return { check: check.ok, outcomes, statuses: orderStatuses.length };
};
