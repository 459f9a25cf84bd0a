import { setTimeout as delay } from 'node:timers/promises';
import { judgeBookings } from '../../simulation/judge.js';
import type { Random } from '../../simulation/random.js';
import { freePort } from '../../support/free-port.js';
import { until } from '../../support/until.js';
import { addShop, openErp, startShopService } from './shop-service.js';
import { idsInStatus, openWorkplace } from './workplace.js';

/** What was left after the kills. */
export interface KillFigures {
  readonly kills: number;
  /** Open orders that never came into the ERP's staging. */
  readonly lost: readonly string[];
  /** Orders in staging more than once. */
  readonly doubled: readonly string[];
  /** Rows without an order, aborted runs, warnings. */
  readonly faults: readonly string[];
  /** Orders whose status Billbee never heard of. */
  readonly unreported: readonly string[];
  readonly orders: number;
}

/**
 * Kills the service again and again while an ERP imports through it, by status and by date, and orders keep coming; then
 * lets the ERP finish in peace.
 *
 * @param random chooses the moments
 */
export async function killWhileImporting(kills: number, random: Random): Promise<KillFigures> {
  const workplace = await openWorkplace({ orders: [] });
  const { sandbox } = workplace;
  const token = await addShop(workplace, 'killed');
  const port = await freePort();
  let service = await startShopService(workplace, port);
  const erp = await openErp(workplace, service.url, token);
  const tables = { tax: { cases: [{ case: 'third-country-taxed', as: 'third-country-taxed' }] } };
  await erp.save({ bbMapping: JSON.stringify(tables) });
  await erp.set({ demomodus: 0, cronjobaktiv: 1, datumvon: '2000-01-01 00:00:00' });
  const ids = new Set<string>();
  const addOrders = (count: number): void => {
    for (let index = 0; index < count; index += 1) ids.add(String(sandbox.addOrder().BillBeeOrderId));
  };
  addOrders(4);
  for (let kill = 0; kill < kills; kill += 1) {
    addOrders(random.integer(1, 3));
    await erp.set({ anzgleichzeitig: random.chance(0.5) ? '0' : 5 });
    const run = erp.run('cron');
    await delay(random.between(0, 2500));
    await service.stop('SIGKILL');
    // The rest of the ERP's run meets a service that is not there.
    await run;
    service = await startShopService(workplace, port);
  }
  await until(
    'everything in staging',
    async () => {
      await erp.run('cron');
      const { staging } = await erp.state();
      return new Set(staging.map((row) => row.extid)).size >= ids.size;
    },
    120_000,
  );
  // An acknowledgement that was lost comes with the next offer.
  await erp.set({ anzgleichzeitig: '0' });
  await erp.run('cron');
  await erp.run('cron');
  const open = (): string[] => idsInStatus(sandbox, 3);
  await until('the status of all', () => open().length === 0, 60_000).catch(() => {});
  const unreported = open();
  const { staging, protocol, warnings, mutex } = await erp.state();
  await service.stop();
  const staged = staging.map((row) => row.extid);
  const { lost, duplicated, strangers } = judgeBookings(staged, {
    required: ids,
    isKnown: (id) => ids.has(id),
  });
  return {
    kills,
    lost,
    doubled: duplicated,
    faults: [
      ...strangers.map((id) => `a row for "${id}"`),
      ...protocol,
      ...warnings,
      ...(mutex === 0 ? [] : ['the mutex is set']),
    ],
    unreported,
    orders: ids.size,
  };
}
