import type { Store } from 'importer-core';
import { openEmbeddedDatabase, systemClock } from 'importer-core/node';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { stagingMigrations } from '../store/migrations.js';
import { tablesOf } from '../store/tables.js';
import { createShops, type Shops } from './shops.js';

let store: Store;
let all: Shops;
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://', { migrations: [stagingMigrations] });
  all = createShops(store, systemClock);
});
beforeEach(async () => {
  await tablesOf(store.db).deleteFrom('shop').execute();
});
afterAll(() => store.close());

it('knows a shop by its token, and by no other', async () => {
  const { token } = await all.add('main-shop');
  const other = await all.add('second');
  expect(token).toMatch(/^bbi_[0-9a-f]{12}_[0-9a-f]{64}$/);
  expect((await all.authenticate(token))?.name).toBe('main-shop');
  const [, id = '', secret = ''] = token.split('_');
  const [, otherId = ''] = other.token.split('_');
  const last = secret.at(-1) === '0' ? '1' : '0';
  for (const wrong of [
    '',
    'bbi_',
    `${token} `,
    token.toUpperCase(),
    `bbi_${otherId}_${secret}`,
    `bbi_${id}_${secret.slice(0, -1)}${last}`,
  ]) {
    expect(await all.authenticate(wrong), wrong).toBeUndefined();
  }
  const dump = JSON.stringify(await tablesOf(store.db).selectFrom('shop').selectAll().execute());
  expect(dump).not.toContain(secret);
  expect(JSON.stringify(await all.list())).not.toContain(id);
});

it('adds, lists, rotates and removes', async () => {
  const first = await all.add('a');
  await expect(all.add('a')).rejects.toMatchObject({ code: 'shop-exists' });
  for (const name of ['', 'A', 'ä', '-a', 'a b', 'x'.repeat(41)]) {
    await expect(all.add(name), name).rejects.toMatchObject({ code: 'shop-name-invalid' });
  }
  const second = await all.rotateToken('a');
  expect(await all.authenticate(first.token)).toBeUndefined();
  expect((await all.authenticate(second.token))?.name).toBe('a');
  expect((await all.list()).map((shop) => shop.name)).toEqual(['a']);
  await all.remove('a');
  expect(await all.authenticate(second.token)).toBeUndefined();
  await expect(all.remove('a')).rejects.toMatchObject({ code: 'shop-unknown' });
  await expect(all.rotateToken('a')).rejects.toMatchObject({ code: 'shop-unknown' });
});

it('offers orders from the earliest time it was ever given', async () => {
  await all.add('a');
  expect(await all.offerFrom('a', '2026-11-20T00:00:00.000Z')).toBe('2026-11-20T00:00:00.000Z');
  expect(await all.offerFrom('a', '2026-11-22T00:00:00.000Z')).toBe('2026-11-20T00:00:00.000Z');
  expect(await all.offerFrom('a', '2026-11-01T00:00:00.000Z')).toBe('2026-11-01T00:00:00.000Z');
  expect((await all.get('a'))?.ordersFrom).toBe('2026-11-01T00:00:00.000Z');
});
