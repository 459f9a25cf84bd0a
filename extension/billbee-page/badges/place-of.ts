import type { StatusName } from './status-names.js';

/** Half the size of a badge, for the question whether something lies there. */
const toItsMiddle = { right: 9, down: 3 };

let range: Range | undefined;

/** Where the last line of a text is, in sight or not; undefined for a text that is gone, has changed or is not drawn. */
export function lineOf({ text, said }: StatusName): DOMRect | undefined {
  if (!text.isConnected || text.data !== said) return undefined;
  const { ownerDocument: document } = text;
  // One for all: each range is kept up to date by the browser at every change of the page.
  range ??= document.createRange();
  range.setStart(text, 0);
  range.setEnd(text, said.trimEnd().length);
  const lines = range.getClientRects();
  const line = lines[lines.length - 1];
  range.selectNode(document.documentElement);
  range.collapse();
  return line && line.width > 0 && line.height > 0 ? line : undefined;
}

/** Whether a line is inside the window. */
export function isInWindow({ top, bottom, left, right }: DOMRect): boolean {
  return bottom > 0 && top < innerHeight && right > 0 && left >= 0 && right <= innerWidth;
}

/** Whether an element is drawn at all, and its line in the window: cheap to ask. */
export const isDrawnInWindow = (element: Element, line: DOMRect): boolean =>
  isInWindow(line) && isVisible(element);

/**
 * Whether a person sees the end of a line, and its badge: it is not scrolled out of a container, and nothing lies above
 * it or above the badge's place. On a long page the browser takes a fifth of a millisecond to say what is at a point.
 */
export function isUncovered(element: Element, { right, top, height }: DOMRect): boolean {
  return (
    isOnTop(element, right - 1, top + height / 2) &&
    !isUnderSomething(element, right + toItsMiddle.right, top + toItsMiddle.down)
  );
}

const isVisible = (element: Element): boolean =>
  element.checkVisibility?.({ checkOpacity: true, checkVisibilityCSS: true, contentVisibilityAuto: true }) ??
  true;

/** Whether the text of an element shows at a point: nothing drawn lies above it, no container cuts it off. */
function isOnTop(element: Element, x: number, y: number): boolean {
  if (document.elementFromPoint(x, y) === element) return true;
  for (const hit of document.elementsFromPoint(x, y)) {
    if (hit === element) return true;
    // Below the element without having met it: cut off, or clicks go through it.
    if (hit.contains(element)) {
      const { pointerEvents, display } = getComputedStyle(element);
      if (pointerEvents === 'none' || display === 'contents') return isInsideOf(element, hit, x, y);
      // Firefox takes a button for one piece.
      return hit.localName === 'button';
    }
    if (isDrawn(hit)) return false;
  }
  return false;
}

/** Whether no container between the two cuts an element off at a point. */
function isInsideOf(element: Element, outer: Element, x: number, y: number): boolean {
  for (let around: Element | null = element; around && around !== outer; around = around.parentElement) {
    if (getComputedStyle(around).overflow === 'visible') continue;
    const { left, right, top, bottom } = around.getBoundingClientRect();
    if (x < left || x > right || y < top || y > bottom) return false;
  }
  return true;
}

/** Whether a layer of the page (a menu, a dialog, a bar that stays) lies where a badge would. */
function isUnderSomething(element: Element, x: number, y: number): boolean {
  let around = document.elementFromPoint(x, y);
  if (!around) return false;
  let drawn = false;
  for (; around && !around.contains(element); around = around.parentElement) {
    const { position, zIndex } = getComputedStyle(around);
    drawn ||= isDrawn(around);
    const isLayer = /^(?:fixed|sticky)$/.test(position) || (position !== 'static' && Number(zIndex) > 0);
    if (drawn && (isLayer || around.matches('dialog, [popover]'))) return true;
  }
  return false;
}

function isDrawn(element: Element): boolean {
  if (
    /^(?:img|video|canvas|iframe|frame|embed|object|input|button|select|textarea|dialog|svg)$/.test(
      element.localName,
    )
  )
    return true;
  const { backgroundColor, backgroundImage, opacity, backdropFilter } = getComputedStyle(element);
  if (opacity === '0') return false;
  // What it draws stands in its shadow root.
  if (element.localName.includes('-')) return true;
  if (backgroundImage !== 'none' || (backdropFilter ?? 'none') !== 'none') return true;
  return !/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor);
}
