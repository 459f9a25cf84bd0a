import { isDrawnInWindow, isInWindow, isUncovered, lineOf } from './place-of.js';
import type { StatusName } from './status-names.js';

/** The badges of one document. */
export interface BadgeLayer {
  /** Has badges for these names and no others. */
  set(names: Iterable<StatusName>): void;
  /** Has badges for these names as well. */
  add(names: Iterable<StatusName>): void;
  /**
   * Puts every badge beside its name, and hides those whose name is not to be seen. Whether something covers a name that
   * has not moved is asked for a part of them each time, and for all as soon as one is found to have changed.
   *
   * @param thoroughly - asks it for all
   */
  follow(thoroughly: boolean): void;
  /** Hides all until the next {@link follow}: for the moment nobody knows where the names are. */
  hide(): void;
  /** Says that the script is there: without that for a while, the browser itself hides the badges. */
  live(): void;
  remove(): void;
}

const tag = 'billbee-status-ids-badges';
/** Names that one call looks at: around the window's place in the list, and of the others. */
const mostInWindow = 400;
const mostOthers = 50;
/** Names that have not moved and are asked all the same whether something covers them. */
const mostAsked = 10;
/** Time until the badges of a script that is gone are hidden, in milliseconds. */
const lifetime = 5_000;
/** Width of the layer, which tells how much a zoom enlarges it. */
const width = 100;

/**
 * A layer above the page and its dialogs, in a closed shadow root: the badges take no space, no click and no style, so
 * nothing in the page moves. Screen readers pass over them: out of their place in the text they would only confuse.
 */
export function badgeLayer(document: Document): BadgeLayer {
  // Of a script that an update of the extension left behind.
  for (const old of document.querySelectorAll(tag)) old.remove();
  const host = document.createElement(tag);
  host.setAttribute('aria-hidden', 'true');
  host.style.cssText = `all: initial; position: absolute; inset: 0 auto auto 0; width: ${width}px; height: 0; padding: 0;
    border: 0; margin: 0; overflow: visible; background: none; pointer-events: none; z-index: 2147483646`;
  const root = host.attachShadow({ mode: 'closed' });
  document.documentElement.append(host);
  host.setAttribute('popover', 'manual');
  raise();
  // Firefox ends the scripts of an extension that is updated or removed, and leaves what they drew.
  const end = host.animate([{ visibility: 'hidden' }], { delay: lifetime, duration: 1, fill: 'forwards' });

  /** In document order, but for those that were added since. */
  let all: StatusName[] = [];
  /** Those in the window, as far as is known. */
  const near = new Map<Text, Shown>();
  let asked = 0;
  let turn = 0;
  const above = new WeakSet<Element>();

  /** The last one opened is above those before: the page's dialogs too. */
  function raise(): void {
    if (!host.isConnected) document.documentElement.append(host);
    host.hidePopover?.();
    host.showPopover?.();
  }

  /** Whether a name stands in a dialog that opened after the layer, and so lies above it. */
  function isBelowOf(parent: Element | null): boolean {
    const dialog = parent?.closest('dialog, [popover]');
    if (!dialog || above.has(dialog)) return false;
    above.add(dialog);
    dialog.addEventListener('close', () => above.delete(dialog), { once: true });
    dialog.addEventListener('toggle', () => above.delete(dialog), { once: true });
    return true;
  }

  /** Notes a name that is in the window; says whether it is above, in or below it, undefined when it is not drawn. */
  function look(name: StatusName): -1 | 0 | 1 | undefined {
    const line = lineOf(name);
    if (!line) return undefined;
    if (isInWindow(line) && !near.has(name.text)) {
      near.set(name.text, { name, badge: badgeFor(document, name.id), line: undefined, isSeen: false });
    }
    return line.bottom <= 0 ? -1 : line.top >= innerHeight ? 1 : 0;
  }

  /**
   * Finds the names that came into the window: those around its place in a list that mostly goes down the page, and, a
   * part each time, all others.
   */
  function find(): void {
    let low = 0;
    for (let high = all.length; low < high; ) {
      const middle = (low + high) >> 1;
      let at = middle;
      let where: ReturnType<typeof look>;
      for (; at < high && where === undefined; at += 1) where = look(all[at] as StatusName);
      if (where === -1) low = at;
      else high = middle;
    }
    for (const name of all.slice(Math.max(0, low - 10), low + mostInWindow)) if (look(name) === 1) break;
    for (const name of all.slice(turn, turn + mostOthers)) look(name);
    turn = turn + mostOthers < all.length ? turn + mostOthers : 0;
  }

  return {
    set(names) {
      all = [...names];
      turn = 0;
      const now = new Map(all.map((name) => [name.text, name]));
      for (const [text, { name, badge }] of near) {
        const { id, said } = now.get(text) ?? {};
        if (id === name.id && said === name.said) continue;
        badge.remove();
        near.delete(text);
      }
    },
    add(names) {
      for (const name of names) {
        near.get(name.text)?.badge.remove();
        near.delete(name.text);
        all.push(name);
        look(name);
      }
    },
    hide() {
      if (all.length > 0) host.style.visibility = 'hidden';
    },
    follow(thoroughly) {
      if (!host.isConnected) raise();
      find();
      // All reading before all writing: the browser lays the page out once.
      const lines = new Map<Shown, DOMRect>();
      const unmoved: Shown[] = [];
      const gone: Shown[] = [];
      let isOther = thoroughly;
      for (const [text, each] of near) {
        const line = lineOf(each.name);
        const parent = text.parentElement;
        if (!line || !parent || !isDrawnInWindow(parent, line)) {
          near.delete(text);
          gone.push(each);
          continue;
        }
        lines.set(each, line);
        if (isSamePlace(each.line, line)) unmoved.push(each);
        else isOther = ask(each, line) || isOther;
      }
      const turns = unmoved.slice(asked, asked + mostAsked);
      asked = asked + mostAsked < unmoved.length ? asked + mostAsked : 0;
      for (const each of turns) isOther = ask(each, lines.get(each)) || isOther;
      if (isOther) for (const each of unmoved) if (!turns.includes(each)) ask(each, lines.get(each));
      let isBelow = false;
      for (const { name, isSeen } of lines.keys()) {
        if (isSeen) isBelow = isBelowOf(name.text.parentElement) || isBelow;
      }
      const { left, top, width: shown } = host.getBoundingClientRect();
      const scale = shown / width || 1;
      for (const { badge } of gone) badge.remove();
      for (const [each, line] of lines) {
        each.line = line;
        if (!each.isSeen) each.badge.remove();
        else {
          const at = `translate(${(line.right - left) / scale}px, ${(line.top - top) / scale}px)`;
          if (each.badge.style.transform !== at) each.badge.style.transform = at;
          if (!each.badge.isConnected) root.append(each.badge);
        }
      }
      if (host.style.visibility !== 'visible') host.style.visibility = 'visible';
      if (isBelow) raise();
    },
    live() {
      end.currentTime = 0;
    },
    remove: () => host.remove(),
  };
}

/** A badge of the window, with what the last look at its name brought. */
interface Shown {
  readonly name: StatusName;
  readonly badge: HTMLElement;
  line: DOMRect | undefined;
  isSeen: boolean;
}

/** Asks whether a person sees a name; says whether that is another answer than before. */
function ask(each: Shown, line: DOMRect | undefined): boolean {
  const { parentElement: parent } = each.name.text;
  const before = each.isSeen;
  each.isSeen = line !== undefined && parent !== null && isUncovered(parent, line);
  return each.line !== undefined && each.isSeen !== before;
}

const isSamePlace = (one: DOMRect | undefined, other: DOMRect): boolean =>
  one?.right === other.right && one.top === other.top && one.height === other.height;

function badgeFor(document: Document, id: number): HTMLElement {
  const badge = document.createElement('span');
  badge.textContent = String(id);
  badge.style.cssText = `position: absolute; margin: -4px 0 0 1px; padding: 0 3px; border-radius: 6px;
    background: #0b6785; color: #fff; font: 600 9px/12px system-ui, sans-serif; white-space: nowrap; border: 1px solid #fff`;
  return badge;
}
