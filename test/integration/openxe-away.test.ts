import { expect, it } from 'vitest';
import { freePort } from '../support/free-port.js';
import { cartOf } from '../support/openxe-host.js';
import { until } from '../support/until.js';
import { command, sendCommand } from './support/shop-client.js';
import { addShop, openErp, startShopService } from './support/shop-service.js';
import { openWorkplace } from './support/workplace.js';

it('loses no report while the service is away, and tells the ERP nothing it would stumble over', async () => {
  const workplace = await openWorkplace({ orders: [] });
  const { sandbox } = workplace;
  const id = String(sandbox.addOrder({ OrderNumber: 'A-1' }).BillBeeOrderId);
  const token = await addShop(workplace, 'main-shop');
  const port = await freePort();
  let service = await startShopService(workplace, port);
  const erp = await openErp(workplace, service.url, token);
  const tables = { tax: { cases: [{ case: 'third-country-taxed', as: 'third-country-taxed' }] } };
  await erp.save({ bbMapping: JSON.stringify(tables) });
  await erp.set({ demomodus: 0, cronjobaktiv: 1 });
  await erp.run('cron');
  expect((await erp.state()).orders).toMatchObject([{ shopextid: id }]);
  const state = (): number | undefined => sandbox.orders[0]?.State;
  await until('in progress', () => state() === 16);

  await service.stop();
  // The reason in red, no order, no loop, no row without an order.
  const check = await erp.check();
  expect(check).toMatchObject({
    ok: false,
    html: expect.stringMatching(/nicht erreichbar.*billbee-importer serve/),
  });
  await erp.run('cron');
  await erp.run('feedback', { [id]: { parcels: [{ number: '0034', method: 'dpd' }] } });
  expect(await erp.run('paid', id)).not.toBe('ok');
  const away = await erp.state();
  expect(away.staging).toHaveLength(1);
  expect(away.protocol).toEqual([]);
  expect(erp.waiting.trim().split('\n')).toHaveLength(1);
  expect(erp.waiting).not.toContain(token);

  service = await startShopService(workplace, port);
  expect((await erp.check()).html).toBe('success');
  expect(erp.waiting).toBe('');
  await until('shipped', () => state() === 4);
  expect(sandbox.orders[0]?.['ShippingIds']).toMatchObject([{ ShippingId: '0034', ShippingCarrier: 4 }]);

  // One order by its number, and the mode that Billbee cannot serve.
  await erp.run('single', 'A-1');
  expect((await erp.state()).staging).toHaveLength(2);
  const hidden = String(sandbox.addOrder({ OrderNumber: 'A-2' }).BillBeeOrderId);
  await erp.run('single', hidden);
  const { staging } = await erp.state();
  expect(staging[2] && cartOf(staging[2])).toMatchObject({ auftrag: hidden, onlinebestellnummer: 'A-2' });
  expect(await erp.run('command', ['getauftraegeanzahl', { ab_nummer: '7' }])).toBe(0);
  expect(await erp.run('command', ['getauftrag', { ab_nummer: '7' }])).toBe('');

  // An order that is cancelled at Billbee before the ERP takes it is not handed out.
  const { username, apiPassword, apiKey } = sandbox.credentials;
  const settings = { bbUser: username, bbApiPassword: apiPassword, bbApiKey: apiKey, bbStatusOpen: '3' };
  const send = async (body: unknown) =>
    JSON.parse((await sendCommand(service.url, token, JSON.stringify(body))).text) as {
      ok: boolean;
      error?: object;
    };

  // Nobody gets to an account by naming it: these credentials are not accepted, so nothing is done with them.
  const calls = sandbox.calls.length;
  const strange = await send(
    command(
      'storniereauftrag',
      { auftrag: id },
      { ...settings, bbApiPassword: 'guessed', bbStatusCancelled: '8' },
    ),
  );
  expect(strange).toMatchObject({
    ok: false,
    error: { code: expect.stringMatching(/^wrong-/), retry: true },
  });
  // The service may still be writing "in progress" for orders of its own; of the stranger it has only asked.
  await until('in progress', () => sandbox.orders.every(({ State }) => State !== 3));
  const written = sandbox.calls.slice(calls).filter(({ method }) => method !== 'GET');
  expect(
    written.filter(
      ({ endpoint, body }) => `${endpoint} ${body}` !== 'PUT /orders/{id}/orderstate {"NewStateId":16}',
    ),
  ).toEqual([]);
  expect(await send(command('sendlist', [], settings))).toMatchObject({
    ok: false,
    error: { code: 'unsupported', retry: false },
  });

  // A new token; the old one is refused.
  await service.stop();
  const rotated = await workplace.run(['shops', 'rotate-token', 'main-shop']);
  const listed = await workplace.run(['shops', 'list']);
  expect(listed.stdout).toContain('main-shop');
  expect(listed.stdout).not.toContain(token);
  service = await startShopService(workplace, port);
  expect((await erp.check()).html).toContain('kennt das Token nicht');
  await erp.save({ bbToken: rotated.stdout.trim() });
  expect((await erp.check()).html).toBe('success');
  expect((await erp.state()).warnings).toEqual([]);
  await service.stop();
});

it('has nothing to serve without credentials and shops, and says so', async () => {
  const workplace = await openWorkplace({ orders: [] });
  const nothing = { BILLBEE_USERNAME: '', BILLBEE_API_PASSWORD: '', BILLBEE_API_KEY: '' };
  const { code, stderr } = await workplace.run(['serve', '--port', '0'], nothing);
  expect(code).toBe(1);
  expect(stderr).toContain('shops add');
});
