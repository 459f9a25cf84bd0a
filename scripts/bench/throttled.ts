import { createRequire } from 'node:module';
import type { AxiosError, AxiosStatic, InternalAxiosRequestConfig } from 'axios';
import createPeer from 'billbee-node-api';
import { DEFAULT_CREDENTIALS, type Fault, startSandbox, throttled } from 'billbee-sandbox';
import { createBillbeeClient } from 'importer-core';
import { systemClock } from 'importer-core/node';
import { startSandboxProcess } from '../start-sandbox-process.js';
import { print } from './figure.js';

/** The very instance that the peer uses: axios has another one for ES modules. */
const axios = createRequire(import.meta.url)('axios') as AxiosStatic;

const pages = 20;
const pageSize = 250;
/** Two calls a second in sliding windows: ten pairs, so nine windows between the first pair and the last. */
const windows = pages / 2 - 1;
const idealMs = windows * 1000;
/** Calls, counted from 1, that begin a burst of so many refusals, each asking for so many seconds. */
const bursts = [
  { at: 3, refusals: 3, seconds: 4 },
  { at: 9, refusals: 1, seconds: 20 },
  { at: 14, refusals: 12, seconds: 1 },
  { at: 31, refusals: 2, seconds: 8 },
];

interface Reading {
  readonly orders: Set<unknown>;
  /** Time from each call to its answer's headers, in milliseconds. */
  readonly headersMs: number[];
  throttled: number;
}

/** 20 full pages at the documented limits: ours, then each peer on the same server in the same run; then with bursts. */
export async function benchThrottled(): Promise<void> {
  const sandbox = await startSandboxProcess(new AbortController().signal, [
    '--orders',
    String(pages * pageSize),
  ]);
  try {
    await readWithOurs(sandbox.api, 2);
    await systemClock.sleep(2000);
    const ours = await timed((reading) => readWithOurs(sandbox.api, pages, reading));
    print({
      name: 'throttled/20-pages',
      unit: 'ms',
      peer: 'ideal',
      value: ours.value,
      ratio: ours.value / idealMs,
      note: `${ours.note}; ideal ${idealMs} ms: ten pairs in sliding windows of a second, at a server that takes no time`,
    });
    const serverMs = ours.reading.headersMs.filter((_, index) => index % 2 === 0 || index === pages - 1);
    const floor = idealMs + serverMs.reduce((sum, ms) => sum + ms, 0);
    print({
      name: 'throttled/20-pages/server-time',
      unit: 'ms',
      peer: 'ideal at this server',
      value: ours.value,
      ratio: ours.value / floor,
      note:
        `ideal ${Math.round(floor)} ms: nobody can know earlier than from an answer's headers that the server has counted its ` +
        `call, so each window begins there (median ${median(ours.reading.headersMs).toFixed(1)} ms after the call)`,
    });
    await systemClock.sleep(2000);
    const peer = await timed((reading) => readWithPeer(sandbox.api, reading));
    print({
      name: 'throttled/20-pages/billbee-node-api',
      unit: 'ms',
      peer: 'ours',
      value: peer.value,
      ratio: peer.value / ours.value,
      note: peer.note,
    });
    print({
      name: 'throttled/20-pages/billbee-node-sdk',
      unit: 'ms',
      value: null,
      note: 'not in the npm registry, so not measured',
    });
  } finally {
    await sandbox.stop();
  }
  await benchBursts();
}

/** The same reading while the server refuses calls in bursts, whatever the pace. */
async function benchBursts(): Promise<void> {
  let calls = 0;
  let askedMs = 0;
  const fault = (): Fault | undefined => {
    calls += 1;
    const burst = bursts.find(({ at, refusals }) => calls >= at && calls < at + refusals);
    if (!burst) return undefined;
    askedMs += burst.seconds * 1000;
    return throttled(burst.seconds);
  };
  const sandbox = await startSandbox({ orders: pages * pageSize, rateLimit: true, fault });
  try {
    const ours = await timed((reading) => readWithOurs(sandbox.api, pages, reading));
    const note = `${ours.note}; the server asked for ${askedMs} ms in ${bursts.length} bursts`;
    print({
      name: 'throttled/bursts',
      unit: 'ms',
      peer: "sum of the server's waits",
      value: ours.value,
      ratio: ours.value / askedMs,
      note,
    });
    print({
      name: 'throttled/bursts/with-pace',
      unit: 'ms',
      peer: "sum of the server's waits and of the pace",
      value: ours.value,
      ratio: ours.value / (askedMs + idealMs),
      note: `${idealMs} ms of pace without a burst`,
    });
  } finally {
    await sandbox.close();
  }
}

interface Timed {
  readonly value: number;
  readonly note: string;
  readonly reading: Reading;
}

async function timed(read: (reading: Reading) => Promise<void>): Promise<Timed> {
  const reading: Reading = { orders: new Set(), headersMs: [], throttled: 0 };
  const start = performance.now();
  let end = '';
  try {
    await read(reading);
  } catch (error) {
    end = `, then failed: ${error instanceof Error ? error.message : String(error)}`;
  }
  const value = performance.now() - start;
  const note = `${reading.orders.size} orders read, ${reading.throttled} answers of status 429${end}`;
  return { value, note, reading };
}

async function readWithOurs(api: string, count: number, reading?: Reading): Promise<void> {
  const client = createBillbeeClient({
    connection: { baseUrl: api, ...DEFAULT_CREDENTIALS },
    async fetch(...request) {
      const start = performance.now();
      const answer = await fetch(...request);
      reading?.headersMs.push(performance.now() - start);
      return answer;
    },
    clock: systemClock,
    onCall(call) {
      if (reading && call.status === 429) reading.throttled += 1;
    },
  });
  let read = 0;
  for await (const page of client.orders({ statusIds: [], pageSize })) {
    for (const order of page.orders)
      reading?.orders.add((order as { BillBeeOrderId: unknown }).BillBeeOrderId);
    read += 1;
    if (read === count) return;
  }
}

/** The peer's address is fixed, so its requests are turned to the sandbox below it. */
async function readWithPeer(api: string, reading: Reading): Promise<void> {
  const send = axios.getAdapter('http');
  axios.defaults.adapter = (config: InternalAxiosRequestConfig) =>
    send({ ...config, baseURL: api }).catch((error: AxiosError) => {
      if (error.response?.status === 429) reading.throttled += 1;
      throw error;
    });
  const { username, apiPassword, apiKey } = DEFAULT_CREDENTIALS;
  const peer = createPeer({ apiKey, user: username, pass: apiPassword });
  for (let page = 1; page <= pages; page += 1) {
    const answer = (await peer.get('orders', { page, pageSize })) as { Data: { BillBeeOrderId: unknown }[] };
    for (const order of answer.Data) reading.orders.add(order.BillBeeOrderId);
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
