import type { Account, Accounts } from 'importer-accounts';
import type { SettingsFile } from 'importer-core/statuses';
import { expect, it } from 'vitest';
import { prefixCheck } from './own-prefix.js';

const settingsOf = (externalIdPrefix: string): SettingsFile => ({
  version: 1,
  xentral: { externalIdPrefix },
});

function world() {
  const prefixes = new Map<string, string>();
  const counts = { lists: 0 };
  const accounts = {
    async list() {
      counts.lists += 1;
      return [...prefixes].map(([key, prefix]) => ({ key, settings: settingsOf(prefix) }) as Account);
    },
  } as unknown as Accounts;
  const time = { now: 0 };
  const context = {
    env: { XENTRAL_URL: 'https://erp.example' },
    terminal: { say: (_: string, { other }: { other: string }) => other },
    clock: { now: () => time.now, sleep: async () => {}, monotonic: () => time.now },
  } as never;
  const check = prefixCheck(accounts, context);
  return {
    prefixes,
    counts,
    time,
    check: (key: string) =>
      check(key, settingsOf(prefixes.get(key) ?? '')).then(
        () => 'own',
        (error: Error) => error.message,
      ),
  };
}

it('reads the settings of all accounts once, however many run', async () => {
  const { prefixes, counts, check } = world();
  for (let number = 0; number < 50; number += 1) prefixes.set(`a${number}`, `p${number}-`);
  for (const key of prefixes.keys()) expect(await check(key)).toBe('own');
  expect(counts.lists).toBe(1);
});

it('refuses whoever comes with the prefix of another, at once, and the other within a minute', async () => {
  const { prefixes, time, check } = world();
  prefixes.set('a', 'p-');
  expect(await check('a')).toBe('own');
  prefixes.set('b', 'p-');
  expect(await check('b')).toBe('a');
  expect(await check('a')).toBe('b');
  prefixes.set('b', 'q-');
  expect(await check('a')).toBe('own');
  expect(await check('b')).toBe('own');
  prefixes.set('b', 'p-');
  time.now += 60_001;
  expect(await check('a')).toBe('b');
});
