import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { roomBytes } from 'importer-core/node';
import type { WatchdogData } from './watchdog-thread.js';

/** After sixty looks without a beat the process is ended. */
const everySecond = 1000;

/** Where so much is free, no log grows as far as the end of the disk between two looks. */
const ampleBytes = 1_073_741_824;
const diskLookMs = 5000;

/**
 * Watches over this process, see {@link startWatchdog}, as soon as the disk of a folder is nearly full: the thread takes 30 MiB, and what
 * it is for happens only there.
 *
 * @param ample bytes from which on nobody has to watch
 * @returns ends the watching
 */
export function watchTightDisk(
  folder: string,
  words: Pick<WatchdogData, 'full' | 'stuck'>,
  ample = ampleBytes,
): () => void {
  let unwatch: (() => void) | undefined;
  const look = (): void => {
    if (unwatch || !isTight(folder, ample)) return;
    clearInterval(looks);
    unwatch = startWatchdog(folder, words);
  };
  const looks = setInterval(look, diskLookMs);
  looks.unref();
  look();
  return () => {
    clearInterval(looks);
    unwatch?.();
  };
}

/** Of the nearest folder that is there. */
function isTight(folder: string, ample: number): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < ample;
  } catch {
    return dirname(folder) !== folder && isTight(dirname(folder), ample);
  }
}

/**
 * Watches over this process from a thread of its own: the embedded database runs in the main thread, and on a disk on which its log
 * cannot grow it may never come back, deaf to every signal. After a minute without a beat the thread says so and ends the process.
 *
 * @param folder whose disk may be full
 * @param words what is said then
 * @param lookMs from one look to the next, in milliseconds
 * @returns ends the watching
 */
export function startWatchdog(
  folder: string,
  words: Pick<WatchdogData, 'full' | 'stuck'>,
  lookMs = everySecond,
): () => void {
  const beats = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const count = new Int32Array(beats);
  const workerData: WatchdogData = { beats, folder, roomBytes, lookMs, ...words };
  const thread = new Worker(new URL('./watchdog-thread.js', import.meta.url), {
    workerData,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 },
  });
  thread.unref();
  // Whoever cannot be watched over works all the same.
  thread.once('error', () => {});
  const beat = setInterval(() => Atomics.add(count, 0, 1), lookMs);
  beat.unref();
  return () => {
    clearInterval(beat);
    void thread.terminate();
  };
}
