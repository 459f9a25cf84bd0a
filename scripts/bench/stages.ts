import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createStoreTarget,
  type Delivery,
  type PreparedOrder,
  prepareOrder,
  runImport,
  type Store,
  type Target,
} from 'importer-core';
import { openEmbeddedDatabase, openNdjsonTarget, systemClock } from 'importer-core/node';
import { contentHash, mapOrder, parseOrder } from 'importer-core/order';
import { parseJson } from 'importer-core/service';
import { ordersPerSecond, print, type Sample, sample } from './figure.js';
import { ordersOf, pageText, repeated } from './sample-orders.js';

const pipelineProgram = fileURLToPath(new URL('./pipeline.ts', import.meta.url));
const pipelineOrders = 10_000;
const pureRuns = 15;
const storeRuns = 7;
const storeOrders = 2500;
const batch = 250;

let accounts = 0;
const freshAccount = (): string => `bench-${++accounts}`;

/** What each stage of an import costs, beside `JSON.parse` of the same bytes; then the whole pipeline. */
export async function benchStages(): Promise<void> {
  const text = await pageText();
  const { raw, sound } = ordersOf(text);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const store = await openEmbeddedDatabase(join(folder, 'data'));
  try {
    const base = await pure(() => JSON.parse(text));
    const baseRate = ordersPerSecond(base, raw.length).value;
    const bytes = `${Math.round(text.length / raw.length)} bytes per order`;
    print({ name: 'stage/JSON.parse', unit: 'orders/s', note: bytes, ...ordersPerSecond(base, raw.length) });
    const tell = (name: string, taken: Sample, orders: number, note?: string): void => {
      const figures = ordersPerSecond(taken, orders);
      print({
        name,
        unit: 'orders/s',
        peer: 'JSON.parse',
        ratio: figures.value / baseRate,
        ...figures,
        ...(note && { note }),
      });
    };
    const parsed = sound.map((order) => parseOrder(order).order);
    const mapped = parsed.map((order) => mapOrder(order));
    tell('stage/parse', await pure(() => parseJson(text)), raw.length, 'parseJson: long numbers kept');
    tell('stage/validate', await pure(() => sound.map((order) => parseOrder(order))), sound.length);
    tell('stage/map', await pure(() => parsed.map((order) => mapOrder(order))), sound.length);
    tell(
      'stage/validate+map',
      await pure(() => sound.map((order) => mapOrder(parseOrder(order).order))),
      sound.length,
    );
    tell('stage/hash', await pure(() => mapped.map((order) => contentHash(order))), sound.length);
    tell(
      'stage/store',
      await storing(store, sound),
      storeOrders,
      'claim, confirm, cursor; embedded database on disk',
    );
    tell(
      'stage/deliver/embedded-store',
      await delivering((account) => createStoreTarget(store, account), sound),
      storeOrders,
    );
    const file = async (account: string): Promise<Target> =>
      openNdjsonTarget(join(folder, `${account}.ndjson`), account);
    tell(
      'stage/deliver/ndjson-file',
      await delivering(file, sound),
      storeOrders,
      'each batch of 250 synced to the disk',
    );
    print({
      name: 'stage/sound-orders',
      value: sound.length / raw.length,
      unit: 'share',
      note: 'the rest is held, not measured',
    });
    const whole = `runs of ${pipelineOrders} orders in a process of their own: parse, validate, map, store, deliver`;
    for (const target of ['embedded-store', 'ndjson-file']) {
      tell(`pipeline/${target}`, pipeline(target), pipelineOrders, whole);
    }
    const roomy = '--max-semi-space-size=32';
    tell(
      'pipeline/embedded-store, roomy',
      pipeline('embedded-store', roomy),
      pipelineOrders,
      `the same with NODE_OPTIONS=${roomy}: the garbage of a page dies young`,
    );
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function pure(work: () => unknown): Promise<Sample> {
  return sample({ times: pureRuns, warmUp: 10 }, () => undefined, work);
}

/** What a run costs whose orders are prepared already and whose target takes everything at once. */
async function storing(store: Store, sound: readonly Record<string, unknown>[]): Promise<Sample> {
  const prepare = prepareOrder();
  const models = sound.map((order) => prepare({ ...order, State: 3 }));
  let next = 0;
  const prepared = (raw: unknown): PreparedOrder => {
    const { BillBeeOrderId } = raw as { BillBeeOrderId: number };
    next += 1;
    return { ...(models[next % models.length] as PreparedOrder), orderId: String(BillBeeOrderId) };
  };
  const target = {
    id: 'nowhere',
    findDelivered: async () => new Set<string>(),
    deliver: async (orders: readonly Delivery[]) => orders.map(() => ({ outcome: 'delivered' as const })),
    close: async () => {},
  };
  const bare = sound.map(({ BillBeeOrderId }) => ({ BillBeeOrderId }));
  return sample({ times: storeRuns, warmUp: 2 }, freshAccount, async (account) => {
    const source = repeated(bare, storeOrders);
    const { error } = await runImport({
      ...{ account, statusIds: [3], source, store, target, clock: systemClock, prepare: prepared },
    });
    if (error) throw error;
  });
}

/** What handing prepared orders to a target costs, in the batches an import hands them over in. */
async function delivering(
  open: (account: string) => Target | Promise<Target>,
  sound: readonly Record<string, unknown>[],
): Promise<Sample> {
  const mapped = sound.map((order) => mapOrder(parseOrder(order).order));
  const prepare = async () => {
    const account = freshAccount();
    const batches = Array.from({ length: storeOrders / batch }, (_, number) =>
      Array.from({ length: batch }, (_row, index): Delivery => {
        const order = mapped[index % mapped.length] as Delivery['order'];
        const orderId = String(1e14 + number * batch + index);
        return { key: `${account}-${orderId}`, order: { ...order, source: { ...order.source, orderId } } };
      }),
    );
    return { target: await open(account), batches };
  };
  return sample({ times: storeRuns, warmUp: 2 }, prepare, async ({ target, batches }) => {
    for (const orders of batches) await target.deliver(orders);
    await target.close();
  });
}

/** What whole runs cost: measured in a process of its own, as an import is one, not in what the stages left behind. */
function pipeline(target: string, ...nodeOptions: readonly string[]): Sample {
  const args = [...nodeOptions, '--import', 'tsx', pipelineProgram, target, String(pipelineOrders)];
  const output = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output);
}
