import { sharedWorld } from './shared-world.js';

/**
 * Remembers over what a person opens the context menu: Chrome tells an extension the frame, not the element. A menu that
 * the page makes up is none.
 */
export function rememberContextTarget(): void {
  addEventListener(
    'contextmenu',
    (event) => {
      if (!event.isTrusted) return;
      const [target] = event.composedPath();
      sharedWorld.billbeeContextTarget = target && new WeakRef(target);
    },
    true,
  );
}

/** The element the context menu was opened over last, while it is in the page. */
export function contextTarget(): Element | undefined {
  const target = sharedWorld.billbeeContextTarget?.deref() as Element | undefined;
  return target?.isConnected ? target : undefined;
}
