import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStoreTarget, runImport } from 'importer-core';
import { openEmbeddedDatabase, systemClock } from 'importer-core/node';
import { ordersOf, pageText, repeated } from './sample-orders.js';

/**
 * Imports so many orders into the embedded store on disk and prints the peak memory: a program of its own,
 * because a peak can only be measured in a fresh process.
 */
const count = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'memory-'));
const { sound } = ordersOf(await pageText());
const store = await openEmbeddedDatabase(join(folder, 'data'));
const start = performance.now();
const { summary, error } = await runImport({
  account: 'memory',
  statusIds: [3],
  source: repeated(sound, count),
  store,
  target: createStoreTarget(store, 'memory'),
  clock: systemClock,
});
const seconds = (performance.now() - start) / 1000;
await store.close();
rmSync(folder, { recursive: true, force: true });
if (error) throw error;
console.log(
  JSON.stringify({ orders: summary.created, seconds, peakBytes: process.resourceUsage().maxRSS * 1024 }),
);
