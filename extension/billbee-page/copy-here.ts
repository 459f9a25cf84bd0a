import { formatStatusIds } from 'importer-core/statuses';
import { contextTarget } from './context-target.js';
import { createOverlay } from './pick/overlay.js';
import { send, t, writeClipboard } from './pick/page-services.js';
import { describe } from './pick/pick-mode.js';
import { readEvidence, statusesAt } from './pick/status-at.js';

/** Injected into the frame whose context menu was used; see `messages.ts`. */
async function copyHere(): Promise<void> {
  const element = contextTarget();
  const found = element ? statusesAt(element, readEvidence(document)) : [];
  const overlay = createOverlay(document, t('language'));
  overlay.highlight(element?.getBoundingClientRect(), found.length > 0);
  const text = formatStatusIds(found.map(({ id }) => id));
  const copied =
    found.length > 0 &&
    (await writeClipboard(text).then(
      () => true,
      () => false,
    ));
  const outcome = found.length > 0 ? 'found' : 'none';
  const ending = found.length > 0 ? ` ${t(copied ? 'pickCopied' : 'pickNotCopied')}` : '';
  overlay.say(describe(found, t) + ending);
  send({ type: 'billbee-status-ids/picked', outcome, statuses: found, copied });
  setTimeout(() => overlay.remove(), 4_000);
}

void copyHere();
