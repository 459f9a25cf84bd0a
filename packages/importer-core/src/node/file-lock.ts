import { rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { storeMessages } from '../messages/core/store-messages.js';
import { takeLock } from './process-lock.js';

interface Held {
  users: number;
  readonly taken: Promise<() => Promise<void>>;
}

/** Files this process has locked: its accounts may share one. */
const heldHere = new Map<string, Held>();

export interface FileLock {
  /** False when another part of this process has the file open. */
  readonly first: boolean;
  release(): Promise<void>;
}

/**
 * Makes this process the only one that writes a file, by a hidden folder beside it. In a folder where nothing can be
 * created there is no lock.
 *
 * @param path real path of the file
 * @throws StopError `out-in-use`
 */
export async function lockFile(path: string): Promise<FileLock> {
  const claims = join(dirname(path), `.${basename(path)}.in-use`);
  const before = heldHere.get(path);
  const held = before ?? { users: 0, taken: take(claims, path) };
  heldHere.set(path, held);
  held.users += 1;
  try {
    await held.taken;
  } catch (error) {
    heldHere.delete(path);
    throw error;
  }
  return {
    first: before === undefined,
    async release() {
      held.users -= 1;
      if (held.users > 0) return;
      heldHere.delete(path);
      await (await held.taken)();
      // Another process may be waiting in it.
      await rmdir(claims).catch(() => {});
    },
  };
}

async function take(claims: string, path: string): Promise<() => Promise<void>> {
  const inUse = (pid: string) => storeMessages.stop('out-in-use', { path, pid: String(pid) });
  try {
    return await takeLock(claims, inUse);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return async () => {};
    throw error;
  }
}
