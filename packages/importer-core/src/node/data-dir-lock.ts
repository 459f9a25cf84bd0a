import { join } from 'node:path';
import { storeMessages } from '../messages/core/store-messages.js';
import { takeLock } from './process-lock.js';

/**
 * Makes this process the only one that uses a data folder, until it ends or calls the returned function.
 *
 * @param folder an existing folder
 * @throws StopError `database-in-use`
 */
export function lockFolder(folder: string): Promise<() => Promise<void>> {
  return takeLock(join(folder, 'in-use'), (pid) =>
    storeMessages.stop('database-in-use', { folder, pid: String(pid) }),
  );
}
