import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { SettingsError } from '../errors.js';
import { importMessages } from '../messages/core/import-messages.js';
import { type FileReason, storeMessages } from '../messages/core/store-messages.js';
import type { Store } from '../store/store.js';
import { deliveryKeys } from '../target/delivery-key.js';
import { createStoreTarget } from '../target/store-target.js';
import type { DeliveredOrder, Target } from '../target/target.js';
import { lockFile } from './file-lock.js';
import { fileTargetId, fileTargetLocation } from './file-target-id.js';
import { printLine, readKey, readLine, readLines, readTail } from './ndjson-lines.js';

const listBatch = 1000;

/**
 * A file with one mapped order per line, plus a field `key` that tells it from every other order.
 *
 * Each batch is on the disk (`fsync`) before it counts as delivered. Opening repairs what a crash left: a
 * torn last line is cut off, one that only lacks its line break gets it. While it is open, no other process can
 * open it.
 *
 * @param path the file; created when missing, its folder must exist
 * @param account the account whose orders are written: part of their keys
 * @param store the one that counts the deliveries: with it the target stays the same when both are moved. Else its id is its path
 * @throws SettingsError `out-unusable` when the path is a folder, cannot be written, or ends in something
 *   that is no order
 * @throws StopError `out-in-use` when another process writes it
 * @example const target = await openNdjsonTarget('orders.ndjson', account); // id `ndjson:/srv/orders.ndjson`
 */
export async function openNdjsonTarget(path: string, account: string, store?: Store): Promise<Target> {
  const keyOf = await deliveryKeys(account);
  const { file, location } = await openFile(path);
  const lock = await lockFile(location).catch(async (error: unknown) => {
    await file.close();
    throw error;
  });
  const close = async (): Promise<void> => {
    await file.close();
    await lock.release();
  };
  let id: string;
  try {
    if (lock.first) await repair(file, location);
    id = store ? await fileTargetId(store, account, location, true) : `ndjson:${location}`;
  } catch (error) {
    await close();
    throw error;
  }
  return {
    id,

    async findDelivered(keys) {
      const asked = new Set(keys);
      const found = new Set<string>();
      if (asked.size === 0) return found;
      for await (const line of readLines(file)) {
        const key = readKey(line, keyOf);
        if (key !== undefined && asked.has(key)) found.add(key);
        if (found.size === asked.size) break;
      }
      return found;
    },

    async mark() {
      return printFileMark(await file.stat());
    },

    async *listDelivered(since) {
      let batch: DeliveredOrder[] = [];
      for await (const line of readLines(file, startAfter(since, await file.stat()))) {
        const order = readLine(line, keyOf);
        if (order?.key !== (order && keyOf(order.orderId)) || !order) continue;
        batch.push(order);
        if (batch.length === listBatch) {
          yield batch;
          batch = [];
        }
      }
      if (batch.length > 0) yield batch;
    },

    async deliver(orders) {
      const { size } = await file.stat();
      try {
        await append(file, orders.map(({ key, order }) => printLine(key, order)).join(''));
      } catch (error) {
        // Half a batch must not stay: the next one would be written behind a torn line.
        await file.truncate(size).catch(() => {});
        throw writeError(location, error);
      }
      return orders.map(() => ({ outcome: 'delivered' }));
    },

    close,
  };
}

/** Which file it is and how far it has grown. */
export function printFileMark({ ino, size }: { readonly ino: number; readonly size: number }): string {
  return `${ino}:${size}`;
}

/** Where a file goes on after a mark; its beginning when it is another file, or was cut. */
function startAfter(mark: string | undefined, { ino, size }: { ino: number; size: number }): number {
  const [markedFile, markedSize] = (mark ?? '').split(':').map(Number);
  return markedFile === ino && markedSize !== undefined && markedSize <= size ? markedSize : 0;
}

async function openFile(path: string): Promise<{ file: FileHandle; location: string }> {
  const full = resolve(path);
  try {
    const folder = await realpath(dirname(full));
    const { O_APPEND, O_CREAT, O_EXCL, O_NONBLOCK, O_RDWR } = constants;
    // Without blocking: a named pipe must be refused, not waited for.
    const flags = O_RDWR | O_APPEND | (O_NONBLOCK ?? 0);
    let file: FileHandle;
    try {
      file = await open(full, flags | O_CREAT | O_EXCL);
      await syncFolder(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      file = await open(full, flags);
    }
    if (!(await file.stat()).isFile()) {
      await file.close();
      throw unusable(full, { reason: 'no-file' });
    }
    return { file, location: await realpath(full).catch(() => join(folder, basename(full))) };
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    throw unusable(full, reasonOf(error), error);
  }
}

/** A new file's name is only on the disk when its folder is. Not every system can sync a folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

async function repair(file: FileHandle, location: string): Promise<void> {
  const { start, text } = await readTail(file);
  if (text === '') return;
  if (readLine(text, (orderId) => orderId)) {
    await append(file, '\n');
    return;
  }
  if (!text.startsWith('{') && !/^\0+$/.test(text)) {
    throw unusable(location, { reason: 'foreign' });
  }
  await file.truncate(start);
  await file.sync();
}

async function append(file: FileHandle, text: string): Promise<void> {
  await file.appendFile(text, 'utf8');
  await file.datasync();
}

function writeError(location: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error;
  return storeMessages.stop('out-write-failed', { path: location, ...reasonOf(error) }, { cause: error });
}

interface Fault {
  readonly reason?: FileReason | undefined;
  readonly detail?: string | undefined;
}

function unusable(path: string, fault: Fault, cause?: unknown): SettingsError {
  return storeMessages.settings('out-unusable', { path, ...fault }, ['out'], { cause });
}

function reasonOf(error: unknown): Fault {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const reasons: Record<string, FileReason> = {
    EISDIR: 'folder',
    ENOENT: 'no-folder',
    ENOTDIR: 'path',
    EACCES: 'rights',
    EPERM: 'rights',
    EROFS: 'read-only',
    ENOSPC: 'full',
    EDQUOT: 'quota',
    EFBIG: 'size',
  };
  const reason = reasons[code];
  return reason ? { reason } : { detail: code || String(error) };
}

/**
 * Opens a target by its id, as held orders name it.
 *
 * @param id `store` or `ndjson:…`
 * @throws SettingsError `target-unknown`
 */
export async function openTarget(id: string, store: Store, account: string): Promise<Target> {
  if (id === 'store') return createStoreTarget(store, account);
  if (id.startsWith('ndjson:'))
    return openNdjsonTarget(await fileTargetLocation(store, account, id), account, store);
  throw importMessages.settings('target-unknown', { target: id }, ['out']);
}
