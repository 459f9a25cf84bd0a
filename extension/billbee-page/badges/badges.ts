import { badgesKey } from '../../memory/badges.js';
import { keepBadges } from './keep-badges.js';

/** The part of the extension API that a script in a page needs here. */
declare const chrome: {
  readonly runtime?: { readonly id?: string };
  readonly storage: {
    readonly local: { get(key: string): Promise<Record<string, unknown>> };
    readonly onChanged: {
      addListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void;
    };
  };
};

const running = 'billbeeStatusIdBadges';
const world = globalThis as unknown as Record<string, boolean>;

/** Injected into every frame of Billbee's pages while the option is on; see `background/badges.ts`. */
function showBadges(): void {
  if (world[running]) return;
  world[running] = true;
  const stop = keepBadges(document, {
    // Chrome takes the id from scripts whose extension was updated or removed, and lets them run on.
    isAlive: () => chrome.runtime?.id !== undefined,
    ended: () => {
      world[running] = false;
    },
  });
  chrome.storage.onChanged.addListener((changes) => {
    const change = changes[badgesKey];
    if (change && change.newValue !== true) stop();
  });
  // The option may have been switched off while this script was on its way into a page that loads.
  chrome.storage.local.get(badgesKey).then(
    (kept) => kept[badgesKey] !== true && stop(),
    () => undefined,
  );
}

if (document.body) showBadges();
