import { rememberContextTarget } from './context-target.js';
import { sharedWorld } from './shared-world.js';
import { type PageRuntime, watchPage } from './watch-page.js';

/**
 * Both browsers offer `chrome.runtime`. A page cannot stand in for it, while an element with the id `browser`
 * would answer to that name.
 */
declare const chrome: { readonly runtime: PageRuntime };

const start = (): void => {
  // A view brings this script again where nobody answers it.
  if (sharedWorld.billbeeLook) return;
  sharedWorld.billbeeLook = watchPage(window, chrome.runtime, () => sharedWorld.billbeeReadPage);
  rememberContextTarget();
};

// Pictures, PDF files, plain text and feeds hold no list.
if (/html/.test(document.contentType)) {
  // A page that the browser only prepares is nobody's to read until it is shown.
  if ((document as { prerendering?: boolean }).prerendering)
    document.addEventListener('prerenderingchange', start);
  else start();
}
