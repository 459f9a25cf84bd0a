import { resolve } from 'node:path';
import { type Environment, settingOf } from './read-environment.js';

/** Folder of the embedded database, absolute; or `memory://`. */
export function dataDir(env: Environment): string {
  const setting = settingOf(env, 'BILLBEE_DATA_DIR') ?? './data';
  return setting.startsWith('memory://') ? setting : resolve(setting);
}
