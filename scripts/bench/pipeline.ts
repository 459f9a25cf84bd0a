import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStoreTarget, runImport, type Target } from 'importer-core';
import { openEmbeddedDatabase, openNdjsonTarget, systemClock } from 'importer-core/node';
import { sample } from './figure.js';
import { ordersOf, pageText, repeated } from './sample-orders.js';

/**
 * Imports so many orders (second argument) from a source without network into the embedded database or a file (first:
 * `embedded-store`, `ndjson-file`), each run into an account of its own, and prints what a run took.
 */
const [, , kind, size] = process.argv;
const count = Number(size);
const folder = mkdtempSync(join(tmpdir(), 'pipeline-'));
const store = await openEmbeddedDatabase(join(folder, 'data'));
const open = (account: string): Target | Promise<Target> =>
  kind === 'ndjson-file'
    ? openNdjsonTarget(join(folder, `${account}.ndjson`), account)
    : createStoreTarget(store, account);
try {
  const { sound } = ordersOf(await pageText());
  let accounts = 0;
  const prepare = async () => {
    const account = `bench-${++accounts}`;
    return { account, target: await open(account), source: repeated(sound, count) };
  };
  const taken = await sample({ times: 7, warmUp: 2 }, prepare, async ({ account, target, source }) => {
    const { summary, error } = await runImport({
      ...{ account, statusIds: [3], source, store, target, clock: systemClock },
    });
    if (error) throw error;
    if (summary.created !== count) throw new Error(`${summary.created} orders created`);
    await target.close();
  });
  console.log(JSON.stringify(taken));
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
