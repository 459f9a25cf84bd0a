import { localMemory } from '../browser/memory.js';
import { pages } from '../browser/pages.js';
import { webExtension } from '../browser/web-extension.js';
import { askErpPage } from '../insert/ask-erp-page.js';
import { insertIds, type MenuPlace } from '../insert/insert-ids.js';
import { textsToInsert } from '../insert/texts-to-insert.js';
import { t } from './texts.js';

/**
 * Inserts a text into a field of a tab and says there what came of it; on a page that lets no extension in, on the
 * toolbar icon.
 *
 * @param text - undefined when there is nothing to insert yet
 * @param menu - where the context menu was opened; none: the field with the focus
 */
export async function insertAndTell(
  text: string | undefined,
  tabId: number,
  menu?: MenuPlace,
): Promise<void> {
  const result = text ? await insertIds(pages, text, tabId, menu) : undefined;
  try {
    await askErpPage(pages, { tabId, frameId: 0 }, 'tell', text, result);
  } catch {
    await webExtension.action.setBadgeText({ tabId, text: '!' });
    const title = text ? t('insertForbidden', text) : t('insertNothing');
    await webExtension.action.setTitle({ tabId, title });
  }
}

/** The shortcut "insert": what was copied last, or the ids of "open" when nothing was copied yet. */
export function listenToInsertCommand(): void {
  webExtension.commands.onCommand.addListener(async (command, tab) => {
    if (command !== 'insert-ids' || tab?.id === undefined) return;
    const [first] = await textsToInsert(localMemory);
    await insertAndTell(first?.text, tab.id);
  });
}
