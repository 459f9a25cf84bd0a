import type { Accounts } from 'importer-accounts';
import type { Store } from 'importer-core';
import { openEmbeddedDatabase, systemClock } from 'importer-core/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accountId } from '../account-id.js';
import { migrations } from '../session/open-database.js';
import { accountWebhooks } from './account-webhooks.js';

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
  const webhooks = accountWebhooks({ store, clock: systemClock, accounts, log, onHints: async () => {} });
  const ask = async (id: string): Promise<string> => {
    const request = new Request(`http://service/accounts/${id}/webhooks/billbee?echo=token`);
    return (await webhooks.receive(id, request)).text();
  };
  const answers = await Promise.all([...keys.map(accountId), 'stranger'].map(ask));
  expect(answers).toEqual(['token', 'token', 'token', 'Not found.']);
  expect(looks).toBe(1);
});
