import { act } from 'preact/test-utils';
import { orderOverviewUrl } from '../browser/billbee-tab.js';
import { translator } from '../i18n/translate.js';
import { mountView } from '../popup/mount-view.js';
import type { After } from '../popup/tab-reading.js';
import type { ViewServices } from '../popup/view-services.js';
import { visibilityOf } from '../popup/visibility.js';
import { FakeBrowser } from './fake-browser.js';
import type { TestLanguage } from './messages-in.js';

/** Time that passes only when the test says so. */
export class HandClock {
  #now = 0;
  #waiting = new Set<{ at: number; run: () => void }>();

  readonly after: After = (milliseconds, run) => {
    const timer = { at: this.#now + milliseconds, run };
    this.#waiting.add(timer);
    return () => this.#waiting.delete(timer);
  };

  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const timer of [...this.#waiting].sort((a, b) => a.at - b.at)) {
      if (timer.at > this.#now || !this.#waiting.delete(timer)) continue;
      timer.run();
    }
  }
}

/** The mounted view with everything around it in memory, and what a person can do with it. */
export interface OpenView {
  readonly browser: FakeBrowser;
  readonly clock: HandClock;
  /** What arrived on the clipboard, in order. */
  readonly clipboard: string[];
  /** Files that were saved, by name. */
  readonly files: ReadonlyMap<string, string>;
  readonly root: HTMLElement;
  /** Does something and waits until the view has followed. */
  does(action: () => unknown): Promise<void>;
  click(selector: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Accessible names of the elements, by `aria-label` or text. */
  names(selector: string): string[];
}

export interface ViewOptions {
  readonly language?: TestLanguage;
  readonly url?: string;
  readonly surface?: ViewServices['surface'];
  readonly browser?: FakeBrowser;
  readonly writeClipboard?: ViewServices['writeClipboard'];
}

/** The tab that {@link openView} reads. */
export const viewedTab = 7;

/** Mounts the view into the test's document. */
export async function openView(options: ViewOptions = {}): Promise<OpenView> {
  const { language = 'de', url = orderOverviewUrl, surface = 'popup' } = options;
  const browser = options.browser ?? new FakeBrowser(language);
  const clock = new HandClock();
  const clipboard: string[] = [];
  const files = new Map<string, string>();
  browser.urls.set(viewedTab, url);
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  const does = async (action: () => unknown): Promise<void> => {
    await act(async () => {
      await action();
      await settle();
    });
    // Effects run when `act` ends; what they start needs a turn of its own.
    await act(settle);
  };
  const one = (selector: string): HTMLElement => {
    const found = document.body.querySelectorAll<HTMLElement>(selector);
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} elements match ${selector}`);
    return found[0];
  };
  document.body.replaceChildren();
  await does(() =>
    mountView(document, {
      browser,
      writeClipboard: options.writeClipboard ?? (async (text) => void clipboard.push(text)),
      saveFile: (name, _type, text) => void files.set(name, text),
      after: clock.after,
      visibility: visibilityOf(document),
      t: translator(browser.text),
      tabId: viewedTab,
      surface,
    }),
  );
  return {
    browser,
    clock,
    clipboard,
    files,
    root: document.body,
    does,
    click: (selector) => does(() => one(selector).click()),
    type: (text) =>
      does(() => {
        const field = one('input[type=search]') as HTMLInputElement;
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    names: (selector) =>
      [...document.body.querySelectorAll(selector)].map(
        (element) => element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '',
      ),
  };
}
