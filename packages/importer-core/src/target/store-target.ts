import type { Store } from '../store/store.js';
import type { Target } from './target.js';

/** The store itself as the destination (id `store`): used when no other target is named. */
export function storeTarget(_store: Store, _account: string): Target {
  throw new Error('being written');
}
