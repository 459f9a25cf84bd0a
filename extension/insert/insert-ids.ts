import type { PageRunner } from '../browser/browser-port.js';
import type { MenuTarget } from '../erp-page/insert-text.js';
import { askErpPage } from './ask-erp-page.js';
import { chooseFrame } from './choose-frame.js';
import type { InsertResult } from './insert-messages.js';

/** Where a context menu was opened. */
export interface MenuPlace extends MenuTarget {
  readonly frameId: number;
}

/**
 * Inserts a text into a field of a tab: the one a context menu was opened over, else the one with the focus, in
 * whichever frame it is.
 *
 * @param menu - where the context menu was opened, if that is how the person asked
 * @example await insertIds(runner, '3,16', 12); // { outcome: 'inserted', holds: '3,16' }
 */
export async function insertIds(
  runner: PageRunner,
  text: string,
  tabId: number,
  menu?: MenuPlace,
): Promise<InsertResult> {
  let frame = menu?.frameId;
  try {
    if (frame === undefined) {
      const chosen = chooseFrame(await askErpPage(runner, { tabId }, 'focus'));
      if (typeof chosen === 'string') return { outcome: chosen };
      frame = chosen;
    }
    const target = menu ? { target: menu.target } : null;
    const [done] = await askErpPage(runner, { tabId, frameId: frame }, 'insert', text, target);
    return done?.result ?? { outcome: 'forbidden' };
  } catch {
    return { outcome: frame && (await lets(runner, tabId)) ? 'foreign-frame' : 'forbidden' };
  }
}

/** Whether the browser lets the extension into the page around a frame. */
const lets = (runner: PageRunner, tabId: number): Promise<boolean> =>
  askErpPage(runner, { tabId, frameId: 0 }, 'focus').then(
    () => true,
    () => false,
  );
