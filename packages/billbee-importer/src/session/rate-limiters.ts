import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { SharedPace } from 'importer-accounts';
import { type Pace, Pacer, type Store } from 'importer-core';
import type { CommandContext } from '../context.js';
import { settingOf } from '../settings/read-environment.js';

/** A name for this process that no other has. */
export function processName(): string {
  return `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
}

/**
 * The pace of calls by developer key. On PostgreSQL all processes share the key's calls, on the embedded database there is
 * one process, and its own pace is everybody's.
 *
 * @param holder names this process to the others
 */
export function paceOfKeys(
  { env, clock }: Pick<CommandContext, 'env' | 'clock'>,
  store: Store,
  holder = processName(),
): (apiKey: string) => Pace {
  if (settingOf(env, 'DATABASE_URL') === undefined) {
    const own = new Pacer(clock);
    return () => own;
  }
  const shared = new SharedPace(store, clock, holder);
  return (apiKey) => shared.forKey(apiKey);
}
