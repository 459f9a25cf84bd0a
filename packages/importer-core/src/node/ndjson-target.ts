import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { SettingsError, StopError } from '../errors.js';
import { deliveryKeys } from '../target/delivery-key.js';
import type { DeliveredOrder, Target } from '../target/target.js';
import { lockFile } from './file-lock.js';
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
 * @throws SettingsError `out-unusable` when the path is a folder, cannot be written, or ends in something
 *   that is no order
 * @throws StopError `out-in-use` when another process writes it
 * @example const target = await openNdjsonTarget('orders.ndjson', account); // id `ndjson:/srv/orders.ndjson`
 */
export async function openNdjsonTarget(path: string, account: string): Promise<Target> {
  const keyOf = await deliveryKeys(account);
  const { file, place } = await openFile(path);
  const lock = await lockFile(place).catch(async (error: unknown) => {
    await file.close();
    throw error;
  });
  const close = async (): Promise<void> => {
    await file.close();
    await lock.release();
  };
  try {
    if (lock.first) await repair(file, place);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    id: `ndjson:${place}`,

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
        throw writeError(place, error);
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

async function openFile(path: string): Promise<{ file: FileHandle; place: string }> {
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
      throw unusable(full, 'it is not a regular file');
    }
    return { file, place: await realpath(full).catch(() => join(folder, basename(full))) };
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

async function repair(file: FileHandle, place: string): Promise<void> {
  const { start, text } = await readTail(file);
  if (text === '') return;
  if (readLine(text, (orderId) => orderId)) {
    await append(file, '\n');
    return;
  }
  if (!text.startsWith('{') && !/^\0+$/.test(text)) {
    throw unusable(place, 'its last line is no order, so the file seems to belong to something else');
  }
  await file.truncate(start);
  await file.sync();
}

async function append(file: FileHandle, text: string): Promise<void> {
  await file.appendFile(text, 'utf8');
  await file.datasync();
}

function writeError(place: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error;
  return new StopError(
    'out-write-failed',
    `Writing to ${place} failed: ${reasonOf(error)}. Nothing of this batch counts as delivered; make room or ` +
      'repair the disk, then start again.',
    { cause: error },
  );
}

function unusable(path: string, reason: string, cause?: unknown): SettingsError {
  return new SettingsError(
    'out-unusable',
    `The file ${path} given by --out cannot be used: ${reason}. Give another file, or correct this one.`,
    { cause, settings: ['--out'] },
  );
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const reasons: Record<string, string> = {
    EISDIR: 'it is a folder',
    ENOENT: 'its folder does not exist',
    ENOTDIR: 'a part of its path is no folder',
    EACCES: 'this user may not write it',
    EPERM: 'this user may not write it',
    EROFS: 'its disk is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    EFBIG: 'it has reached the greatest size allowed',
  };
  return reasons[code] ?? (code || String(error));
}
