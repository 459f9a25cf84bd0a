import { topmostHome } from '../../erp-page/notice.js';

/** What pick mode and the guide draw over the page. */
export interface Overlay {
  /** Frames a place on the screen, in CSS pixels of the top window; none: no frame. */
  highlight(place: DOMRect | undefined, isFound: boolean): void;
  /** Shows a text near the frame, and says it to screen readers. */
  say(text: string): void;
  remove(): void;
}

const tag = 'billbee-status-ids-pick';
const boxStyle =
  'position: fixed; box-sizing: border-box; border-radius: 4px; pointer-events: none; display: none;';
const cardStyle = `position: fixed; box-sizing: border-box; max-width: min(360px, 90vw); padding: 8px 12px;
  border: 2px solid #0b6785; border-radius: 8px; pointer-events: none; background: #fff; color: #1b2a33;
  box-shadow: 0 4px 18px #0006; font: 14px/1.4 system-ui, sans-serif; overflow-wrap: anywhere`;
const buttonStyle = `display: block; margin: 8px 0 0; padding: 4px 10px; border: 1px solid #0b6785; border-radius: 6px;
  background: #fff; color: #0b6785; font: inherit; cursor: pointer; pointer-events: auto`;
const gap = 8;

/**
 * Lays itself over the page in a closed shadow root above everything else: it takes no style, no space and no click
 * of the page. Styles are set through the object model, which no content security policy forbids.
 *
 * @param language of the texts, e.g. `de`
 * @param close a button on the card, which then stays in a corner: what it tells about opens near the highlight
 */
export function createOverlay(
  document: Document,
  language: string,
  close?: { readonly name: string; readonly run: () => void },
): Overlay {
  const host = document.createElement(tag);
  host.style.cssText =
    'all: initial; position: fixed; inset: 0; z-index: 2147483647; pointer-events: none; border: 0; background: none';
  const root = host.attachShadow({ mode: 'closed' });
  const box = document.createElement('div');
  const card = document.createElement('div');
  box.style.cssText = boxStyle;
  card.style.cssText = cardStyle;
  const text = document.createElement('div');
  text.setAttribute('role', 'status');
  card.lang = language;
  card.append(text);
  if (close) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = close.name;
    button.style.cssText = buttonStyle;
    button.addEventListener('click', close.run);
    card.append(button);
  }
  root.append(box, card);
  topmostHome(document).append(host);
  // Above the page's own dialogs.
  host.setAttribute('popover', 'manual');
  host.showPopover?.();

  const place = (near: DOMRect | undefined): void => {
    const { innerWidth, innerHeight } = document.defaultView ?? { innerWidth: 800, innerHeight: 600 };
    const { width, height } = card.getBoundingClientRect();
    if (close) {
      card.style.top = `${Math.max(gap, innerHeight - height - gap * 4)}px`;
      card.style.left = `${Math.max(gap, innerWidth - width - gap * 4)}px`;
      return;
    }
    const below = near ? near.bottom + gap : gap * 2;
    const top = near && below + height > innerHeight ? Math.max(gap, near.top - gap - height) : below;
    const left = Math.max(gap, Math.min(near?.left ?? innerWidth, innerWidth - width - gap * 2));
    card.style.top = `${top}px`;
    card.style.left = `${left}px`;
  };
  let last: DOMRect | undefined;

  return {
    highlight(near, isFound) {
      last = near;
      box.style.display = near ? 'block' : 'none';
      if (near) {
        box.style.top = `${near.top - 2}px`;
        box.style.left = `${near.left - 2}px`;
        box.style.width = `${near.width + 4}px`;
        box.style.height = `${near.height + 4}px`;
      }
      box.style.outline = isFound ? '3px solid #0b6785' : '2px dashed #a1481a';
      box.style.background = isFound ? 'rgb(11 103 133 / 18%)' : 'none';
      box.style.boxShadow = '0 0 0 1px #fff';
      place(last);
    },
    say(words) {
      if (text.textContent !== words) text.textContent = words;
      place(last);
    },
    remove: () => host.remove(),
  };
}
