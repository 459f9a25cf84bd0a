import { billbeeHost } from '../browser/billbee-tab.js';
import { lastReading } from '../memory/last-reading.js';
import { frameLoaded } from '../messages.js';
import { startGuide } from './guide/guide.js';
import { createOverlay } from './pick/overlay.js';
import { memory, send, t } from './pick/page-services.js';
import { sharedWorld } from './shared-world.js';

/** Injected into the top frame when a person asks how to open the list of statuses; see `messages.ts`. */
sharedWorld.endBillbeePicking?.();
const end = startGuide(window, {
  overlay: createOverlay(document, t('language'), { name: t('guideClose'), run: () => end() }),
  t,
  frameLoaded: () => send(frameLoaded),
  store(found) {
    const statuses = found.map(({ id, label }) => ({ id, label })).sort((a, b) => a.id - b.id);
    const at = new Date().toISOString();
    // A browser that stores nothing still guides.
    void lastReading(memory, billbeeHost)
      .save({ at, statuses, isComplete: true })
      .catch(() => undefined);
  },
  ended: () => {
    if (sharedWorld.endBillbeePicking === end) delete sharedWorld.endBillbeePicking;
  },
});
sharedWorld.endBillbeePicking = end;
