import { createHmac, randomBytes } from 'node:crypto';
import { createAccounts, takeHints } from 'importer-accounts';
import { openJoseVault } from 'importer-accounts/node';
import { type Store, webhookSecret } from 'importer-core';
import { openEmbeddedDatabase, systemClock } from 'importer-core/node';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accountId } from '../account-id.js';
import { migrations } from '../session/open-database.js';
import { createWebhooks } from './webhooks.js';

let store: Store;
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://', { migrations });
});
afterAll(() => store.close());

/** A service's webhooks, and a Billbee that delivers to them. */
async function world(merchant?: string) {
  const clock = { time: Date.now(), now: () => clock.time, sleep: systemClock.sleep };
  const all = createAccounts(store, await openJoseVault([randomBytes(32)]), clock);
  let looks = 0;
  const accounts = {
    ...all,
    async list(which?: { readonly enabled?: boolean }) {
      looks += 1;
      await systemClock.sleep(50);
      return all.list(which);
    },
  };
  const webhooks = createWebhooks({
    store,
    clock,
    accounts,
    publicUrl: 'https://erp.example.com',
    merchant,
    log: { write() {} },
    onHints: async () => {},
  });
  const send = async (account: string, init?: RequestInit, query = ''): Promise<Response> => {
    const id = accountId(account);
    const route = webhooks.routes[account === merchant ? 1 : 0];
    if (!route) throw new Error('There is no such route.');
    return route.receive(new Request(`http://service${route.path}${query}`, init), id);
  };
  return {
    all,
    clock,
    looks: () => looks,
    echo: async (account: string) => (await send(account, undefined, '?echo=token')).text(),
    async add(account: string): Promise<string> {
      await all.put({ connection: { username: account, apiPassword: 'secret', apiKey: 'key' } });
      return webhookSecret(store, account, clock);
    },
    async deliver(account: string, secret: string): Promise<number> {
      const body = JSON.stringify({ Notifications: [{ BillBeeOrderId: 300000180937794 }] });
      const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
      const headers = { 'content-type': 'application/json', 'ms-signature': signature };
      return (await send(account, { method: 'POST', body, headers })).status;
    },
  };
}

/** Tables in which an account stands. */
async function tablesWith(account: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.columns
    where table_schema = current_schema() and column_name = 'account'`.execute(store.db);
  const found = [];
  for (const { name } of rows) {
    const count = await sql`select 1 from ${sql.table(name)} where account = ${account}`.execute(store.db);
    if (count.rows.length > 0) found.push(name);
  }
  return found;
}

it('answers the echo of every account, also of those that ask while the accounts are being looked up', async () => {
  const { add, echo, looks } = await world();
  const keys = ['one@example.com', 'two@example.com', 'three@example.com'];
  for (const key of keys) await add(key);
  const answers = await Promise.all([...keys, 'stranger@example.com'].map(echo));
  expect(answers).toEqual(['token', 'token', 'token', 'Not found.']);
  expect(looks()).toBe(1);
});

it('writes nothing of an account that was removed, and takes its new secret when it was added again', async () => {
  const { all, add, clock, deliver } = await world();
  const account = 'gone@example.com';
  const first = await add(account);
  expect(await deliver(account, first)).toBe(202);
  expect(await takeHints(store, account)).toMatchObject({ kind: 'orders' });
  await all.remove(account, { data: true });
  expect(await deliver(account, first)).toBe(404);
  expect(await deliver(account, first)).toBe(404);
  expect(await tablesWith(account)).toEqual([]);

  const second = await add(account);
  expect(await deliver(account, second)).toBe(202);
  expect(await deliver(account, first)).toBe(401);
  // Both without a delivery between: the service knows an older secret.
  await all.remove(account, { data: true });
  const third = await add(account);
  // Wrong signatures cost one look a second.
  clock.time += 1001;
  expect(await deliver(account, third)).toBe(202);
  expect(await deliver(account, second)).toBe(401);
});

it('takes nothing for an account that is switched off', async () => {
  const { all, add, deliver } = await world();
  const account = 'off@example.com';
  const secret = await add(account);
  expect(await deliver(account, secret)).toBe(202);
  await all.setEnabled(account, false);
  expect(await deliver(account, secret)).toBe(404);
  await all.setEnabled(account, true);
  expect(await deliver(account, secret)).toBe(202);
});

it('takes nothing for the merchant of the environment after everything of him was removed', async () => {
  const account = 'merchant@example.com';
  const { all, clock, deliver } = await world(account);
  const secret = await webhookSecret(store, account, clock);
  expect(await deliver(account, secret)).toBe(202);
  await all.remove(account, { data: true });
  expect(await deliver(account, secret)).toBe(404);
  expect(await deliver(account, '')).toBe(404);
  expect(await tablesWith(account)).toEqual([]);
});
