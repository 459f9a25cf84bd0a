import { requestRetry } from 'importer-accounts';
import { listHeld, type Store } from 'importer-core';
import { openEmbeddedDatabase, systemClock } from 'importer-core/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AccountSession } from '../session/account-session.js';
import { migrations } from '../session/open-database.js';
import { retryHolds } from '../session/retry-holds.js';
import { testContext } from '../testing.test.data.js';
import { tellWork } from './log-work.js';
import { type RequestedRetries, retryAnywhere } from './work-session.js';

const account = 'shop@example.com';
let store: Store;
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://', { migrations });
});
afterAll(() => store.close());

const address = { LastName: 'Muster', Street: 'Musterweg', Zip: '01069', City: 'Dresden', CountryISO2: 'DE' };
const sound = (id: string) => ({
  BillBeeOrderId: Number(id),
  OrderNumber: `A-${id}`,
  State: 3,
  CreatedAt: '2026-01-05T10:00:00',
  LastModifiedAt: '2026-01-05T10:02:00',
  Currency: 'EUR',
  TotalCost: 119,
  ShippingCost: 0,
  TaxRate1: 19,
  OrderItems: [{ Product: { Title: 'Gartenbank', SKU: 'BANK' }, Quantity: 1, TotalPrice: 119, TaxIndex: 1 }],
  InvoiceAddress: address,
  ShippingAddress: address,
});

/** @param number comes later in the list the greater it is */
async function hold(number: number, target: string): Promise<void> {
  const row = {
    account,
    target,
    hold_id: String(number),
    origin: 'order',
    reason: 'total-mismatch',
  } as const;
  const rest = {
    field: null,
    message: 'Held.',
    payload: '{}',
    payload_hash: '',
    held_at: `2026-01-01T${number}`,
  };
  await store.db
    .insertInto('hold')
    .values({ ...row, ...rest })
    .execute();
}

it('tries held orders again although those of a shop that is gone were asked for before', async () => {
  for (let number = 100; number < 145; number += 1) await hold(number, 'staged:gone');
  await hold(200, 'store');
  await requestRetry(store, account, {}, systemClock);
  const { context: bare, stderr, stdout } = testContext();
  const context = { ...bare, clock: systemClock };
  const source = { readOrder: async (id: string) => sound(id) };
  const session = { account, source } as unknown as AccountSession;
  const rules = { mapping: {}, tables: {}, shopTables: undefined, statusIds: [3] } as never;
  const retries: RequestedRetries[] = [];
  for (;;) {
    const retried = await retryAnywhere(context, store, session, async () => rules, context.stop);
    if (!retried) break;
    retries.push(retried);
  }
  expect(retries.map(({ outcomes }) => outcomes.length)).toEqual([20, 20, 6]);
  for (const retry of retries)
    tellWork(context.terminal, { outcome: 'done', step: 'retry', steps: { retry } } as never);
  expect(stdout.text + stderr.text).toContain('Tried again: 6 held orders, 1 imported.');
  expect(stderr.text).toContain('The ERP shop gone is gone');
  expect(stderr.text).toContain('Orders held there stay held.');
  expect((await listHeld(store, account)).map(({ target }) => target)).toEqual(Array(45).fill('staged:gone'));

  await hold(300, 'store');
  const { outcomes } = await retryHolds(context, session, store, [], rules);
  expect(outcomes.find(({ orderId }) => orderId === '300')).toMatchObject({ outcome: 'delivered' });
  expect(outcomes.filter(({ outcome }) => outcome === 'held')).toHaveLength(45);
  expect(outcomes[0]).toMatchObject({
    orderId: '100',
    outcome: 'held',
    reason: 'target-unknown',
    message: expect.stringContaining('The ERP shop gone is gone'),
  });
});
