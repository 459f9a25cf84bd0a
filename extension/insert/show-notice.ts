/**
 * Shows a short message in a corner of the page and reads it out to screen readers; it goes after some seconds. It
 * stands in a closed shadow root and takes no style from the page, none of its space and none of its clicks.
 */
export function showNotice(text: string, language: string): void {
  const tag = 'billbee-status-ids-notice';
  for (const old of document.querySelectorAll(tag)) old.remove();
  const host = document.createElement(tag);
  host.style.cssText = 'all: initial; position: fixed; z-index: 2147483647; inset: auto 16px 16px auto';
  const box = document.createElement('div');
  box.setAttribute('role', 'status');
  box.lang = language;
  box.style.cssText = `color-scheme: light dark; max-width: min(360px, 80vw); padding: 10px 14px;
    border: 1px solid light-dark(#0b6785, #5cbad8); border-radius: 8px; pointer-events: none;
    background: light-dark(#fff, #14191d); color: light-dark(#1b2a33, #e7edf1);
    box-shadow: 0 4px 18px #0005; font: 14px/1.4 system-ui, sans-serif; overflow-wrap: anywhere`;
  host.attachShadow({ mode: 'closed' }).append(box);
  document.documentElement.append(host);
  // A live region has to be there before its text.
  setTimeout(() => box.append(text), 50);
  setTimeout(() => host.remove(), 5000);
}
