import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freePort } from '../support/free-port.js';
import { until } from '../support/until.js';
import { addShop, openErp, startShopService } from './support/shop-service.js';
import { openWorkplace } from './support/workplace.js';

/** The user `nobody`, as which a web server may run. */
const webServer = 65_534;

// A user of its own needs root, as in CI; elsewhere the ERP has only one user.
it.skipIf(process.getuid?.() !== 0)(
  'keeps reports that cron and page make as different users, and tells of one that it cannot keep',
  async () => {
    const workplace = await openWorkplace({ orders: [] });
    const { sandbox } = workplace;
    const id = String(sandbox.addOrder({ OrderNumber: 'A-1' }).BillBeeOrderId);
    const token = await addShop(workplace, 'main-shop');
    const port = await freePort();
    let service = await startShopService(workplace, port);
    const erp = await openErp(workplace, service.url, token);
    const report = (number: string, asUser?: number) =>
      erp.run('command', ['updateauftrag', { auftrag: id, tracking: number, versandart: 'dpd' }], asUser);
    const log = (): string => readFileSync(join(erp.folder, 'php.log'), 'utf8');
    await erp.set({ demomodus: 0, cronjobaktiv: 1 });
    await erp.run('cron');
    await until('in progress', () => sandbox.orders[0]?.State === 16);
    await service.stop();

    for (const folder of ['.', 'userdata', 'tmp']) chmodSync(join(erp.folder, folder), 0o777);
    writeFileSync(join(erp.folder, 'php.log'), '', { flag: 'a' });
    for (const file of ['erp.json', 'php.log']) chmodSync(join(erp.folder, file), 0o666);
    await report('0034');
    expect(statSync(erp.waitingFile).mode & 0o777).toBe(0o666);
    await report('0035', webServer);
    expect(erp.waiting.trim().split('\n')).toHaveLength(2);

    // A file that an earlier version has left to root alone: the other folder, and a line in the log.
    chmodSync(erp.waitingFile, 0o644);
    await report('0036', webServer);
    expect(erp.waiting).not.toContain('0036');
    const other = join(erp.temporaryFolder, 'billbee-1-waiting.ndjson');
    expect(readFileSync(other, 'utf8')).toContain('0036');
    expect(log()).toContain('userdata/billbee-1-waiting.ndjson kann nicht geschrieben werden');

    // Nowhere to write: nothing is lost without trace.
    chmodSync(erp.temporaryFolder, 0o755);
    chmodSync(other, 0o444);
    await report('0037', webServer);
    expect(log()).toMatch(new RegExp(`Rückmeldung VERLOREN.*${id}.*0037`));

    service = await startShopService(workplace, port);
    expect((await erp.check()).html).toBe('success');
    const parcels = (): unknown[] =>
      ((sandbox.orders[0]?.['ShippingIds'] ?? []) as { ShippingId: string }[]).map((one) => one.ShippingId);
    await until('all that waited', () => parcels().length === 3);
    expect(parcels()).toEqual(['0034', '0035', '0036']);
    expect([existsSync(erp.waitingFile), existsSync(other)]).toEqual([false, false]);
    expect((await erp.state()).warnings).toEqual([]);
    await service.stop();
  },
  300_000,
);
