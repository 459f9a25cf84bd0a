import { expect, it } from 'vitest';
import { freePort } from '../support/free-port.js';
import { until } from '../support/until.js';
import { addShop, openErp, startShopService } from './support/shop-service.js';
import { openWorkplace } from './support/workplace.js';

/** Billbee's order statuses. */
const [ordered, paid, shipped, cancelled, closed, inProgress] = [1, 3, 4, 8, 7, 16];

it('moves no order back by a payment, a cancellation or a start of work that the ERP reports late', async () => {
  const workplace = await openWorkplace({ orders: [] });
  const { sandbox } = workplace;
  const states = [ordered, paid, inProgress, shipped, closed, cancelled];
  const orders = states.flatMap((State) => [sandbox.state.add({ State }), sandbox.state.add({ State })]);
  const token = await addShop(workplace, 'main-shop');
  const service = await startShopService(workplace, await freePort());
  const erp = await openErp(workplace, service.url, token);
  await erp.set({ demomodus: 0 });
  // One that is open only here, so that nothing is fetched.
  await erp.save({ bbStatusOpen: '99', bbStatusPaid: '3', bbStatusCancelled: '8', bbStatusInProgress: '16' });
  const pick = (which: 0 | 1) => orders.filter((_, index) => index % 2 === which);
  for (const { BillBeeOrderId } of pick(0)) expect(await erp.run('paid', String(BillBeeOrderId))).toBe('ok');
  for (const { BillBeeOrderId } of pick(1)) {
    await erp.run('command', ['storniereauftrag', { auftrag: String(BillBeeOrderId) }]);
  }
  const asked = () =>
    new Set(sandbox.calls.filter(({ endpoint }) => endpoint === 'GET /orders/{id}').map(({ path }) => path));
  await until('a question for each', () => asked().size === orders.length);
  // It ends what it has begun.
  await service.stop();
  expect(pick(0).map(({ State }) => State)).toEqual([paid, paid, inProgress, shipped, closed, cancelled]);
  expect(pick(1).map(({ State }) => State)).toEqual([
    cancelled,
    cancelled,
    cancelled,
    shipped,
    closed,
    cancelled,
  ]);
  const { stdout } = await workplace.run(['outbox']);
  expect(stdout.match(/this was not sent/g)).toHaveLength(6);
}, 120_000);
