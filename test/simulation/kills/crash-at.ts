import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { DEFAULT_CREDENTIALS, startSandbox } from 'billbee-sandbox';
import { enqueue, listHeld, listOutbox } from 'importer-core';
import { systemClock } from 'importer-core/node';
import { readBooks } from '../books.js';
import type { Databases } from '../databases.js';
import { judgeBookings } from '../judge.js';
import { type Life, live } from './live.js';

const preload = [
  pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href,
  new URL('./preload.ts', import.meta.url).href,
];
const account = DEFAULT_CREDENTIALS.username;
const inProgress = 16;
const shipped = 4;
const tracking = 'CRASH000001';

export interface PointOptions {
  readonly databases: Databases;
  /** Where the first life dies, see `preload.ts`; undefined: nowhere. */
  readonly at: string | undefined;
  /** The database is not there yet. */
  readonly fresh?: boolean;
  /** The ERP ships what it finds in the file before the importer runs again. */
  readonly shipsBetween?: boolean;
}

export interface PointResult {
  /** Points that the first life passed. */
  readonly passed: readonly string[];
  /** The first life was killed. */
  readonly killed: boolean;
  /** What is wrong in the end; empty when nothing was lost or doubled. */
  readonly problems: readonly string[];
}

/**
 * A small import that does everything there is: sends a parcel that waits, reads, holds one order, delivers
 * three, sets their status. It dies at one point; then it runs to its end and is compared with the truth.
 */
export async function crashAt({
  databases,
  at,
  fresh = false,
  shipsBetween = false,
}: PointOptions): Promise<PointResult> {
  const folder = mkdtempSync(join(tmpdir(), 'crash-point-'));
  const database = await databases.next(fresh);
  const sandbox = await startSandbox({ orders: 1, rateLimit: false });
  try {
    const out = join(folder, 'orders.ndjson');
    const log = join(folder, 'points');
    const settings = join(folder, 'settings.json');
    writeFileSync(log, '');
    writeFileSync(
      settings,
      JSON.stringify({
        version: 1,
        importStatusIds: [3],
        inProgressStatusId: inProgress,
        setInProgressAfterImport: true,
      }),
    );
    const parcelOf = String(sandbox.addOrder({ State: 7 }).BillBeeOrderId);
    const broken = String(sandbox.addOrder({ CreatedAt: null }).BillBeeOrderId);
    const sound = sandbox.orders
      .filter(({ State, BillBeeOrderId }) => State === 3 && String(BillBeeOrderId) !== broken)
      .map(({ BillBeeOrderId }) => String(BillBeeOrderId));
    for (let added = 0; added < 2; added += 1) sound.push(String(sandbox.addOrder().BillBeeOrderId));
    if (!fresh) {
      const store = await database.open();
      const shipment = {
        kind: 'shipment',
        orderId: parcelOf,
        shipment: { trackingNumber: tracking },
      } as const;
      await enqueue(store, account, shipment, systemClock);
      await store.close();
    }
    const run = (crash?: string): Promise<Life> =>
      live({
        args: ['import', '--json', '--out', out],
        env: {
          ...database.env,
          BILLBEE_URL: sandbox.api,
          BILLBEE_USERNAME: account,
          BILLBEE_API_PASSWORD: DEFAULT_CREDENTIALS.apiPassword,
          BILLBEE_API_KEY: DEFAULT_CREDENTIALS.apiKey,
          BILLBEE_SETTINGS: settings,
          ...(crash === undefined ? {} : { CRASH_LOG: log, CRASH_AT: crash }),
        },
        cwd: folder,
        plan: { kind: 'never' },
        preload: crash === undefined ? [] : preload,
      });

    const first = await run(at ?? '');
    const problems: string[] = [];
    if (!first.killed && first.code !== 2)
      problems.push(`the first life ended with ${first.code}: ${first.stderr}`);
    const inFile = shipsBetween ? readBooks(out).orderIds : [];
    if (inFile.length > 0) {
      const store = await database.open();
      for (const orderId of inFile) {
        await enqueue(store, account, { kind: 'status', orderId, statusId: shipped }, systemClock);
      }
      await store.close();
    }
    const end = await runToTheEnd(run, database);
    const { held } = end;
    problems.push(...end.problems);

    const { orderIds: delivered, faults } = readBooks(out);
    problems.push(...faults);
    const judged = judgeBookings(delivered, { required: sound, isKnown: (id) => sound.includes(id) });
    for (const [verdict, ids] of Object.entries(judged))
      problems.push(...ids.map((id: string) => `${id} ${verdict}`));
    for (const id of sound) {
      const wanted = inFile.includes(id) ? shipped : inProgress;
      const { State } = sandbox.state.find(id) ?? {};
      if (State !== wanted) problems.push(`order ${id} ended in status ${State} instead of ${wanted}`);
    }
    const parcels = sandbox.state
      .find(parcelOf)
      ?.ShippingIds.filter(({ ShippingId }) => ShippingId === tracking);
    if (!fresh && parcels?.length !== 1) problems.push(`the parcel is there ${parcels?.length} times`);
    if (held.join() !== broken) problems.push(`held: ${held.join()}`);
    const passed = readFileSync(log, 'utf8').split('\n').slice(0, -1);
    return { passed, killed: first.killed, problems };
  } finally {
    await sandbox.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface End {
  readonly held: readonly string[];
  readonly problems: readonly string[];
}

async function runToTheEnd(
  run: () => Promise<Life>,
  database: Awaited<ReturnType<Databases['next']>>,
): Promise<End> {
  for (let attempt = 1; ; attempt += 1) {
    const life = await run();
    const late = /Another run for this account/.test(life.stderr) && database.dataDir === undefined;
    if (life.code !== 0 && life.code !== 2 && !late) {
      return { held: [], problems: [`ended with ${life.code}: ${life.stderr}`] };
    }
    const store = await database.open();
    const open = (await listOutbox(store, account)).filter(({ state }) => state !== 'sent');
    const held = (await listHeld(store, account)).map(({ orderId }) => orderId);
    await store.close();
    if ((open.length === 0 && !late) || attempt === 5) {
      return { held, problems: open.map(({ kind, orderId, state }) => `${kind} of ${orderId} is ${state}`) };
    }
    await delay(1100);
  }
}
