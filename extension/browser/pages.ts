import type { PageRunner } from './browser-port.js';
import { webExtension } from './web-extension.js';

/**
 * {@link PageRunner} by `scripting`: runs in the extension's isolated world of a page, which only `activeTab` (a click on
 * the icon, the context menu or a shortcut) or Billbee's host permission allows.
 */
export const pages: PageRunner = {
  async run(target, run, ...args) {
    const results = await webExtension.scripting.executeScript({
      target: framesOf(target),
      func: run as unknown as () => void,
      args: [...args],
    });
    return results.map(({ frameId, result }) => ({ frameId, result: result as never }));
  },
  async runFile(target, file) {
    await webExtension.scripting.executeScript({ target: framesOf(target), files: [file] });
  },
};

const framesOf = ({ tabId, frameId }: Parameters<PageRunner['runFile']>[0]) =>
  frameId === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] };
