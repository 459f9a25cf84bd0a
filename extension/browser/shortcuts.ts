import type { ShortcutsPort } from './browser-port.js';
import { webExtension } from './web-extension.js';

/** {@link ShortcutsPort} on the real browser: what people set in it, not what the manifest suggests. */
export const shortcuts: ShortcutsPort = {
  async list() {
    const commands = await webExtension.commands.getAll();
    return commands.map(({ name = '', description = '', shortcut = '' }) => ({
      name,
      description,
      keys: shortcut,
    }));
  },
  async change() {
    const { commands, tabs } = webExtension;
    // Firefox has a call for it, Chrome and Edge a page.
    if ('openShortcutSettings' in commands) await commands.openShortcutSettings();
    else await tabs.create({ url: 'chrome://extensions/shortcuts' });
  },
};
