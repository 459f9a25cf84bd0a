import type { Target } from '../target/target.js';

/**
 * A file with one mapped order per line.
 *
 * @param path the file; created when missing, repaired when its last line is torn
 * @throws SettingsError `out-unusable` when the path is a folder or cannot be written
 */
export async function openNdjsonTarget(_path: string, _account: string): Promise<Target> {
  throw new Error('being written');
}
