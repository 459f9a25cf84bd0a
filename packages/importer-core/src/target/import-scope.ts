import type { Target } from './target.js';

/** What only one run may work on at a time: the account's deliveries to the target, or all of an exclusive target. */
export function importScope(account: string, target: Pick<Target, 'id' | 'exclusive'>): string {
  return `import:${target.exclusive ?? `${account}:${target.id}`}`;
}
