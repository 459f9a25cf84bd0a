import { createRequire } from 'node:module';
import type { AxiosError, AxiosStatic, InternalAxiosRequestConfig } from 'axios';
import createPeer from 'billbee-node-api';
import { DEFAULT_CREDENTIALS } from 'billbee-sandbox';
import { createBillbeeClient } from 'importer-core';
import { systemClock } from 'importer-core/node';
import { startSandboxProcess } from '../start-sandbox-process.js';
import { print } from './figure.js';

/** The very instance that the peer uses: axios has another one for ES modules. */
const axios = createRequire(import.meta.url)('axios') as AxiosStatic;

const pages = 20;
const pageSize = 250;
/** Two calls a second in sliding windows: the last pair may go out nine seconds after the first. */
const idealMs = (pages / 2 - 1) * 1000;

interface Reading {
  readonly orders: Set<unknown>;
  throttled: number;
}

/** 20 full pages at the documented limits: ours, then each peer on the same server in the same run. */
export async function benchThrottled(): Promise<void> {
  const sandbox = await startSandboxProcess(new AbortController().signal, [
    '--orders',
    String(pages * pageSize),
  ]);
  try {
    await readWithOurs(sandbox.api, 2);
    await systemClock.sleep(2000);
    const ours = await timed((reading) => readWithOurs(sandbox.api, pages, reading));
    print({ name: 'throttled/20-pages', unit: 'ms', peer: 'ideal', ratio: ours.value / idealMs, ...ours });
    await systemClock.sleep(2000);
    const peer = await timed((reading) => readWithPeer(sandbox.api, reading));
    print({
      name: 'throttled/20-pages/billbee-node-api',
      unit: 'ms',
      peer: 'ours',
      ratio: peer.value / ours.value,
      ...peer,
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
}

async function timed(read: (reading: Reading) => Promise<void>): Promise<{ value: number; note: string }> {
  const reading: Reading = { orders: new Set(), throttled: 0 };
  const start = performance.now();
  let end = '';
  try {
    await read(reading);
  } catch (error) {
    end = `, then failed: ${error instanceof Error ? error.message : String(error)}`;
  }
  const value = performance.now() - start;
  return {
    value,
    note: `${reading.orders.size} orders read, ${reading.throttled} answers of status 429${end}`,
  };
}

async function readWithOurs(api: string, count: number, reading?: Reading): Promise<void> {
  const client = createBillbeeClient({
    connection: { baseUrl: api, ...DEFAULT_CREDENTIALS },
    fetch,
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
