import { weighLists } from '../../evidence/weigh-lists.js';
import type { FoundStatus } from '../../messages.js';
import { gather } from '../gather.js';
import { framesOf, type PageFrame } from '../pick/frames.js';
import type { Overlay } from '../pick/overlay.js';
import { statusCells } from '../pick/status-cells.js';
import { runInSlices } from '../steps.js';

/** What the guide needs of its surroundings. */
interface GuideServices {
  readonly overlay: Overlay;
  /** A text of the extension in the browser's language. */
  readonly t: (key: string, ...substitutions: string[]) => string;
  /** Gets everything that was read until now. */
  readonly store: (statuses: readonly FoundStatus[]) => void;
  /** A frame has loaded that no reader watches yet. */
  readonly frameLoaded: () => void;
  /** Called once, when the guide is over in whatever way. */
  readonly ended: () => void;
}

/** Time between a change and the look at it, in milliseconds. */
const pause = 100;
/** Times that a look takes, from one to the next. */
const share = 4;

/**
 * Waits on the page until somebody opens the list of statuses: says what to click and frames such a place, then says
 * how many statuses were read and how to go on. It takes nothing from the page: every click and key reaches it.
 *
 * @param window the top window; its frames of the same origin take part, also those that load later
 * @returns ends it
 */
export function startGuide(
  window: Window,
  { overlay, t, store, frameLoaded, ended }: GuideServices,
): () => void {
  const over = new AbortController();
  const joined = new WeakSet<Document>();
  const observer = new MutationObserver(() => later());
  let timer: ReturnType<typeof setTimeout> | undefined;
  let endLook: (() => void) | undefined;
  let isLooking = false;
  /** The page has changed since the look under way began: it may have passed the place already. */
  let isDirty = false;
  let calmUntil = 0;
  let read = new Map<number, FoundStatus>();
  let target: { readonly frame: PageFrame; readonly element: Element } | undefined;

  const end = (): void => {
    if (over.signal.aborted) return;
    over.abort();
    observer.disconnect();
    clearTimeout(timer);
    endLook?.();
    overlay.remove();
    ended();
  };

  /** One frame after the other, so that no look holds the page up. */
  const look = (): void => {
    timer = undefined;
    isLooking = true;
    isDirty = false;
    const frames = joinAll();
    const start = performance.now();
    const seen: FoundStatus[] = [];
    const next = (): void => {
      const frame = frames.shift();
      if (!frame) {
        calmUntil = performance.now() + (performance.now() - start) * share;
        isLooking = false;
        show(seen);
        if (isDirty) later();
        return;
      }
      endLook = runInSlices(
        gather(frame.document),
        () => undefined,
        ({ lists }) => {
          seen.push(...weighLists(lists).statuses);
          next();
        },
      );
    };
    next();
  };

  const later = (): void => {
    if (isLooking) isDirty = true;
    if (timer || isLooking) return;
    timer = setTimeout(look, Math.max(pause, calmUntil - performance.now()));
  };

  const show = (seen: readonly FoundStatus[]): void => {
    const before = read.size;
    if (seen.length > 0) read = new Map([...read, ...seen.map((status) => [status.id, status] as const)]);
    if (read.size === 0) {
      point();
      overlay.say(t(target ? 'guideClick' : 'guideNoOrders'));
      return;
    }
    target = undefined;
    overlay.highlight(undefined, false);
    const count = read.size === 1 ? t('guideReadOne') : t('guideReadMany', String(read.size));
    overlay.say(`${count} ${t('guideNext')}`);
    if (read.size > before) store([...read.values()]);
  };

  /** Frames the first status that can be seen. */
  const point = (): void => {
    const places = framesOf(window.document).flatMap((frame) =>
      statusCells(frame.document).map(({ element }) => ({ frame, element })),
    );
    const { innerHeight, innerWidth } = window;
    target =
      places.find(({ frame, element }) => {
        const { top, bottom, left, right } = frame.placeOf(element);
        return top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
      }) ?? places[0];
    overlay.highlight(target?.frame.placeOf(target.element), true);
  };

  const follow = (): void => {
    if (target) overlay.highlight(target.frame.placeOf(target.element), true);
  };

  const join = ({ document }: PageFrame): void => {
    if (joined.has(document)) return;
    joined.add(document);
    const options = { capture: true, signal: over.signal };
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape' && event.isTrusted) end();
      },
      options,
    );
    document.addEventListener('scroll', follow, { ...options, passive: true });
    // A frame that loads brings a document that no reader watches yet.
    document.addEventListener(
      'load',
      ({ target: loaded }) => {
        if (!/^i?frame$/i.test((loaded as Element).localName ?? '')) return;
        frameLoaded();
        // A look under way may be at the document that has just gone, and would never end.
        endLook?.();
        isLooking = false;
        // At once, so that Escape ends the guide there, too: the next look can be seconds away.
        joinAll();
        later();
      },
      options,
    );
    observer.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
  };

  const joinAll = (): PageFrame[] => {
    const frames = framesOf(window.document);
    frames.forEach(join);
    return frames;
  };

  window.addEventListener('pagehide', end, { signal: over.signal });
  window.addEventListener('resize', follow, { signal: over.signal });
  overlay.say(t('guideClick'));
  look();
  window.focus();
  return end;
}
