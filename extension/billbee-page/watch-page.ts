import { type GatheredFrame, lookRequest, portName, restRequest } from '../messages.js';
import type { ReadPage } from './read-page.js';

/** The part of a runtime port this frame needs. */
export interface PagePort {
  postMessage(message: GatheredFrame): void;
  disconnect(): void;
  readonly onMessage: PageRuntime['onMessage'];
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** The part of the browser's extension API this frame needs. */
export interface PageRuntime {
  connect(options: { name: string }): PagePort;
  /** Undefined once the extension was updated or removed while this page stayed open. */
  readonly id?: string | undefined;
  /** Why the last call failed; reading it tells the browser that the failure is expected. */
  readonly lastError?: unknown;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
}

/** Time between a change and the look at it, in milliseconds: a list that is being filled is read once. */
const pause = 120;
/** Times that a look takes, from one to the next, while the page goes on changing: with a view, and without one. */
const share = 4;
const quietShare = 40;

/**
 * Reports the lists of one frame to the view, as `messages.ts` says. Until a view asks for the first time it does
 * nothing: no look, no observer, no timer. From then on it looks again after every change of the page, in slices that
 * leave the page its turn; without a view ten times more rarely, so that the document's reader can remember a list
 * that somebody opens and that is closed when the popup opens.
 *
 * A tab in the background is watched as well: the view can stand in a window or tab of its own. When both are hidden
 * the page is left alone until one of them shows again.
 *
 * @param frame the window to read
 * @param runtime `chrome.runtime` or `browser.runtime`
 * @param reader gives what looks at the page, once a view has brought it here
 */
export function watchPage(
  frame: Window & typeof globalThis,
  runtime: PageRuntime,
  reader: () => ReadPage | undefined,
): () => void {
  const { document } = frame;
  let port: PagePort | undefined;
  let observer: MutationObserver | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let endLook: (() => void) | undefined;
  let lastReport = '';
  let lastLook = 0;
  let lookTime = 0;
  let isViewHidden = false;

  /** Fails when the extension was updated or removed while this page stayed open: then all is over here. */
  function attempt(call: () => void): void {
    try {
      call();
    } catch {
      stop();
    }
  }

  function connect(): void {
    attempt(() => {
      const before = port;
      const opened = runtime.connect({ name: portName });
      port = opened;
      lastReport = '';
      opened.onMessage.addListener((message) => {
        if (port !== opened) return;
        isViewHidden = hasType(message, restRequest);
        if (hasType(message, lookRequest)) look();
        restIfUnseen();
      });
      opened.onDisconnect.addListener(() => {
        void runtime.lastError;
        if (port !== opened) return;
        port = undefined;
        restIfUnseen();
      });
      before?.disconnect();
    });
  }

  function stop(): void {
    port = undefined;
    rest();
  }

  /** Leaves the page alone. */
  function rest(): void {
    observer?.disconnect();
    observer = undefined;
    clearTimeout(timer);
    timer = undefined;
    endLook?.();
    endLook = undefined;
  }

  function restIfUnseen(): void {
    if ((isViewHidden || !port) && document.hidden) rest();
  }

  function look(): void {
    clearTimeout(timer);
    timer = undefined;
    endLook?.();
    const read = reader();
    if (!read || !runtime.id) {
      stop();
      return;
    }
    // Observing from the start: what changes while the look goes on is looked at again.
    watch(document);
    const start = performance.now();
    endLook = read(document, ({ shadows, ...gathered }) => {
      endLook = undefined;
      shadows.forEach(watch);
      lastLook = performance.now();
      lookTime = lastLook - start;
      const text = JSON.stringify([gathered.lists, gathered.earlier, gathered.truncated]);
      if (text === lastReport) return;
      lastReport = text;
      const { host, pathname } = frame.location;
      attempt(() =>
        port?.postMessage({ location: host + pathname, isTop: frame.top === frame, ...gathered }),
      );
    });
    // A small page is read before the call returns.
    if (lastLook >= start) endLook = undefined;
  }

  /** Observing a node again only renews it, so new shadow roots can be added at every look. */
  function watch(root: Node): void {
    observer ??= new frame.MutationObserver(changed);
    observer.observe(root, { attributes: true, characterData: true, childList: true, subtree: true });
  }

  function changed(): void {
    if (timer) return;
    const calm = lastLook + lookTime * (port ? share : quietShare) - performance.now();
    // Timers of a tab in the background run once a second at best.
    if (document.hidden && !endLook && calm < 0) look();
    else timer = setTimeout(look, Math.max(pause, calm));
  }

  runtime.onMessage.addListener((message) => {
    if (hasType(message, lookRequest)) connect();
  });
  frame.addEventListener('pageshow', (event) => {
    if (event.persisted && event.isTrusted) connect();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) restIfUnseen();
    else if (!observer && reader()) look();
  });
  // A view may be open already; if none is, the browser closes the port at once.
  connect();
  return look;
}

const hasType = (message: unknown, { type }: { readonly type: string }): boolean =>
  (message as { type?: unknown } | undefined)?.type === type;
