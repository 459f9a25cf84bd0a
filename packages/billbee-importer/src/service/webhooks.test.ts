import type { Accounts } from 'importer-accounts';
import type { Store } from 'importer-core';
import { openEmbeddedDatabase, systemClock } from 'importer-core/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accountId } from '../account-id.js';
import { migrations } from '../session/open-database.js';
import { createWebhooks } from './webhooks.js';

let store: Store;
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://', { migrations });
});
afterAll(() => store.close());

it('answers the echo of every account, also of those that ask while the accounts are being looked up', async () => {
  const keys = ['one', 'two', 'three'];
  let looks = 0;
  const accounts = {
    async list() {
      looks += 1;
      await systemClock.sleep(50);
      return keys.map((key) => ({ key }));
    },
  } as unknown as Accounts;
  const log = { write() {} };
  const webhooks = createWebhooks({
    store,
    clock: systemClock,
    accounts,
    publicUrl: 'https://erp.example.com',
    merchant: undefined,
    log,
    onHints: async () => {},
  });
  const [route] = webhooks.routes;
  expect(route?.path).toBe('/accounts/:id/webhooks/billbee');
  const ask = async (id: string): Promise<string> => {
    const request = new Request(`http://service/accounts/${id}/webhooks/billbee?echo=token`);
    return (await route?.receive(request, id))?.text() ?? '';
  };
  const answers = await Promise.all([...keys.map(accountId), 'stranger'].map(ask));
  expect(answers).toEqual(['token', 'token', 'token', 'Not found.']);
  expect(looks).toBe(1);
});
