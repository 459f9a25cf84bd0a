import { expect, it, onTestFinished } from 'vitest';
import { startXentralSandbox } from 'xentral-sandbox';
import { openFleet } from '../simulation/fleet/open-fleet.js';
import { until } from '../support/until.js';
import { xentralSettings } from './support/xentral-settings.js';

const prefixes = ['a-', 'b-'];

it('brings two merchants’ orders into Xentral once and reports back, when the worker at it is killed', async () => {
  let onImport = (): void => {};
  const xentral = await startXentralSandbox({
    callsPerMinute: 100_000,
    onCall(call) {
      if (call === 'POST /api/v1/salesOrders/actions/import') onImport();
    },
  });
  onTestFinished(() => xentral.close());
  const fleet = await openFleet({
    accounts: 2,
    orders: 25,
    noFiles: true,
    settingsOf: (number) => ({
      ...xentralSettings,
      target: 'xentral',
      xentral: { ...xentralSettings.xentral, externalIdPrefix: prefixes[number] },
    }),
    env: {
      XENTRAL_URL: xentral.url,
      XENTRAL_TOKEN: xentral.token,
      BILLBEE_POLL_MINUTES: '0.05',
      BILLBEE_LEASE_SECONDS: '4',
    },
  });
  onTestFinished(() => fleet.close());
  const paid = fleet.sandbox.accounts.flatMap(({ state }, number) =>
    state.orders
      .filter(({ State }) => State === 3)
      .map((order) => `${prefixes[number]}${order.BillBeeOrderId}`),
  );
  const first = fleet.start();
  await new Promise<void>((resolve) => {
    onImport = resolve;
  });
  await first.kill();
  const second = fleet.start();
  const arrived = (): string[] => xentral.state.orders.map(({ externalOrderId }) => externalOrderId).sort();
  await until('both merchants’ orders', () => arrived().length >= paid.length);
  expect(arrived()).toEqual(paid.toSorted());
  const [shipped] = arrived();
  xentral.ship(shipped ?? '', 'T-WORKED');
  const state = (id = '') =>
    fleet.sandbox.accounts[id.startsWith('a-') ? 0 : 1]?.state.find(id.slice(2))?.State;
  await until('the shipment in Billbee', () => state(shipped) === 4);
  await until('the others in progress', () =>
    arrived()
      .slice(1)
      .every((id) => state(id) === 16),
  );
  expect(await second.stop()).toBe(0);
});

it('imports nothing for two merchants whose orders Xentral could not tell apart, and says why', async () => {
  const xentral = await startXentralSandbox({ callsPerMinute: 100_000 });
  onTestFinished(() => xentral.close());
  const fleet = await openFleet({
    accounts: 2,
    orders: 3,
    noFiles: true,
    settingsOf: () => ({ ...xentralSettings, target: 'xentral' }),
    env: { XENTRAL_URL: xentral.url, XENTRAL_TOKEN: xentral.token },
  });
  onTestFinished(() => fleet.close());
  const worker = fleet.start();
  const failed = () => worker.of('lease-ended').filter(({ code }) => code === 'xentral-prefix-shared');
  await until('both leases', () => new Set(failed().map(({ account }) => account)).size === 2);
  expect(xentral.state.orders).toEqual([]);
});
