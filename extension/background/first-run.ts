import { webExtension } from '../browser/web-extension.js';

/** Opens the page of one screen that says what the extension does, once, after it was installed. */
export function openFirstRunPage(): void {
  webExtension.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    void webExtension.tabs.create({ url: webExtension.runtime.getURL('welcome/index.html') });
  });
}
