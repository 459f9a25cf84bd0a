import { formatStatusIds } from 'importer-core/statuses';
import type { FoundStatus, PickMessage } from '../../messages.js';
import { framesOf, type PageFrame } from './frames.js';
import type { Overlay } from './overlay.js';
import { type PageEvidence, pickable, readEvidence, statusesAt } from './status-at.js';
import { controlOf, nameTheSame, type StatusCell, statusCellAt, statusCells } from './status-cells.js';

/** What pick mode needs of its surroundings. */
export interface PickServices {
  readonly overlay: Overlay;
  /** A text of the extension in the browser's language. */
  readonly t: (key: string, ...substitutions: string[]) => string;
  /** Rejects when the clipboard cannot be written. */
  readonly writeClipboard: (text: string) => Promise<void>;
  readonly send: (message: PickMessage) => void;
  /** Called once, when pick mode is over in whatever way. */
  readonly ended: () => void;
}

/** What opens a list may be clicked as ever: an entry has to be on the screen to be pointed at. */
const opener =
  '[aria-haspopup],[aria-expanded],[data-toggle],[data-bs-toggle],summary,[role=combobox],.dropdown-toggle';
/** A menu may have been filled meanwhile, so evidence is read again after this time, in milliseconds. */
const fresh = 500;
const farewell = 5_000;
/** How long a list may take to open after a click, in milliseconds, and how often to look for it. */
const patience = 5_000;
const often = 120;
const pointerEvents = 'pointerdown mousedown pointerup mouseup click auxclick dblclick touchstart'.split(' ');

/**
 * Lets a person point at a status in the page, with the pointer (click) or the keyboard (Tab and arrows move from
 * id to id, Enter takes one), shows the id that is there, and copies it. Escape ends it.
 *
 * Nothing of the page reacts meanwhile, except what opens a menu: also the status of a row, whose list is closed. A
 * click on one reaches the page; the list that opens tells the id of the status that was clicked.
 *
 * @param window the top window; its frames of the same origin take part
 * @returns ends pick mode
 */
export function startPicking(window: Window, services: PickServices): () => void {
  const { overlay, t } = services;
  const over = new AbortController();
  const evidence = new WeakMap<Document, { readonly read: number; readonly page: PageEvidence }>();
  const joined = new WeakSet<Document>();
  let current:
    | {
        readonly frame: PageFrame;
        readonly element: Element;
        readonly found: readonly FoundStatus[];
        /** The closed status that is there instead. */
        readonly cell: StatusCell | undefined;
      }
    | undefined;
  /** While the page gets a click of ours. */
  let isOurs = false;
  let waiting: { readonly label: string; readonly until: number } | undefined;

  const evidenceOf = (document: Document): PageEvidence => {
    const known = evidence.get(document);
    const now = performance.now();
    if (known && now - known.read < fresh) return known.page;
    const page = readEvidence(document);
    evidence.set(document, { read: performance.now(), page });
    return page;
  };

  const readAgain = (document: Document): PageEvidence => {
    evidence.delete(document);
    return evidenceOf(document);
  };

  const end = (outcome?: PickMessage['outcome']): void => {
    if (over.signal.aborted) return;
    over.abort();
    overlay.remove();
    if (outcome) services.send({ type: 'billbee-status-ids/picked', outcome, statuses: [], copied: false });
    services.ended();
  };

  const point = (frame: PageFrame, element: Element): void => {
    if (current?.element === element) return;
    const found = statusesAt(element, evidenceOf(frame.document));
    const cell = found.length === 0 ? statusCellAt(element) : undefined;
    current = { frame, element: cell?.element ?? element, found, cell };
    overlay.highlight(frame.placeOf(current.element), found.length > 0 || cell !== undefined);
    if (waiting) return;
    if (cell) overlay.say(t('pickCell', cell.label));
    else overlay.say(found.length > 0 ? describe(found, t) : t('pickHint'));
  };

  /** Takes the id of a status as soon as the list that its cell opens is there. */
  const awaitList = (label: string): void => {
    waiting = { label, until: performance.now() + patience };
    overlay.say(t('pickWaiting', label));
    setTimeout(lookForList, often);
  };

  const lookForList = (): void => {
    if (over.signal.aborted || !waiting) return;
    const { label, until } = waiting;
    const pages = framesOf(window.document).map(({ document }) => readAgain(document));
    const listed = pages.flatMap(({ statuses }) => statuses);
    const named = listed.filter((status) => nameTheSame(status.label, label));
    if (named.length > 0) {
      void take(named);
      return;
    }
    if (listed.length === 0 && performance.now() < until) {
      setTimeout(lookForList, often);
      return;
    }
    waiting = undefined;
    overlay.say(t(listed.length > 0 ? 'pickListOpen' : 'pickNoList'));
  };

  const take = async (found = current?.found): Promise<void> => {
    if (!found) return;
    if (found.length === 0) {
      overlay.say(t('pickNone'));
      services.send({ type: 'billbee-status-ids/picked', outcome: 'none', statuses: [], copied: false });
      return;
    }
    over.abort();
    services.ended();
    const copied = await services.writeClipboard(formatStatusIds(found.map(({ id }) => id))).then(
      () => true,
      () => false,
    );
    overlay.say(`${describe(found, t)} ${t(copied ? 'pickCopied' : 'pickNotCopied')}`);
    services.send({ type: 'billbee-status-ids/picked', outcome: 'found', statuses: found, copied });
    setTimeout(() => overlay.remove(), farewell);
  };

  const step = (by: 1 | -1): void => {
    const frames = framesOf(window.document);
    const among = (find: (document: Document) => Element[]) =>
      frames.flatMap((frame) => find(frame.document).map((element) => ({ frame, element })));
    const ids = among((document) =>
      pickable(evidenceOf(document)).filter((element) => element.getClientRects().length > 0),
    );
    const targets =
      ids.length > 0 ? ids : among((document) => statusCells(document).map(({ element }) => element));
    if (targets.length === 0) {
      overlay.say(t('pickNoneOnPage'));
      return;
    }
    const at = targets.findIndex(({ element }) => element === current?.element);
    const from = at < 0 && by < 0 ? 0 : at;
    const next = targets[(from + by + targets.length) % targets.length];
    if (!next) return;
    next.element.scrollIntoView({ block: 'nearest' });
    point(next.frame, next.element);
  };

  /** By keyboard: the page gets the click that a pointer would have made. */
  const open = (cell: StatusCell): void => {
    awaitList(cell.label);
    isOurs = true;
    controlOf(cell).click();
    isOurs = false;
  };

  const pressed = (event: KeyboardEvent): void => {
    const forward = event.key === 'ArrowDown' || event.key === 'ArrowRight';
    const back = event.key === 'ArrowUp' || event.key === 'ArrowLeft';
    if (event.key === 'Escape') end('cancelled');
    else if (event.key === 'Enter' || event.key === ' ') {
      if (current?.cell) open(current.cell);
      else void take();
    } else if (event.key === 'Tab') step(event.shiftKey ? -1 : 1);
    else if (forward || back) step(forward ? 1 : -1);
    else return;
    halt(event);
  };

  const join = (frame: PageFrame): void => {
    if (joined.has(frame.document)) return;
    joined.add(frame.document);
    const options = { capture: true, signal: over.signal };
    /** To what a person does; what the page makes up chooses nothing and ends nothing. */
    const listen = (type: string, listener: (event: Event) => void): void =>
      frame.document.addEventListener(type, (event) => event.isTrusted && listener(event), options);
    const targetOf = (event: Event): Element | undefined => {
      const [target] = event.composedPath();
      return target && 'localName' in target ? (target as Element) : undefined;
    };
    listen('pointermove', (event) => {
      const target = targetOf(event);
      if (target) point(frame, target);
    });
    for (const type of pointerEvents) {
      listen(type, (event) => {
        if (isOurs) return;
        const target = targetOf(event);
        if (target) point(frame, target);
        if (current?.cell) {
          if (type === 'click') awaitList(current.cell.label);
          return;
        }
        if (current?.found.length === 0 && target?.closest(opener)) return;
        halt(event);
        if (type === 'click') void take();
      });
    }
    listen('keydown', (event) => pressed(event as KeyboardEvent));
    for (const type of ['keyup', 'keypress']) listen(type, halt);
    listen('scroll', () => {
      if (current) overlay.highlight(current.frame.placeOf(current.element), current.found.length > 0);
    });
    // A frame that was replaced or loaded anew takes part from then on.
    listen('load', joinAll);
    listen('pointerover', joinAll);
  };
  const joinAll = (): void => framesOf(window.document).forEach(join);

  joinAll();
  window.addEventListener('pagehide', ({ isTrusted }) => isTrusted && end('cancelled'), {
    signal: over.signal,
  });
  overlay.highlight(undefined, false);
  overlay.say(t('pickHint'));
  window.focus();
  return () => end();
}

/** `Bezahlt: ID 3`, or the ids of a list. */
export function describe(found: readonly FoundStatus[], t: PickServices['t']): string {
  const [first] = found;
  if (!first) return t('pickNone');
  if (found.length === 1) return t('pickFound', first.label, String(first.id));
  return t('pickFoundMany', String(found.length), formatStatusIds(found.map(({ id }) => id)));
}

function halt(event: Event): void {
  if (event.cancelable) event.preventDefault();
  event.stopImmediatePropagation();
}
