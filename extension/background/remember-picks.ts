import { formatStatusIds } from 'importer-core/statuses';
import { billbeeHost } from '../browser/billbee-tab.js';
import { localMemory } from '../browser/memory.js';
import { picks } from '../browser/picks.js';
import { lastCopied } from '../memory/last-copied.js';
import { seenStatuses } from '../memory/seen-statuses.js';

/** Remembers an id that was copied by pointing at it, as the view remembers what it copies. */
export function rememberPicks(): void {
  picks.onPick(async ({ outcome, statuses, copied }) => {
    if (outcome !== 'found' || !copied) return;
    const kept = statuses.map(({ id, label }) => ({ id, label }));
    const text = formatStatusIds(kept.map(({ id }) => id));
    const at = new Date().toISOString();
    await lastCopied(localMemory).save({ text, statuses: kept, host: billbeeHost, fromPage: true, at });
    await seenStatuses(localMemory, billbeeHost).add(kept);
  });
}
