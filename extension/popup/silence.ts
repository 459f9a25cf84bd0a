import type { BrowserPort, TabState } from '../browser/browser-port.js';
import type { FrameReport } from '../messages.js';

/**
 * Why a page of Billbee's gives no status:
 *
 * - `closed-list`: an overview of orders on which nobody has opened the list, `no-list`: any other page
 * - `loading`: not there yet
 * - `asleep`: the browser has put the tab to sleep to save memory
 * - `document`: a PDF, a picture or data, which no list can be in
 * - `blocked`: the browser lets no extension in, as a company's policy says
 * - `no-answer`: open since before the extension was installed or updated
 */
export type Silence = 'closed-list' | 'no-list' | 'loading' | 'asleep' | 'document' | 'blocked' | 'no-answer';

/** Sign of an overview of orders, as frames report it. */
const overview = '#gridBody';

/**
 * Finds out why a page is silent, from what its frames reported, what the browser knows of the tab, and by asking the
 * document itself for its type.
 */
export async function whySilent(
  { tabs }: Pick<BrowserPort, 'tabs'>,
  tabId: number,
  frames: readonly FrameReport[],
): Promise<Silence> {
  if (frames.some(({ facts }) => facts.signs.includes(overview))) return 'closed-list';
  const tab = await tabs.state(tabId);
  if (tab?.isAsleep) return 'asleep';
  // Chrome says of a PDF that it loads for ever: the document's own word comes first.
  const type = await tabs.contentType(tabId).catch(() => undefined);
  if (type === undefined) return tab && isViewer(tab) ? 'document' : tab?.isLoading ? 'loading' : 'blocked';
  if (!/html/.test(type)) return 'document';
  if (tab?.isLoading) return 'loading';
  return frames.length > 0 ? 'no-list' : 'no-answer';
}

/**
 * Firefox lets nobody into its viewers of PDF and JSON. They show in what it says of the tab: its own icon, and for
 * want of a title the address.
 */
function isViewer({ url = '', title, icon }: TabState): boolean {
  const { host, pathname, search } = new URL(url);
  return (
    icon.startsWith('chrome:') || title === host + pathname + search || /\.(?:pdf|json)$/i.test(pathname)
  );
}
