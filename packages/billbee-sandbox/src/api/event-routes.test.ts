import { expect, test } from 'vitest';
import { ManualClock, quietSandbox, read } from '../testing/call.js';

interface Events {
  Data: { TypeId: number; OrderId: number; Created: string }[];
  Paging: { TotalRows: number };
}

test('the event log can be narrowed by kind, order and time', async () => {
  const sandbox = quietSandbox({ orders: 5, clock: new ManualClock(Date.UTC(2026, 0, 15, 11)) });
  sandbox.setStatus(300000180937794, 4);
  const kinds = async (query: string): Promise<number[]> =>
    (await read<Events>(sandbox, `/events?${query}`)).Data.map((event) => event.TypeId);
  expect(await kinds('orderId=300000180937794')).toEqual([0, 86, 15, 12]);
  expect(await kinds('typeId[0]=15')).toEqual([15]);
  expect(await kinds('minDate=2026-01-15T12:00:00')).toEqual([15, 12]);
  expect(await kinds('maxDate=2025-12-31&orderId=300000180937794')).toEqual([0, 86]);
});

test('usage counts answered calls of the month per endpoint', async () => {
  const sandbox = quietSandbox({ orders: 5, clock: new ManualClock(Date.UTC(2026, 0, 15)) });
  await read(sandbox, '/orders');
  await read(sandbox, '/orders');
  const detail = await read<{ Data: object[] }>(sandbox, '/apiusage/detail');
  expect(detail.Data).toEqual([{ User: 'sandbox@example.com', Endpoint: 'GET /orders', Count: 2 }]);
  const month = await read<{ Data: object[] }>(sandbox, '/apiusage?Date=20260101');
  expect(month.Data).toEqual([{ User: 'sandbox@example.com', Count: 3 }]);
  const other = await read<{ Data: object[] }>(sandbox, '/apiusage?Date=20251201');
  expect(other.Data).toEqual([{ User: 'sandbox@example.com', Count: 0 }]);
});
