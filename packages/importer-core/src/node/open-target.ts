import type { Store } from '../store/store.js';
import type { Target } from '../target/target.js';

/** Opens a target by its id, as held orders name it: `store` or `ndjson:/absolute/path`. */
export async function openTarget(_id: string, _store: Store, _account: string): Promise<Target> {
  throw new Error('being written');
}
