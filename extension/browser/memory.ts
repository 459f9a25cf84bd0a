import type { MemoryPort } from './browser-port.js';
import { webExtension } from './web-extension.js';

/** {@link MemoryPort} in `storage.local`: on this device, never synchronised. */
export const localMemory: MemoryPort = {
  async get(key) {
    return (await webExtension.storage.local.get(key))[key];
  },
  set: (key, value) => webExtension.storage.local.set({ [key]: value }),
  onChange(keys, listener) {
    const changed = (changes: object, area: string): void => {
      if (area === 'local' && keys.some((key) => Object.hasOwn(changes, key))) listener();
    };
    webExtension.storage.onChanged.addListener(changed);
    return () => webExtension.storage.onChanged.removeListener(changed);
  },
};
