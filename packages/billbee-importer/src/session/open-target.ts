import { constants, existsSync } from 'node:fs';
import { copyFile, mkdtemp, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { createStoreTarget, SettingsError, StopError, type Store, type Target } from 'importer-core';
import { fileTargetId, openNdjsonTarget, openTarget, printFileMark } from 'importer-core/node';
import { createShops } from 'importer-staging';
import { readKeptSettings, shopTarget } from 'openxe-connector';
import type { FeedbackSummary, OnNote } from 'xentral-target';
import type { CommandContext } from '../context.js';
import { wordingIn } from '../texts/wording.js';
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
    const onNote: OnNote = ({ orderId, ...problem }) =>
      terminal.note(`${orderId}: ${wordingIn(terminal.language).say(problem)}`);
    const shared = { store, account, fetch, clock, signal: stop, onNote, readOnly: dryRun };
    return openXentralTarget({ ...xentral, ...shared, tables });
  }
  if (out === undefined) return createStoreTarget(store, account);
  return dryRun ? untouchedFile(out, account, store) : openNdjsonTarget(out, account, store);
}

const stagedBeginning = 'staged:';

/**
 * The target that orders were held at, by its id: also the queue of an ERP's shop, with the settings that the ERP sent last.
 *
 * @param plan `shopTables`: the key `mapping` of the settings file
 * @throws SettingsError `target-unknown`, `xentral-missing`
 */
export async function openHeldTarget(
  id: string,
  plan: Pick<ImportPlan, 'xentral' | 'tables'> & { readonly shopTables: unknown },
  store: Store,
  account: string,
  context: CommandContext,
): Promise<Target> {
  if (id.startsWith(stagedBeginning))
    return openShopTarget(id.slice(stagedBeginning.length), plan.shopTables, store, account, context);
  if (!id.startsWith('xentral:')) return openTarget(id, store, account);
  const target =
    plan.xentral &&
    (await openImportTarget({ ...plan, out: undefined, dryRun: false }, store, account, context));
  if (target?.id === id) return target;
  throw new SettingsError('xentral-missing', context.terminal.say('xentral.other', { target: id }), {
    settings: ['XENTRAL_URL'],
  });
}

async function openShopTarget(
  name: string,
  mapping: unknown,
  store: Store,
  account: string,
  { clock }: CommandContext,
): Promise<Target> {
  const shop = await createShops(store, clock).get(name);
  const settings = readKeptSettings(shop?.settings, mapping);
  if (settings) return shopTarget({ store, clock }, { name, account }, settings);
  throw new SettingsError(
    'target-unknown',
    `The ERP shop ${name} is gone, or its settings cannot be used; press "check connection" there, then try again.`,
    { settings: [] },
  );
}

/** Puts into the account's outbox what Xentral reports; nothing where the plan has no tenant. */
export async function readBack(
  { fetch, clock, stop }: Pick<CommandContext, 'fetch' | 'clock' | 'stop'>,
  account: string,
  store: Store,
  { xentral, tables, reported }: Pick<ImportPlan, 'xentral' | 'tables' | 'reported'>,
): Promise<FeedbackSummary> {
  if (!xentral) return { orders: 0, shipments: 0, shipped: 0, cancelled: 0, stock: 0 };
  const { openXentralWorkspace, runFeedback } = await import('xentral-target');
  const shared = { store, account, clock, signal: stop };
  const workspace = openXentralWorkspace({ ...shared, ...xentral, tables, fetch });
  return runFeedback({ ...shared, ...reported, workspace });
}

/**
 * The file as a dry run sees it. Opening it for real would create or repair it, so questions about its content
 * are answered from a copy, which only a store that does not know the file asks for.
 */
async function untouchedFile(path: string, account: string, store: Store): Promise<Target> {
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
    id: await fileTargetId(store, account, place, false),
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
