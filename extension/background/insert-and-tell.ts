import { pages } from '../browser/pages.js';
import { webExtension } from '../browser/web-extension.js';
import type { InsertWorld } from '../insert/in-page.js';
import { insertIds, insertScript } from '../insert/insert-ids.js';
import { insertMessage } from '../insert/insert-messages.js';
import { t } from './texts.js';

/**
 * Inserts a text into the focused field of a tab and says there what came of it; on a page that lets no extension
 * in, on the toolbar icon.
 *
 * @param text - undefined when there is nothing to insert yet
 * @param frameId - the frame, when it is known
 */
export async function insertAndTell(
  text: string | undefined,
  tabId: number,
  frameId?: number,
): Promise<void> {
  const message = text
    ? insertMessage(await insertIds(pages, text, tabId, frameId), text, t)
    : t('insertNothing');
  try {
    await pages.runFile({ tabId, frameId: 0 }, insertScript);
    await pages.run(
      { tabId, frameId: 0 },
      (text: string, language: string) =>
        (globalThis as InsertWorld).billbeeInsert?.showNotice(text, language),
      message,
      t('language'),
    );
  } catch {
    await webExtension.action.setBadgeText({ tabId, text: '!' });
    await webExtension.action.setTitle({ tabId, title: message });
  }
}
