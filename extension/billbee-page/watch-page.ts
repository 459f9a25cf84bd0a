import { type GatheredFrame, lookRequest, portName } from '../messages.js';
import { gather } from './gather.js';
import { generationsOf } from './generations.js';

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
  /** Why the last call failed; reading it tells the browser that the failure is expected. */
  readonly lastError?: unknown;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
}

/** Time between a change and the look at it, in milliseconds, longer on slow pages: a list that is being filled is read once. */
const pause = 120;
/**
 * Reports the statuses of one frame to the popup, as `messages.ts` says. Without a popup it does nothing: no look,
 * no observer, no timer. While a popup is open it looks again after every change of the page.
 *
 * A tab in the background is watched as well: the popup can stand in a window or tab of its own. Closing the
 * popup ends it.
 *
 * @param frame the window to read
 * @param runtime `chrome.runtime` or `browser.runtime`
 */
export function watchPage(frame: Window & typeof globalThis, runtime: PageRuntime): void {
  let port: PagePort | undefined;
  let observer: MutationObserver | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastReport = '';
  let lastLook = 0;
  let lookTime = 0;
  const { document } = frame;

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
        if (port === opened && isLookRequest(message)) look();
      });
      opened.onDisconnect.addListener(() => {
        void runtime.lastError;
        if (port === opened) stop();
      });
      before?.disconnect();
    });
  }

  function stop(): void {
    port = undefined;
    observer?.disconnect();
    observer = undefined;
    rest();
  }

  function rest(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function look(): void {
    rest();
    if (!port) return;
    const start = performance.now();
    const { lists, truncated, elements, shadows } = gather(document);
    watch(shadows);
    lastLook = performance.now();
    lookTime = lastLook - start;
    const text = JSON.stringify(lists) + truncated;
    const { host, pathname } = frame.location;
    const report: GatheredFrame = {
      location: host + pathname,
      isTop: frame.top === frame,
      lists,
      truncated,
      facts: { generations: generationsOf(document), elements, milliseconds: lookTime },
    };
    if (text !== lastReport) attempt(() => port?.postMessage(report));
    lastReport = text;
  }

  /** Observing a node again only renews it, so new shadow roots can be added at every look. */
  function watch(shadows: readonly ShadowRoot[]): void {
    observer ??= new frame.MutationObserver(changed);
    for (const root of [document, ...shadows]) {
      observer.observe(root, { attributes: true, characterData: true, childList: true, subtree: true });
    }
  }

  function changed(): void {
    if (timer) return;
    const wait = pause + lookTime * 4;
    // Timers of a tab in the background run once a second at best.
    if (document.hidden && performance.now() - lastLook > wait) look();
    else timer = setTimeout(look, wait);
  }

  runtime.onMessage.addListener((message) => {
    if (isLookRequest(message)) connect();
  });
  frame.addEventListener('pageshow', (event) => {
    if (event.persisted) connect();
  });
  // A popup may be open already; if none is, the browser closes the port at once.
  connect();
}

function isLookRequest(message: unknown): boolean {
  return (message as { type?: unknown } | undefined)?.type === lookRequest.type;
}
