import { access, constants, mkdir, readdir, readFile, statfs, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ImporterError } from '../errors.js';
import { storeMessages } from '../messages/core/store-messages.js';
import { isTaken, takeLock } from './process-lock.js';

/** Two segments of the write-ahead log: without room for the next one the database would never come back. */
export const roomBytes = 2 * 16 * 1_048_576;
const megabyte = 1_000_000;
/** PostgreSQL's code for a disk that is full. */
const sqlDiskFull = '53100';

/** In the data folder since its database was made: an emptied folder is not taken for a new one. */
const markName = 'database.json';

/** How much may still be written where a folder lies; in bytes. */
export type FreeSpace = (folder: string) => Promise<number>;

const freeSpace: FreeSpace = async (folder) => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/**
 * @throws RetryError `disk-full` when there is no room for two segments of the write-ahead log
 */
export async function requireRoom(folder: string, free: FreeSpace = freeSpace): Promise<void> {
  const bytes = await free(folder).catch(() => Number.POSITIVE_INFINITY);
  if (bytes >= roomBytes) return;
  throw diskFull(folder, bytes);
}

/** An error of the database, or `disk-full` where it says that nothing could be written any more. */
export function explainFull(folder: string, error: unknown): unknown {
  const isFull = error instanceof Error && (error as NodeJS.ErrnoException).code === sqlDiskFull;
  return isFull ? diskFull(folder, 0, error) : error;
}

function diskFull(folder: string, bytes: number, cause?: unknown): ImporterError {
  const megabytes = (count: number): number => Math.floor(count / megabyte);
  const values = { folder, free: megabytes(bytes), needed: megabytes(roomBytes) };
  return storeMessages.retry('disk-full', values, { cause });
}

/**
 * Makes the data folder where it is missing, and this process the only one that uses it.
 *
 * @returns frees it
 * @throws SettingsError `data-dir-unusable`
 * @throws StopError `database-in-use`, `too-many-files`
 * @throws RetryError `disk-full`
 */
export async function prepareFolder(folder: string, waitMs?: number): Promise<() => Promise<void>> {
  try {
    await mkdir(folder, { recursive: true });
    await requireRoom(folder);
    return await lockFolder(folder, waitMs);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error;
    if (isOutOfFiles(code)) throw storeMessages.stop('too-many-files', {}, { cause: error });
    const values = { folder, detail: code };
    throw storeMessages.settings('data-dir-unusable', values, ['dataDir'], { cause: error });
  }
}

/** Notes that the folder has a database. */
export async function markFolder(folder: string): Promise<void> {
  const text = `${JSON.stringify({ createdAt: new Date().toISOString() })}\n`;
  await writeFile(join(folder, markName), text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

/**
 * Whether the folder has a database.
 *
 * @param cluster its folder
 * @throws StopError `database-missing` when it had one, and has it no more
 */
export async function hasCluster(folder: string, cluster: string): Promise<boolean> {
  const files = await readdir(cluster).catch(() => []);
  if (files.length > 0) return true;
  const mark = join(folder, markName);
  const text = await readFile(mark, 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  throw storeMessages.stop('database-missing', { folder: cluster, mark });
}

/**
 * Why a database cannot be opened: what is whole must not be taken for damaged, or somebody would throw away what keeps orders from
 * being delivered twice.
 *
 * @param cluster folder of its files
 * @param named the folder that the message names
 */
export async function whyUnopenable(cluster: string, named: string, cause: unknown): Promise<ImporterError> {
  const { code = '', message = '' } = (cause ?? {}) as NodeJS.ErrnoException;
  if (isOutOfFiles(code)) return storeMessages.stop('too-many-files', {}, { cause });
  if (cause instanceof RangeError && /memory/i.test(message))
    return storeMessages.stop('memory-too-little', { folder: named }, { cause });
  const full = await requireRoom(cluster).catch((error: ImporterError) => error);
  if (full) return full;
  const file = await firstForeign(cluster);
  if (file !== undefined)
    return storeMessages.settings('database-foreign', { folder: named, file }, ['dataDir'], { cause });
  return storeMessages.stop('database-unopenable', { folder: named }, { cause });
}

/** The first file that this user may not read and write. */
async function firstForeign(folder: string): Promise<string | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (!entries) return folder;
  for (const { parentPath, name } of entries) {
    const path = join(parentPath, name);
    if (
      !(await access(path, constants.R_OK | constants.W_OK).then(
        () => true,
        () => false,
      ))
    )
      return path;
  }
  return undefined;
}

function isOutOfFiles(code: string): boolean {
  return code === 'EMFILE' || code === 'ENFILE';
}

/**
 * Makes this process the only one that uses a data folder, until it ends or calls the returned function.
 *
 * @param folder an existing folder
 * @throws StopError `database-in-use`
 */
export function lockFolder(folder: string, waitMs?: number): Promise<() => Promise<void>> {
  return takeLock(
    join(folder, 'in-use'),
    (pid) => storeMessages.stop('database-in-use', { folder, pid: String(pid) }),
    waitMs,
  );
}

/**
 * Whether a process that lives, this one or another, has the embedded database of a folder open.
 *
 * @param dataDir folder, as for `openEmbeddedDatabase`
 */
export function embeddedInUse(dataDir: string): Promise<boolean> {
  return isTaken(join(resolve(dataDir), 'in-use'));
}
