import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStoreTarget, type ErpOrder, type Store } from 'importer-core';
import { openEmbeddedDatabase, openNdjsonTarget } from 'importer-core/node';
import { defaultMapping } from 'importer-mapping';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { testContext } from '../testing.test.data.js';
import { openImportTarget } from './open-target.js';

const account = 'shop@example.com';
let store: Store;
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://');
});
afterAll(() => store.close());
let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'target-'));
  out = join(folder, 'orders.ndjson');
});
const open = (place: { out: string | undefined; dryRun: boolean }) =>
  openImportTarget(
    { ...place, xentral: undefined, tables: defaultMapping },
    store,
    account,
    testContext().context,
  );
afterEach(() => rmSync(folder, { recursive: true }));

it('is the store without --out', async () => {
  const target = await open({ out: undefined, dryRun: false });
  expect(target.id).toBe(createStoreTarget(store, account).id);
});

it('is in a dry run the same target as in the import, and creates no file', async () => {
  const dry = await open({ out, dryRun: true });
  expect(await dry.findDelivered(['any'])).toEqual(new Set());
  await expect(dry.deliver([])).rejects.toThrow('delivers nothing');
  await dry.close();
  expect(readdirSync(folder)).toEqual([]);
  const real = await open({ out, dryRun: false });
  expect(dry.id).toBe(real.id);
  await real.close();
});

it('knows in a dry run what the file holds, and leaves its torn line as it is', async () => {
  const order = { source: { system: 'billbee', orderId: '42', statusId: 3 } } as ErpOrder;
  const real = await openNdjsonTarget(out, account);
  const key = 'a-key-of-some-other-order';
  await real.deliver([{ key, order }]);
  await real.close();
  const torn = `${readFileSync(out, 'utf8')}{"source":{"sys`;
  writeFileSync(out, torn);
  const { key: written } = JSON.parse(torn.split('\n')[0] ?? '') as { key: string };
  const dry = await open({ out, dryRun: true });
  const found = await dry.findDelivered([written, 'another']);
  await dry.close();
  expect([...found]).toEqual([written]);
  expect(readFileSync(out, 'utf8')).toBe(torn);
});
