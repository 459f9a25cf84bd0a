import { cpSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Store } from '../store/store.js';
import { fileTargetId, fileTargetLocation } from './file-target-id.js';
import { openEmbeddedDatabase } from './open-embedded.js';

function place(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'file-target-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function withStore<T>(folder: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openEmbeddedDatabase(join(folder, 'data'));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const idOf = (folder: string, file: string, remember = true): Promise<string> =>
  withStore(folder, (store) => fileTargetId(store, 'shop', file, remember));

it('is the path at first, and stays when the store and the file are renamed, moved or copied together', async () => {
  const root = place();
  const first = join(root, 'first');
  mkdirSync(first);
  writeFileSync(join(first, 'orders.ndjson'), '');
  const id = await idOf(first, join(first, 'orders.ndjson'));
  expect(id).toBe(`ndjson:${join(first, 'orders.ndjson')}`);

  const copy = join(root, 'copy');
  cpSync(first, copy, { recursive: true });
  expect(await idOf(copy, join(copy, 'orders.ndjson'), false)).toBe(id);
  expect(await idOf(copy, join(copy, 'orders.ndjson'))).toBe(id);
  expect(await idOf(copy, join(copy, 'orders.ndjson'))).toBe(id);

  const moved = join(root, 'elsewhere/deeper');
  mkdirSync(join(root, 'elsewhere'));
  renameSync(first, moved);
  expect(await idOf(moved, join(moved, 'orders.ndjson'))).toBe(id);
  expect(await withStore(moved, (store) => fileTargetLocation(store, 'shop', id))).toBe(
    join(moved, 'orders.ndjson'),
  );
  // Back again: the same still.
  renameSync(moved, first);
  expect(await idOf(first, join(first, 'orders.ndjson'))).toBe(id);
});

it('stays when the store alone moves and the file is where it was', async () => {
  const root = place();
  const first = join(root, 'app');
  const file = join(root, 'erp/orders.ndjson');
  mkdirSync(first);
  const id = await idOf(first, file);
  const moved = join(root, 'deeper/opt/app');
  mkdirSync(join(root, 'deeper/opt'), { recursive: true });
  renameSync(first, moved);
  expect(await idOf(moved, file)).toBe(id);
});

it('is another for another file, also for one that lies where a moved one was', async () => {
  const root = place();
  const first = join(root, 'first');
  mkdirSync(first);
  const id = await idOf(first, join(first, 'orders.ndjson'));
  expect(await idOf(first, join(first, 'others.ndjson'))).not.toBe(id);
  const moved = join(root, 'moved');
  renameSync(first, moved);
  expect(await idOf(moved, join(moved, 'orders.ndjson'))).toBe(id);
  const newcomer = await idOf(moved, join(first, 'orders.ndjson'));
  expect(newcomer).not.toBe(id);
  expect(await idOf(moved, join(first, 'orders.ndjson'))).toBe(newcomer);
  expect(await idOf(moved, join(moved, 'orders.ndjson'))).toBe(id);
});
