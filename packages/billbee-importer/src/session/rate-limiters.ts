import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { createSharedRateLimiter } from 'importer-accounts';
import type { Store } from 'importer-core';
import { createRateLimiter, type RateLimiter } from 'importer-core/service';
import type { CommandContext } from '../context.js';
import { settingOf } from '../settings/read-environment.js';

/** A name for this process that no other has. */
export function processName(): string {
  return `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
}

/**
 * The rate limiter of each developer key. On PostgreSQL all processes share the key's calls; on the embedded database there is
 * one process, and its own limiter is everybody's.
 *
 * @param store undefined: this process keeps the limits for itself alone
 * @param holder names this process to the others
 */
export function rateLimiters(
  { env, clock }: Pick<CommandContext, 'env' | 'clock'>,
  store: Store | undefined,
  holder = processName(),
): (apiKey: string) => RateLimiter {
  if (store === undefined || settingOf(env, 'DATABASE_URL') === undefined) {
    const own = createRateLimiter(clock);
    return () => own;
  }
  const shared = createSharedRateLimiter(store, clock, holder);
  return (apiKey) => shared.forKey(apiKey);
}
