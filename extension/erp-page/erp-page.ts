import { contextTarget, rememberContextTarget } from '../billbee-page/context-target.js';
import { translator } from '../i18n/translate.js';
import type { InsertResult } from '../insert/insert-messages.js';
import { insertMessage } from '../insert/insert-messages.js';
import { type FormFiller, formFiller } from './fill-form.js';
import { type FrameFocus, focusOf, type Insertion, insertText, type MenuTarget } from './insert-text.js';
import { showNotice } from './notice.js';

/** What the extension can do in a frame of any page it was called to. */
export interface ErpPage extends FormFiller {
  focus(): FrameFocus;
  insert(text: string, menu: MenuTarget | null): Promise<Insertion>;
  /** Shows and reads out what came of inserting a text; none: that there is nothing to insert yet. */
  tell(text: string | undefined, result: InsertResult | undefined): true;
}

/** The one part of the extension API that is needed here. */
declare const chrome: {
  readonly i18n: { getMessage(key: string, substitutions?: readonly string[]): string };
};

const t = translator({ message: (key, substitutions) => chrome.i18n.getMessage(key, substitutions) });

/** The extension's scripts in one frame share a world of their own, which the page does not see. */
const world = globalThis as { billbeeErpPage?: ErpPage };

/** Injected once into each frame that is asked. From then on it sees where the context menu is opened. */
if (!world.billbeeErpPage) {
  rememberContextTarget();
  world.billbeeErpPage = {
    ...formFiller(document),
    focus: () => focusOf(document),
    insert: (text, menu) => insertText(document, text, menu, contextTarget()),
    tell(text, result) {
      const message = text && result ? insertMessage(result, text, t) : t('insertNothing');
      showNotice(message, t('language'));
      return true;
    },
  };
}
