import { expect, it } from 'vitest';
import { command, sendCommand } from './support/shop-client.js';
import { addShop, startShopService } from './support/shop-service.js';
import { oneJson, openWorkplace } from './support/workplace.js';

const none = { BILLBEE_USERNAME: '', BILLBEE_API_PASSWORD: '', BILLBEE_API_KEY: '' };

it('goes on with a shop whose key was rotated, or that was removed and added again, beside the service', async () => {
  const place = await openWorkplace({ orders: 4 });
  const { username, apiPassword, apiKey } = place.sandbox.credentials;
  const settings = { bbUser: username, bbApiPassword: apiPassword, bbApiKey: apiKey, bbStatusOpen: '3' };
  const first = await addShop(place, 'main');
  const { url } = await startShopService(place);
  const ask = async (token: string, action: string) => {
    const data = action === 'auth' ? 'info' : {};
    const { text } = await sendCommand(url, token, JSON.stringify(command(action, data, settings)));
    return JSON.parse(text) as { ok: boolean; error?: { code: string } };
  };
  const account = async () =>
    oneJson<{ shops: { account: string | null }[] }>(
      await place.run(['shops', 'list', '--json'], none),
    ).shops.map((shop) => shop.account);
  expect(await ask(first, 'auth')).toMatchObject({ ok: true });
  expect(await account()).toEqual([username]);

  expect((await place.run(['accounts', 'rotate-key'], none)).code).toBe(0);
  expect(await ask(first, 'getauftraegeanzahl')).toMatchObject({ ok: true });
  expect((await place.run(['accounts', 'rotate-key'], none)).stdout).toContain('1');
  expect(await ask(first, 'getauftraegeanzahl')).toMatchObject({ ok: true });

  expect((await place.run(['shops', 'remove', 'main'], none)).code).toBe(0);
  expect(await ask(first, 'auth')).toMatchObject({ ok: false, error: { code: 'token-wrong' } });
  const second = await addShop(place, 'main');
  expect(await account()).toEqual([null]);
  expect(await ask(second, 'getauftraegeanzahl')).toMatchObject({ ok: true });
  expect(await account()).toEqual([username]);
});
