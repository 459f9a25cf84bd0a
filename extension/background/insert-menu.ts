import { billbeeHost } from '../browser/billbee-tab.js';
import { localMemory } from '../browser/memory.js';
import { webExtension } from '../browser/web-extension.js';
import { insertTextName } from '../insert/insert-messages.js';
import { textsToInsert } from '../insert/texts-to-insert.js';
import { fieldsKey } from '../memory/erp-fields.js';
import { copiedKey } from '../memory/last-copied.js';
import { insertAndTell } from './insert-and-tell.js';
import { t } from './texts.js';

const parent = 'insert';

/** The context menu of text fields, on every page: each text there is to insert, by its name. */
export function keepInsertMenu(): void {
  const { contextMenus, runtime } = webExtension;
  runtime.onInstalled.addListener(rebuild);
  runtime.onStartup.addListener(rebuild);
  localMemory.onChange([copiedKey, fieldsKey(billbeeHost)], rebuild);
  contextMenus.onClicked.addListener(async ({ menuItemId, frameId = 0, ...more }, tab) => {
    const [menu, from] = String(menuItemId).split(':');
    if (menu !== parent || from === undefined || tab?.id === undefined) return;
    const chosen = (await textsToInsert(localMemory)).find((text) => text.from === from);
    // Firefox tells the element, too.
    const { targetElementId: target } = more as { readonly targetElementId?: number };
    await insertAndTell(chosen?.text, tab.id, { frameId, target });
  });
}

let building: Promise<void> = Promise.resolve();

/** One after the other: two changes at once must not build the menu twice. */
function rebuild(): void {
  building = building.then(build).catch(() => undefined);
}

async function build(): Promise<void> {
  const { contextMenus } = webExtension;
  const texts = await textsToInsert(localMemory);
  // Rejects when there is none yet.
  await contextMenus.remove(parent).catch(() => undefined);
  contextMenus.create({ id: parent, title: t('insertMenu'), contexts: ['editable'] });
  for (const text of texts) {
    contextMenus.create({
      id: `${parent}:${text.from}`,
      parentId: parent,
      title: `${insertTextName(text, t)}: ${text.text}`.replaceAll('&', '&&'),
      contexts: ['editable'],
    });
  }
}
