import { orderOverviewUrl } from '../browser/billbee-tab.js';
import { pages } from '../browser/pages.js';
import { webExtension } from '../browser/web-extension.js';
import { copyHereScript } from '../messages.js';
import { t } from './texts.js';

const id = 'copy-status';
const billbee = `${new URL(orderOverviewUrl).origin}/*`;

/** The context menu of Billbee's pages: copies the id of the status under the pointer. */
export function keepCopyStatusMenu(): void {
  const { contextMenus, runtime } = webExtension;
  const create = async (): Promise<void> => {
    // Rejects when there is none yet.
    await contextMenus.remove(id).catch(() => undefined);
    contextMenus.create({
      id,
      title: t('copyStatusMenu'),
      contexts: ['page', 'frame', 'link', 'selection', 'image', 'editable'],
      documentUrlPatterns: [billbee],
    });
  };
  runtime.onInstalled.addListener(() => void create());
  runtime.onStartup.addListener(() => void create());
  contextMenus.onClicked.addListener(async ({ menuItemId, frameId = 0 }, tab) => {
    if (menuItemId !== id || tab?.id === undefined) return;
    // Rejects on a page that is just going.
    await pages.runFile({ tabId: tab.id, frameId }, copyHereScript).catch(() => undefined);
  });
}
