import { resolve } from 'node:path';
import { type Environment, settingOf } from './read-environment.js';

/** How long a process is waited for that has the embedded database open: it may be just ending. In milliseconds. */
export const patienceMs = 30_000;

/** Folder of the embedded database, absolute; or `memory://`. */
export function dataDir(env: Environment): string {
  const setting = settingOf(env, 'BILLBEE_DATA_DIR') ?? './data';
  return setting.startsWith('memory://') ? setting : resolve(setting);
}
