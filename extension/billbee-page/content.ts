import { rememberContextTarget } from './context-target.js';
import { sharedWorld } from './shared-world.js';
import { type PageRuntime, watchPage } from './watch-page.js';

/**
 * Both browsers offer `chrome.runtime`. A page cannot stand in for it, while an element with the id `browser`
 * would answer to that name.
 */
declare const chrome: { readonly runtime: PageRuntime };

watchPage(window, chrome.runtime, () => sharedWorld.billbeeReadPage);
rememberContextTarget();
