import { join } from 'node:path';
import { StopError } from '../errors.js';
import { takeLock } from './process-lock.js';

/**
 * Makes this process the only one that uses a data folder, until it ends or calls the returned function.
 *
 * @param folder an existing folder
 * @throws StopError `database-in-use`
 */
export function lockFolder(folder: string): Promise<() => Promise<void>> {
  return takeLock(
    join(folder, 'in-use'),
    (pid) =>
      new StopError(
        'database-in-use',
        `The embedded database in ${folder} is in use by process ${pid}. Wait until it has ended, or use ` +
          'PostgreSQL (DATABASE_URL) when several processes must work at the same time.',
      ),
  );
}
