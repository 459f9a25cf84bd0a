import { createRequire } from 'node:module';
import type { AxiosStatic, InternalAxiosRequestConfig } from 'axios';
import createPeer from 'billbee-node-api';
import { type Sandbox, startSandbox } from 'billbee-sandbox';
import { createBillbeeClient } from 'importer-core';
import { systemClock } from 'importer-core/node';
import { print } from './figure.js';

const pages = 20;
const pageSize = 250;
/** Two calls a second in sliding windows: the last pair may go out nine seconds after the first. */
const idealMs = (pages / 2 - 1) * 1000;

/** The very instance that the peer uses: axios has another one for ES modules. */
const axios = createRequire(import.meta.url)('axios') as AxiosStatic;

/** 20 full pages at the documented limits: ours, then each peer on the same server in the same run. */
export async function benchThrottled(): Promise<void> {
  const sandbox = await startSandbox({ port: 0, orders: pages * pageSize, rateLimit: true });
  try {
    const ours = await timed(sandbox, () => readWithOurs(sandbox));
    print({
      name: 'throttled/20-pages',
      value: ours.ms,
      unit: 'ms',
      peer: 'ideal',
      ratio: ours.ms / idealMs,
      note: ours.note,
    });
    await systemClock.sleep(2000);
    const peer = await timed(sandbox, () => readWithPeer(sandbox));
    print({
      name: 'throttled/20-pages/billbee-node-api',
      value: peer.ms,
      unit: 'ms',
      peer: 'ours',
      ratio: peer.ms / ours.ms,
      note: peer.note,
    });
    print({
      name: 'throttled/20-pages/billbee-node-sdk',
      value: null,
      unit: 'ms',
      note: 'not in the npm registry, so not measured',
    });
  } finally {
    await sandbox.close();
  }
}

async function timed(sandbox: Sandbox, read: () => Promise<number>): Promise<{ ms: number; note: string }> {
  const before = sandbox.counters.throttled;
  const start = performance.now();
  let outcome: string;
  try {
    outcome = `${await read()} orders read`;
  } catch (error) {
    outcome = `failed: ${error instanceof Error ? error.message : String(error)}`;
  }
  const ms = performance.now() - start;
  return { ms, note: `${outcome}; ${sandbox.counters.throttled - before} answers of status 429` };
}

async function readWithOurs(sandbox: Sandbox): Promise<number> {
  const client = createBillbeeClient({
    connection: { baseUrl: sandbox.api, ...sandbox.credentials },
    fetch,
    clock: systemClock,
  });
  const ids = new Set<unknown>();
  for await (const page of client.orders({ statusIds: [], pageSize })) {
    for (const order of page.orders) ids.add((order as { BillBeeOrderId: unknown }).BillBeeOrderId);
  }
  return ids.size;
}

/** The peer's address is fixed, so its requests are turned to the sandbox below it. */
async function readWithPeer(sandbox: Sandbox): Promise<number> {
  const send = axios.getAdapter('http');
  axios.defaults.adapter = (config: InternalAxiosRequestConfig) => send({ ...config, baseURL: sandbox.api });
  const { username, apiPassword, apiKey } = sandbox.credentials;
  const peer = createPeer({ apiKey, user: username, pass: apiPassword });
  const ids = new Set<unknown>();
  for (let page = 1; page <= pages; page += 1) {
    const answer = (await peer.get('orders', { page, pageSize })) as { Data: { BillBeeOrderId: unknown }[] };
    for (const order of answer.Data) ids.add(order.BillBeeOrderId);
  }
  return ids.size;
}
