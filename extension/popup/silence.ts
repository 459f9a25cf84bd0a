import type { BrowserPort } from '../browser/browser-port.js';
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

/** Signs of an overview of orders, as frames report them. */
const overview = ['#gridBody', '#actionbuttons'];

/**
 * Finds out why a page is silent, from what its frames reported, what the browser knows of the tab, and by asking the
 * document itself for its type.
 */
export async function whySilent(
  { tabs, pages }: Pick<BrowserPort, 'tabs' | 'pages'>,
  tabId: number,
  frames: readonly FrameReport[],
): Promise<Silence> {
  if (frames.some(({ facts }) => facts.signs.some((sign) => overview.includes(sign)))) return 'closed-list';
  const tab = await tabs.state(tabId);
  if (tab?.isAsleep) return 'asleep';
  if (tab?.isLoading) return 'loading';
  if (frames.length > 0) return 'no-list';
  try {
    const [top] = await pages.run({ tabId, frameId: 0 }, () => document.contentType);
    return /html/.test(top?.result ?? 'html') ? 'no-answer' : 'document';
  } catch {
    return isDocument(tab?.url) ? 'document' : 'blocked';
  }
}

/** Firefox lets nobody into its viewers of documents; their address tells. */
function isDocument(url = ''): boolean {
  return /\.(?:pdf|json|xml|csv|txt|png|jpe?g|gif|svg|webp)$/i.test(new URL(url).pathname);
}
