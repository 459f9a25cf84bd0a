import type { BrowserPage } from './browser-page.js';
import type { Marionette } from './marionette.js';

/** W3C WebDriver: code points of keys that type no character. */
const keys: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Alt: '\uE00A',
  Control: '\uE009',
  Escape: '\uE00C',
  Space: ' ',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** Runs work after the work before it has ended. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** A queue for one Firefox: its commands work on one current tab, so every page first switches to its own. */
export function oneAfterTheOther(): InTurn {
  let turn: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = turn.then(work, work);
    turn = result.catch(() => undefined);
    return result;
  };
}

/** Opens a tab or a window in front. */
export async function newFirefoxPage(
  marionette: Marionette,
  inTurn: InTurn,
  type: 'tab' | 'window',
): Promise<BrowserPage> {
  const { handle } = await inTurn(async () => {
    // The tab of the last command may be closed by now, and every command needs one.
    const [first] = await marionette.send<string[]>('WebDriver:GetWindowHandles');
    await marionette.send('WebDriver:SwitchToWindow', { handle: first, focus: false });
    return await marionette.send<{ handle: string }>('WebDriver:NewWindow', { type, focus: true });
  });
  const here = <Result>(work: () => Promise<Result>, focus = false): Promise<Result> =>
    inTurn(async () => {
      await marionette.send('WebDriver:SwitchToWindow', { handle, focus });
      return await work();
    });
  const act = (actions: readonly object[]) =>
    here(
      () => marionette.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keys', actions }] }),
      true,
    ).then(() => undefined);
  const key = (name: string) => keys[name] ?? name;
  const elements = async (selector: string): Promise<string[]> => {
    const found = await marionette.send<Record<string, string>[]>('WebDriver:FindElements', {
      using: 'css selector',
      value: selector,
    });
    return found.map((element) => element[elementKey] ?? '');
  };

  return {
    goto: (url) => here(() => marionette.send('WebDriver:Navigate', { url })).then(() => undefined),
    evaluate: (expression) =>
      here(async () => {
        const { value } = await marionette.send<{ value: string | undefined }>(
          'WebDriver:ExecuteAsyncScript',
          {
            // Written into the script, because `eval` is forbidden in extension pages.
            script: `(async () => (${expression}\n))().then(
              (value) => arguments[0](JSON.stringify({ value })),
              (error) => arguments[0](JSON.stringify({ error: String(error) })),
            );`,
            args: [],
          },
        );
        const answer = JSON.parse(value ?? '{}');
        if ('error' in answer) throw new Error(answer.error);
        return answer.value;
      }),
    click: (selector, index = 0) =>
      here(async () => {
        const element = (await elements(selector))[index];
        if (element === undefined) throw new Error(`No element ${selector} at ${index}`);
        await marionette.send('WebDriver:ElementClick', { id: element });
      }, true),
    rightClick: (selector, index = 0) =>
      here(async () => {
        const element = (await elements(selector))[index];
        const button = { button: 2 };
        const actions = [
          { type: 'pointerMove', x: 0, y: 0, origin: { [elementKey]: element } },
          { type: 'pointerDown', ...button },
          { type: 'pointerUp', ...button },
        ];
        await marionette.send('WebDriver:PerformActions', {
          actions: [{ type: 'pointer', id: 'mouse', actions }],
        });
      }, true),
    accessibleNames: (selector) =>
      here(async () => {
        const names: string[] = [];
        for (const id of await elements(selector)) {
          const { value } = await marionette.send<{ value: string }>('WebDriver:GetComputedLabel', { id });
          names.push(value);
        }
        return names;
      }),
    closedContent: (selector) =>
      here(async () => {
        const [id] = await elements(selector);
        if (id === undefined) throw new Error(`No element ${selector}`);
        const { value: root } = await marionette.send<{ value: unknown }>('WebDriver:GetShadowRoot', { id });
        const { value } = await marionette.send<{ value: string }>('WebDriver:ExecuteScript', {
          script: 'return arguments[0].innerHTML;',
          args: [root],
        });
        return value;
      }),
    press: (name, ...modifiers) =>
      act([
        ...modifiers.map((held) => ({ type: 'keyDown', value: key(held) })),
        { type: 'keyDown', value: key(name) },
        { type: 'keyUp', value: key(name) },
        ...modifiers.map((held) => ({ type: 'keyUp', value: key(held) })),
      ]),
    type: (text) =>
      act(
        [...text].flatMap((letter) => [
          { type: 'keyDown', value: letter },
          { type: 'keyUp', value: letter },
        ]),
      ),
    bringToFront: () => here(() => Promise.resolve(), true),
    screenshot: () =>
      here(async () => {
        const { value } = await marionette.send<{ value: string }>('WebDriver:TakeScreenshot', {
          full: false,
        });
        return Buffer.from(value, 'base64');
      }),
    close: () => here(() => marionette.send('WebDriver:CloseWindow')).then(() => undefined),
  };
}
