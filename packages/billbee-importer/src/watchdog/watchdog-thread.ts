import { statfsSync, writeSync } from 'node:fs';
import { Session } from 'node:inspector';
import { workerData } from 'node:worker_threads';

/** What the thread is given. */
export interface WatchdogData {
  /** One Int32 that grows as long as the main thread comes back. */
  readonly beats: SharedArrayBuffer;
  readonly folder: string;
  /** What is said when the disk is full, and when it is not. */
  readonly full: string;
  readonly stuck: string;
  /** Bytes that have to be free. */
  readonly roomBytes: number;
  /** From one look to the next, in milliseconds. */
  readonly lookMs: number;
}

/** So many looks without a beat; counted, so that a machine that slept does not count. */
const mostLooks = 60;
const evaluateMs = 200;
const lastResortMs = 5000;

const { beats, folder, full, stuck, roomBytes, lookMs } = workerData as WatchdogData;
const count = new Int32Array(beats);
let last = Atomics.load(count, 0);
let looks = 0;

const timer = setInterval(() => {
  const now = Atomics.load(count, 0);
  looks = now === last ? looks + 1 : 0;
  last = now;
  if (looks < mostLooks) return;
  clearInterval(timer);
  writeSync(2, `${hasRoom() ? stuck : full}\n`);
  endProcess();
}, lookMs);

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= roomBytes;
  } catch {
    return true;
  }
}

/** A thread cannot end the process, but as a debugger it can halt the main thread where it is, and have that end it. */
function endProcess(): void {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), lastResortMs);
  const session = new Session();
  session.connectToMainThread();
  session.on('Debugger.paused', () => {
    // Node would say there that it waits for the debugger.
    const expression = "process.getBuiltinModule('node:fs').closeSync(2); process.exit(1)";
    session.post('Runtime.evaluate', { expression });
    setTimeout(() => session.disconnect(), evaluateMs);
  });
  session.post('Debugger.enable');
  session.post('Debugger.pause');
}
