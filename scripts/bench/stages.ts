import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox } from 'billbee-sandbox';
import {
  contentHash,
  mapOrder,
  type OrderSource,
  parseJson,
  parseOrder,
  runImport,
  storeTarget,
} from 'importer-core';
import { openEmbeddedDatabase, openNdjsonTarget, systemClock } from 'importer-core/node';
import { medianMs, print } from './figure.js';

const pageSize = 250;
const runs = 9;
const pipelineOrders = 10_000;

/** CPU per order by stage, beside `JSON.parse` of the same bytes; then the whole pipeline. */
export async function benchStages(): Promise<void> {
  const text = await pageText();
  const raw = ((JSON.parse(text) as { Data: unknown[] }).Data ?? []) as Record<string, unknown>[];
  const sound = raw.filter((order) => isSound(order));
  const parsed = sound.map((order) => parseOrder(order).order);
  const mapped = parsed.map((order) => mapOrder(order));
  const share = sound.length / raw.length;
  const base = perSecond(raw.length, await medianMs(runs, () => JSON.parse(text)));
  const stage = async (name: string, count: number, work: () => unknown): Promise<void> => {
    const value = perSecond(count, await medianMs(runs, work));
    print({ name, value, unit: 'orders/s', peer: 'JSON.parse', ratio: value / base });
  };
  print({
    name: 'stage/JSON.parse',
    value: base,
    unit: 'orders/s',
    note: `${Math.round(text.length / raw.length)} bytes per order`,
  });
  await stage('stage/parseJson', raw.length, () => parseJson(text));
  await stage('stage/validate', sound.length, () => sound.map((order) => parseOrder(order)));
  await stage('stage/map', sound.length, () => parsed.map((order) => mapOrder(order)));
  await stage('stage/validate+map', sound.length, () =>
    sound.map((order) => mapOrder(parseOrder(order).order)),
  );
  await stage('stage/hash', sound.length, () => mapped.map((order) => contentHash(order)));
  print({ name: 'stage/sound-orders', value: share, unit: 'share', note: 'the rest is held, not measured' });
  await benchPipeline(sound);
}

/** parse → map → store → deliver on the embedded database on disk, from a source without network. */
async function benchPipeline(sound: readonly Record<string, unknown>[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const store = await openEmbeddedDatabase(join(folder, 'data'));
  try {
    for (const [name, target] of [
      ['pipeline/embedded-store', storeTarget(store, 'bench')],
      ['pipeline/ndjson-file', await openNdjsonTarget(join(folder, 'orders.ndjson'), 'bench')],
    ] as const) {
      const start = performance.now();
      const { summary, error } = await runImport({
        account: 'bench',
        statusIds: [3],
        source: repeated(sound, pipelineOrders),
        store,
        target,
        clock: systemClock,
      });
      if (error) throw error;
      print({
        name,
        value: perSecond(summary.created, performance.now() - start),
        unit: 'orders/s',
        note: `${summary.created} orders`,
      });
      await target.close();
    }
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `count` orders made of a few sound ones under ids of their own, all in status 3. */
export function repeated(sound: readonly Record<string, unknown>[], count: number): OrderSource {
  const texts = sound.map((order) => JSON.stringify(order));
  const usage = { calls: 0, retries: 0 };
  return {
    usage,
    async readOrderPage({ page }) {
      usage.calls += 1;
      const first = (page - 1) * pageSize;
      const rows = Math.max(0, Math.min(pageSize, count - first));
      const orders = Array.from({ length: rows }, (_, index) => {
        const order = JSON.parse(texts[(first + index) % texts.length] ?? '{}');
        return {
          ...order,
          BillBeeOrderId: 300_000_000_000_000 + first + index,
          State: 3,
          LastModifiedAt: '2026-01-01T00:00:00',
        };
      });
      return {
        page,
        totalPages: Math.ceil(count / pageSize),
        totalRows: count,
        orders,
        serverTime: undefined,
      };
    },
    async readOrder() {
      return undefined;
    },
  };
}

/** One full page as the sandbox sends it. */
export async function pageText(): Promise<string> {
  const sandbox = createSandbox({ orders: pageSize, rateLimit: false });
  const { username, apiPassword, apiKey } = sandbox.credentials;
  const answer = await sandbox.fetch(`http://sandbox/api/v1/orders?pageSize=${pageSize}`, {
    headers: { Authorization: `Basic ${btoa(`${username}:${apiPassword}`)}`, 'X-Billbee-Api-Key': apiKey },
  });
  const text = await answer.text();
  await sandbox.close();
  if (!answer.ok) throw new Error(`The sandbox answered HTTP ${answer.status}`);
  return text;
}

function isSound(order: unknown): boolean {
  try {
    mapOrder(parseOrder(order).order);
    return true;
  } catch {
    return false;
  }
}

function perSecond(count: number, milliseconds: number): number {
  return (count / milliseconds) * 1000;
}
