import { matching, rootsOf } from './roots.js';

const tag = 'billbee-status-ids-notice';

/**
 * Where something of ours is seen and heard: in the page's topmost modal dialog, else at the end of the document. All
 * that is outside a modal dialog is inert: drawn, but neither clicked nor read out.
 */
export function topmostHome(document: Document): Element {
  const modal = rootsOf(document).flatMap((root) => matching(root, 'dialog:modal'));
  // Later in the document is no proof of being on top; what holds the focus is.
  return modal.find((dialog) => dialog.matches(':focus-within')) ?? modal.at(-1) ?? document.documentElement;
}

/**
 * Shows a short message in a corner of the page and reads it out to screen readers; it goes after some seconds. It
 * stands in a closed shadow root above everything, and takes no style from the page, none of its space and none of its
 * clicks.
 *
 * @param language - of the text, e.g. `de`
 */
export function showNotice(text: string, language: string): void {
  for (const root of rootsOf(document)) for (const old of matching(root, tag)) old.remove();
  const host = document.createElement(tag);
  host.style.cssText =
    'all: initial; position: fixed; z-index: 2147483647; inset: auto 16px 16px auto; pointer-events: none';
  const box = document.createElement('div');
  box.setAttribute('role', 'status');
  box.lang = language;
  box.style.cssText = `color-scheme: light dark; max-width: min(360px, 80vw); padding: 10px 14px;
    border: 1px solid light-dark(#0b6785, #5cbad8); border-radius: 8px;
    background: light-dark(#fff, #14191d); color: light-dark(#1b2a33, #e7edf1);
    box-shadow: 0 4px 18px #0005; font: 14px/1.4 system-ui, sans-serif; overflow-wrap: anywhere`;
  host.attachShadow({ mode: 'closed' }).append(box);
  topmostHome(document).append(host);
  // Into the top layer, above the page's own dialogs, whatever clips or moves what is inside them.
  host.setAttribute('popover', 'manual');
  host.showPopover();
  // A live region has to be there before its text.
  setTimeout(() => box.append(text), 50);
  setTimeout(() => host.remove(), 5000);
}
