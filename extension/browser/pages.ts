import type { PageRunner } from '../insert/insert-ids.js';
import { webExtension } from './web-extension.js';

/**
 * {@link PageRunner} by `scripting`: runs in the extension's isolated world of a page, which only `activeTab` (a click on
 * the icon, the context menu or a shortcut) or Billbee's host permission allows.
 */
export const pages: PageRunner = {
  async run({ tabId, frameId }, run, ...args) {
    const target = frameId === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] };
    const results = await webExtension.scripting.executeScript({
      target,
      func: run as unknown as () => void,
      args: [...args],
    });
    return results.map(({ frameId, result }) => ({ frameId, result: result as ReturnType<typeof run> }));
  },
  async runFile({ tabId, frameId = 0 }, file) {
    await webExtension.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [file] });
  },
};
