import { badgesKey } from '../../memory/badges.js';
import { findStatuses } from '../find-statuses.js';
import { badgeLayer } from './badge-layer.js';
import { statusNames } from './status-names.js';

/** The part of the extension API that a script in a page needs here. */
declare const chrome: {
  readonly storage: {
    readonly onChanged: {
      addListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void;
    };
  };
};

/** Time between a change of the page and the next look, in milliseconds. */
const pause = 300;
const running = 'billbeeStatusIdBadges';

/** Shows the id beside every status name, and keeps up with the page while it is in sight. */
function showBadges(): void {
  const world = globalThis as unknown as Record<string, boolean>;
  if (world[running]) return;
  world[running] = true;

  const layer = badgeLayer(document);
  const leave = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let following = false;

  const look = (): void => {
    timer = undefined;
    const { statuses } = findStatuses(document);
    layer.show(statuses.length > 0 ? statusNames(document.body, statuses) : []);
  };
  const later = (): void => {
    timer ??= setTimeout(look, pause);
  };
  const follow = (): void => {
    if (following) return;
    following = true;
    requestAnimationFrame(() => {
      following = false;
      layer.follow();
    });
  };
  const observer = new MutationObserver(later);
  const watch = (): void => {
    observer.disconnect();
    if (document.hidden) return;
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    later();
  };
  const stop = (): void => {
    observer.disconnect();
    leave.abort();
    clearTimeout(timer);
    layer.remove();
    world[running] = false;
  };

  document.addEventListener('visibilitychange', watch, { signal: leave.signal });
  addEventListener('scroll', follow, { capture: true, passive: true, signal: leave.signal });
  addEventListener('resize', follow, { passive: true, signal: leave.signal });
  chrome.storage.onChanged.addListener((changes) => {
    const change = changes[badgesKey];
    if (change && change.newValue !== true) stop();
  });
  watch();
}

if (document.body) showBadges();
