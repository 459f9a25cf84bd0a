import { startGuide } from './guide/guide.js';
import { createOverlay } from './pick/overlay.js';
import { send, t } from './pick/page-services.js';
import { sharedWorld } from './shared-world.js';

/** Injected into the top frame when a person asks how to open the list of statuses; see `messages.ts`. */
sharedWorld.endBillbeePicking?.();
const end = startGuide(window, {
  overlay: createOverlay(document, t('language'), { name: t('guideClose'), run: () => end() }),
  t,
  send,
  ended: () => {
    if (sharedWorld.endBillbeePicking === end) delete sharedWorld.endBillbeePicking;
  },
});
sharedWorld.endBillbeePicking = end;
