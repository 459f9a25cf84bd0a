import { sha256 } from '../store/sha256.js';
import type { Target } from './target.js';

/** What only one run may work on at a time: the account's deliveries to the target, or all of an exclusive target. */
export function importScope(account: string, target: Pick<Target, 'id' | 'exclusive'>): string {
  return `import:${target.exclusive ?? `${account}:${target.id}`}`;
}

/**
 * Makes the delivery keys of one account: the same order always carries the same key.
 *
 * The account's name does not appear in them, because it can be a mail address.
 *
 * @example (await deliveryKeys('shop-1'))('300000180937794') // '3f1d0c9a2b77-300000180937794'
 */
export async function deliveryKeys(account: string): Promise<(orderId: string) => string> {
  const prefix = (await sha256(account)).slice(0, 12);
  return (orderId) => `${prefix}-${orderId}`;
}
