import { Worker } from 'node:worker_threads';
import { roomBytes } from 'importer-core/node';
import type { WatchdogData } from './watchdog-thread.js';

/** After sixty looks without a beat the process is ended. */
const everySecond = 1000;

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
