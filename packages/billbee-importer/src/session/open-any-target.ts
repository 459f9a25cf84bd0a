import { type Clock, SettingsError, type Store, type Target } from 'importer-core';
import { openTarget } from 'importer-core/node';
import { shops } from 'importer-staging';
import { readSettings, shopTarget } from 'openxe-connector';

const stagedBeginning = 'staged:';

/**
 * Opens a target by its id, as held orders name it: also the queue of an ERP's shop, with the settings that the ERP
 * sent last.
 *
 * @param mapping key `mapping` of the settings file
 * @throws SettingsError `target-unknown`
 */
export async function openAnyTarget(
  id: string,
  { store, account, clock, mapping }: { store: Store; account: string; clock: Clock; mapping: unknown },
): Promise<Target> {
  if (!id.startsWith(stagedBeginning)) return openTarget(id, store, account);
  const name = id.slice(stagedBeginning.length);
  const shop = await shops(store, clock).get(name);
  // The credentials are not needed here, and not among what is kept in the clear.
  const fields = { ...(shop?.settings as object | null), bbApiPassword: '-', bbApiKey: '-' };
  const read = shop?.settings ? readSettings(fields as never, mapping) : undefined;
  if (read?.ok) return shopTarget({ store, clock }, { name, account }, read.settings);
  throw new SettingsError(
    'target-unknown',
    `The ERP shop ${name} is gone, or its settings cannot be used; press "check connection" there, then try again.`,
    { settings: [] },
  );
}
