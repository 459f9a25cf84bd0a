import { setTimeout as delay } from 'node:timers/promises';
import type { Store } from 'importer-core';
import { openEmbeddedDatabase, systemClock } from 'importer-core/node';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accountsMigrations } from '../store/migrations.js';
import { RateLimitSlots } from './rate-limit-slots.js';

let store: Store;
beforeAll(async () => {
  store = await openEmbeddedDatabase('memory://', { migrations: [accountsMigrations] });
});
afterAll(() => store.close());

it('lets no more than 50 calls arrive in any second, from all processes together', async () => {
  const machines = ['one', 'two', 'three'].map((name) => new RateLimitSlots(store, systemClock, 'key', name));
  const arrivals: number[] = [];
  const calls = machines.flatMap((slots) =>
    Array.from({ length: 45 }, async () => {
      const giveBack = await slots.take();
      // A call arrives some time between its sending and its answer.
      await delay(Math.random() * 30);
      arrivals.push(performance.now());
      await delay(Math.random() * 30);
      giveBack();
    }),
  );
  await Promise.all(calls);
  arrivals.sort((one, other) => one - other);
  expect(arrivals).toHaveLength(135);
  for (const [index, arrival] of arrivals.entries()) {
    const later = arrivals[index + 50];
    if (later !== undefined) expect(later - arrival).toBeGreaterThanOrEqual(1000);
  }
});

it('gives the slots of a process that has died to others, and keeps those of one that waits long', async () => {
  const alive = new RateLimitSlots(store, systemClock, 'other', 'alive');
  const held = await Promise.all(Array.from({ length: 10 }, () => alive.take()));
  const dead = new RateLimitSlots(
    store,
    { ...systemClock, sleep: () => new Promise(() => {}) },
    'other',
    'dead',
  );
  await Promise.all(Array.from({ length: 40 }, () => dead.take()));
  const third = new RateLimitSlots(store, systemClock, 'other', 'third');
  const started = performance.now();
  await Promise.all(Array.from({ length: 40 }, () => third.take()));
  expect(performance.now() - started).toBeGreaterThan(4000);
  await expect(third.take(AbortSignal.timeout(300))).rejects.toThrow();
  for (const giveBack of held) giveBack();
  await third.take();
});

it('counts each developer key for itself', async () => {
  const one = new RateLimitSlots(store, systemClock, 'k1', 'me');
  const two = new RateLimitSlots(store, systemClock, 'k2', 'me');
  await Promise.all(Array.from({ length: 50 }, () => one.take()));
  await two.take();
});

it('makes the slots anew when a crash of the server has emptied their table', async () => {
  const slots = new RateLimitSlots(store, systemClock, 'crashed', 'me');
  (await slots.take())();
  await sql`truncate rate_limit_slot`.execute(store.db);
  const taken = Array.from({ length: 50 }, () => slots.take(AbortSignal.timeout(30_000)));
  expect(await Promise.all(taken)).toHaveLength(50);
});
