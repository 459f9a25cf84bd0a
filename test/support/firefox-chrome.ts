import type { ToolbarPopup } from './browser-page.js';
import type { InTurn } from './firefox-page.js';
import type { Marionette } from './marionette.js';
import { until } from './until.js';

const popupBrowser =
  "Services.wm.getMostRecentWindow('navigator:browser').document.querySelector('.webextension-popup-browser')";

/** Firefox's own window: toolbar, popups, menus, shortcuts. Marionette reaches them in its `chrome` context. */
export interface FirefoxChrome {
  /** Clicks the extension's button in the toolbar with the pointer and returns the popup it opens. */
  openPopup(): Promise<ToolbarPopup>;
  /** Whether the sidebar shows a view of the extension. */
  sideViewIsOpen(): Promise<boolean>;
  /** Does what pressing a shortcut of the extension does; headless Firefox takes no keys for its own window. */
  pressShortcut(keys: string): Promise<void>;
  /** Sets a text preference of the browser, as a policy does, or takes it back. */
  setPreference(name: string, value: string | undefined): Promise<void>;
  /** Opens the context menu over an element of the page in front and chooses an entry by its labels. */
  chooseFromMenu(selector: string, ...labels: readonly string[]): Promise<void>;
}

/** @param extensionId - of the manifest, e.g. `status-ids@example.com` */
export function firefoxChrome(marionette: Marionette, inTurn: InTurn, extensionId: string): FirefoxChrome {
  const widget = `${extensionId.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-browser-action`;

  const inChrome = <Result>(work: () => Promise<Result>): Promise<Result> =>
    inTurn(async () => {
      await marionette.send('Marionette:SetContext', { value: 'chrome' });
      try {
        return await work();
      } finally {
        await marionette.send('Marionette:SetContext', { value: 'content' });
      }
    });

  /** Runs statements in Firefox's own window; `done(value)` ends them. */
  const run = async <Value>(statements: string, ...args: unknown[]): Promise<Value> => {
    const script = `const done = arguments[arguments.length - 1];
      const window = Services.wm.getMostRecentWindow('navigator:browser');
      try { ${statements} } catch (error) { done({ error: String(error) }); }`;
    const { value } = await marionette.send<{ value: { value?: Value; error?: string } }>(
      'WebDriver:ExecuteAsyncScript',
      { script, args },
    );
    if (value?.error) throw new Error(value.error);
    return value?.value as Value;
  };

  const click = async (x: number, y: number): Promise<void> => {
    const actions = [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0, origin: 'viewport' },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    const pointer = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
    await marionette.send('WebDriver:PerformActions', { actions: [pointer] });
  };

  /** In the popup's own world, past its content security policy, which forbids `eval`. */
  const evaluate = <Value>(expression: string): Promise<Value> =>
    run(
      `const browser = ${popupBrowser};
      if (!browser) throw new Error('no popup');
      const told = ({ data }) => { browser.messageManager.removeMessageListener('told', told); done(data); };
      browser.messageManager.addMessageListener('told', told);
      // A popup that is just opening moves from one frame to another, and what it was asked is lost.
      window.setTimeout(() => done({ error: 'no answer' }), 2000);
      const inside = ${JSON.stringify(`(async () => {
        try {
          const world = new Components.utils.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
          const value = await Components.utils.evalInSandbox(EXPRESSION, world);
          sendAsyncMessage('told', { value: JSON.parse(JSON.stringify(value ?? null)) });
        } catch (error) {
          sendAsyncMessage('told', { error: String(error) });
        }
      })()`)}.replace('EXPRESSION', () => JSON.stringify(arguments[0]));
      browser.messageManager.loadFrameScript('data:,' + encodeURIComponent(inside), false);`,
      expression,
    );

  const popup: ToolbarPopup = {
    evaluate: (expression) => inChrome(() => evaluate(expression)),
    async click(selector, index = 0) {
      let last = '';
      let looks = 0;
      // A popup grows step by step while its content comes: it is at rest when a place stays the same for some looks.
      const [x = 0, y = 0] = await until(`${selector} at rest`, async () => {
        const place = await inChrome(() => placeOf(selector, index));
        looks = String(place) === last ? looks + 1 : 0;
        last = String(place);
        return looks >= 4 ? place : undefined;
      });
      await inChrome(() => click(x, y));
    },
  };

  const placeOf = async (selector: string, index: number): Promise<number[]> => {
    const inside = await evaluate<number[] | null>(`(() => {
      const element = document.querySelectorAll(${JSON.stringify(selector)})[${index}];
      element?.scrollIntoView({ block: 'nearest' });
      const box = element?.getBoundingClientRect();
      return box && [box.x + box.width / 2, box.y + box.height / 2];
    })()`);
    if (!inside) throw new Error(`No element ${selector} at ${index}`);
    const frame = await run<number[]>(
      `const box = ${popupBrowser}.getBoundingClientRect(); done({ value: [box.x, box.y] });`,
    );
    return inside.map((value, axis) => value + (frame[axis] ?? 0));
  };

  return {
    async openPopup() {
      // As any click elsewhere does; changing tabs by command leaves a popup open.
      await until('no popup', () =>
        inChrome(() =>
          run(
            `for (const panel of window.document.querySelectorAll('panel')) panel.hidePopup?.();
            done({ value: ${popupBrowser} === null });`,
          ),
        ),
      );
      const [x = 0, y = 0] = await inChrome(() =>
        run<number[]>(
          `window.CustomizableUI.addWidgetToArea(arguments[0], 'nav-bar');
          const box = window.document.getElementById(arguments[0]).getBoundingClientRect();
          done({ value: [box.x + box.width / 2, box.y + box.height / 2] });`,
          widget,
        ),
      );
      await inChrome(() => click(x, y));
      await until('the popup', () => popup.evaluate('document.querySelector("[data-source]") !== null'));
      return popup;
    },
    sideViewIsOpen: () =>
      inChrome(() =>
        run(
          `const { SidebarController: sidebar } = window;
          done({ value: sidebar.isOpen && sidebar.currentID.startsWith(arguments[0]) });`,
          widget.replace('browser-action', 'sidebar-action'),
        ),
      ),
    pressShortcut: (keys) =>
      inChrome(() =>
        run(
          `const [letter, ...modifiers] = arguments[0].split('+').reverse();
          const wanted = modifiers.reverse().join(',').toLowerCase();
          const key = [...window.document.querySelectorAll('keyset[id^="ext-keyset"] key')].find((each) =>
            each.getAttribute('key') === letter && each.getAttribute('modifiers') === wanted);
          if (!key) throw new Error('no shortcut ' + arguments[0]);
          key.doCommand();
          done({});`,
          keys,
        ),
      ),
    setPreference: (name, value) =>
      inChrome(() =>
        run(
          `if (arguments[1] === null) Services.prefs.clearUserPref(arguments[0]);
          else Services.prefs.setStringPref(arguments[0], arguments[1]);
          done({});`,
          name,
          value ?? null,
        ),
      ),
    chooseFromMenu: (selector, ...labels) =>
      inTurn(async () => {
        const found = await marionette.send<{ value: Record<string, string> }>('WebDriver:FindElement', {
          using: 'css selector',
          value: selector,
        });
        const pointer = {
          type: 'pointer',
          id: 'mouse',
          parameters: { pointerType: 'mouse' },
          actions: [
            { type: 'pointerMove', x: 0, y: 0, duration: 0, origin: found.value },
            { type: 'pointerDown', button: 2 },
            { type: 'pointerUp', button: 2 },
          ],
        };
        await marionette.send('WebDriver:PerformActions', { actions: [pointer] });
        await marionette.send('Marionette:SetContext', { value: 'chrome' });
        try {
          await run(
            `(async () => {
              let menu = window.document.getElementById('contentAreaContextMenu');
              const shown = async (popup) => {
                for (let turn = 0; turn < 100 && popup.state !== 'open'; turn += 1)
                  await new Promise((next) => window.setTimeout(next, 50));
              };
              await shown(menu);
              const root = menu;
              for (const label of arguments[0]) {
                const item = [...menu.querySelectorAll(':scope > menu, :scope > menuitem')].find((each) =>
                  each.getAttribute('label') === label);
                if (!item) throw new Error('no ' + label + ' among ' +
                  [...menu.children].map((each) => each.getAttribute('label')).filter(Boolean).join(', '));
                if (item.localName === 'menu') {
                  item.openMenu(true);
                  menu = item.menupopup;
                  await shown(menu);
                } else item.doCommand();
              }
              root.hidePopup();
              done({});
            })().catch((error) => done({ error: String(error) }));`,
            labels,
          );
        } finally {
          await marionette.send('Marionette:SetContext', { value: 'content' });
        }
      }),
  };
}
