import type { BrowserPort } from '../browser-port.js';
import type { Translate } from '../i18n/translate.js';
import type { WriteClipboard } from './clipboard.js';
import type { After } from './tab-reading.js';

/** Everything the view needs from outside, so that it can be mounted in any page of the extension. */
export interface ViewServices {
  readonly browser: BrowserPort;
  readonly writeClipboard: WriteClipboard;
  readonly after: After;
  readonly t: Translate;
  /** The tab to read; undefined when there is none. */
  readonly tabId: number | undefined;
  /** `popup` closes when it loses focus, so it offers a window of its own. */
  readonly surface: 'popup' | 'window';
}
