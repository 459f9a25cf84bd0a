import { sharedWorld } from './shared-world.js';

/** Remembers over what the context menu opens: Chrome tells an extension the frame, not the element. */
export function rememberContextTarget(): void {
  addEventListener(
    'contextmenu',
    (event) => {
      const [target] = event.composedPath();
      sharedWorld.billbeeContextTarget = target && new WeakRef(target);
    },
    true,
  );
}

/** The element the context menu was opened over last. */
export function contextTarget(): Element | undefined {
  return sharedWorld.billbeeContextTarget?.deref() as Element | undefined;
}
