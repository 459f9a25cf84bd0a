import { expect, it } from 'vitest';
import type { OrderPage } from '../import/order-source.js';
import { type CountedPage, orderPageQuery, readPage } from './order-page.js';
import { orderPages } from './order-pages.js';

const query = { pageSize: 2, statusIds: [3] };

function ids(page: number): { BillBeeOrderId: number }[] {
  return [{ BillBeeOrderId: page * 2 }, { BillBeeOrderId: page * 2 + 1 }];
}

function answer(page: number, totalPages: number, orders: unknown[], counted = true): CountedPage {
  return { page, totalPages, totalRows: totalPages * 2, orders, serverTime: undefined, counted };
}

async function collect(pages: AsyncIterable<OrderPage>): Promise<number[]> {
  const numbers: number[] = [];
  for await (const { page } of pages) numbers.push(page);
  return numbers;
}

it('reads up to the last page, each when it is asked for', async () => {
  const read: number[] = [];
  const pages = orderPages(async ({ page }) => {
    read.push(page);
    return answer(page, 3, ids(page));
  }, query);
  await pages.next();
  expect(read).toEqual([1]);
  expect(await collect(pages)).toEqual([2, 3]);
});

it('takes an empty list for one empty page', async () => {
  expect(await collect(orderPages(async ({ page }) => answer(page, 0, []), query))).toEqual([1]);
});

it('ends where an announced page is empty', async () => {
  const pages = orderPages(async ({ page }) => answer(page, 5, page < 3 ? ids(page) : []), query);
  expect(await collect(pages)).toEqual([1, 2]);
});

it('refuses the same page twice, also of orders without an id', async () => {
  await expect(collect(orderPages(async ({ page }) => answer(page, 9, ids(1)), query))).rejects.toMatchObject(
    {
      code: 'repeated-page',
      reaction: 'stop',
    },
  );
  const nameless = collect(orderPages(async ({ page }) => answer(page, 9, [{ Id: 'x' }]), query));
  await expect(nameless).rejects.toMatchObject({ code: 'repeated-page' });
});

it('refuses a list that never ends', async () => {
  const pages = orderPages(async ({ page }) => answer(page, page + 1, ids(page)), query);
  await expect(collect(pages)).rejects.toMatchObject({ code: 'endless-pages', reaction: 'stop' });
});

it('goes on through any number of pages that Billbee did not count', async () => {
  const pages = orderPages(
    async ({ page }) => answer(page, page < 300 ? page + 1 : page, ids(page), false),
    query,
  );
  expect(await collect(pages)).toHaveLength(300);
});

it('ends a list without a count at an empty page, or where a short first page is all there is', async () => {
  const short = async ({ page }: { page: number }) =>
    answer(page, page + 1, page < 4 ? ids(page) : [], false);
  expect(await collect(orderPages(short, { ...query, pageSize: 9 }))).toEqual([1, 2, 3]);
  const same = async ({ page }: { page: number }) => answer(page, page + 1, ids(1), false);
  expect(await collect(orderPages(same, { ...query, pageSize: 9 }))).toEqual([1]);
  await expect(collect(orderPages(same, query))).rejects.toMatchObject({ code: 'repeated-page' });
});

it.each([
  ['no paging', undefined, 1, { totalPages: 2, counted: false }],
  ['no paging and no rows', undefined, 0, { totalPages: 1, counted: false }],
  ['rows only, all of them here', { TotalRows: 1 }, 1, { totalPages: 1, totalRows: 1, counted: true }],
  ['rows only, more to come', { TotalRows: 60 }, 1, { totalPages: 2, totalRows: 60, counted: true }],
  ['pages only', { TotalPages: 7 }, 1, { totalPages: 7, totalRows: 1, counted: false }],
  ['both', { TotalPages: 7, TotalRows: 70 }, 1, { totalPages: 7, totalRows: 70, counted: true }],
])('reads a page with %s', (_, paging, rows, expected) => {
  const data = Array.from({ length: rows }, () => ({}));
  const whole = { status: 200, kind: 'json', enveloped: true, failure: undefined, words: '' } as const;
  const page = readPage(
    { ...whole, data, paging, serverTime: undefined },
    { ...query, page: 1, pageSize: 250 },
  );
  expect(page).toMatchObject(expected);
});

it('writes the query as the official SDKs do, with times as they are', () => {
  const pairs = orderPageQuery({
    page: 2,
    pageSize: 9999,
    statusIds: [3, 16],
    modifiedAfter: '2026-11-24T01:02:03.04',
    modifiedUntil: '2026-11-24T05:06:07+01:00',
  });
  expect(pairs).toEqual([
    ['page', '2'],
    ['pageSize', '250'],
    ['orderStateId[0]', '3'],
    ['orderStateId[1]', '16'],
    ['modifiedAtMin', '2026-11-24T01:02:03.04'],
    ['modifiedAtMax', '2026-11-24T05:06:07+01:00'],
  ]);
});
