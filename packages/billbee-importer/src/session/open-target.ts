import { constants, existsSync } from 'node:fs';
import { copyFile, mkdtemp, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { StopError, type Store, storeTarget, type Target } from 'importer-core';
import { openNdjsonTarget, printFileMark } from 'importer-core/node';
import type { CommandContext } from '../context.js';
import type { ImportPlan } from './import-plan.js';

/**
 * Where the orders of a run go: Xentral, the file of `--out`, else the store itself.
 *
 * @throws SettingsError `out-unusable`, or what a tenant's settings lack
 */
export async function openImportTarget(
  { out, dryRun, xentral, tables }: Pick<ImportPlan, 'out' | 'dryRun' | 'xentral' | 'tables'>,
  store: Store,
  account: string,
  { terminal, fetch, clock, stop }: CommandContext,
): Promise<Target> {
  if (xentral) {
    const { openXentralTarget } = await import('xentral-target');
    const onNote = ({ message }: { message: string }): void => terminal.note(message);
    const shared = { store, account, fetch, clock, signal: stop, onNote, readOnly: dryRun };
    return openXentralTarget({ ...xentral, ...shared, tables });
  }
  if (out === undefined) return storeTarget(store, account);
  return dryRun ? untouchedFile(out, account) : openNdjsonTarget(out, account);
}

/**
 * The file as a dry run sees it. Opening it for real would create or repair it, so questions about its content
 * are answered from a copy, which only a store that does not know the file asks for.
 */
async function untouchedFile(path: string, account: string): Promise<Target> {
  const full = resolve(path);
  let copy: { folder: string; target: Target } | undefined;
  const openCopy = async (): Promise<Target> => {
    if (!copy) {
      const folder = await mkdtemp(join(tmpdir(), 'billbee-importer-'));
      const name = join(folder, 'orders.ndjson');
      await copyFile(full, name, constants.COPYFILE_FICLONE);
      copy = { folder, target: await openNdjsonTarget(name, account) };
    }
    return copy.target;
  };
  const place = await realpath(full).catch(async () =>
    join(await realpath(dirname(full)).catch(() => dirname(full)), basename(full)),
  );
  return {
    id: `ndjson:${place}`,
    async findDelivered(keys, signal) {
      return existsSync(full) ? (await openCopy()).findDelivered(keys, signal) : new Set<string>();
    },
    async mark() {
      return existsSync(full) ? printFileMark(await stat(full)) : undefined;
    },
    async deliver() {
      throw new StopError('dry-run', 'A dry run delivers nothing.');
    },
    async close() {
      await copy?.target.close();
      if (copy) await rm(copy.folder, { recursive: true, force: true });
    },
  };
}
