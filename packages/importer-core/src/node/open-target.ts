import { importMessages } from '../messages/core/import-messages.js';
import type { Store } from '../store/store.js';
import { storeTarget } from '../target/store-target.js';
import type { Target } from '../target/target.js';
import { openNdjsonTarget } from './ndjson-target.js';

/**
 * Opens a target by its id, as held orders name it.
 *
 * @param id `store` or `ndjson:/absolute/path`
 * @throws SettingsError `target-unknown`
 */
export async function openTarget(id: string, store: Store, account: string): Promise<Target> {
  if (id === 'store') return storeTarget(store, account);
  if (id.startsWith('ndjson:')) return openNdjsonTarget(id.slice('ndjson:'.length), account);
  throw importMessages.settings('target-unknown', { target: id }, ['out']);
}
