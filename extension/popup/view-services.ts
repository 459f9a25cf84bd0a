import type { BrowserPort } from '../browser/browser-port.js';
import type { SaveFile } from '../export/save-file.js';
import type { Translate } from '../i18n/translate.js';
import type { SectionName } from './sections/sections.js';
import type { After } from './tab-reading.js';
import type { Visibility } from './visibility.js';

/** Puts text on the clipboard: resolves only when it is there, throws otherwise. There is no half success. */
export type WriteClipboard = (text: string) => Promise<void>;

/** The clipboard of the document, which needs https or an extension page, focus and a recent click. */
export const writeToClipboard: WriteClipboard = (text) => navigator.clipboard.writeText(text);

/** Everything the view needs from outside, so that it can be mounted in any page of the extension. */
export interface ViewServices {
  readonly browser: BrowserPort;
  readonly writeClipboard: WriteClipboard;
  readonly saveFile: SaveFile;
  readonly after: After;
  readonly visibility: Visibility;
  readonly t: Translate;
  /** The tab to read; undefined when there is none. */
  readonly tabId: number | undefined;
  /** `popup` closes when it loses focus, so it offers a window of its own; `panel` stands at the side of its window. */
  readonly surface: 'popup' | 'window' | 'panel';
  /** The section to show first. */
  readonly section?: SectionName | undefined;
  /** Opens the view in a window of its own, with a section in front. */
  readonly openWindow?: (section?: SectionName) => Promise<void>;
}
