import { createOverlay } from './pick/overlay.js';
import { send, t, writeClipboard } from './pick/page-services.js';
import { startPicking } from './pick/pick-mode.js';
import { sharedWorld } from './shared-world.js';

/** Injected into the top frame when a person wants to point at a status; see `messages.ts`. */
sharedWorld.endBillbeePicking?.();
const end = startPicking(window, {
  overlay: createOverlay(document, t('language')),
  t,
  send,
  writeClipboard,
  ended: () => {
    if (sharedWorld.endBillbeePicking === end) delete sharedWorld.endBillbeePicking;
  },
});
sharedWorld.endBillbeePicking = end;
