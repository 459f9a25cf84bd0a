import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserPage, BrowserSession, SessionOptions } from './browser-session.js';
import { firefoxPreferences } from './firefox-preferences.js';
import { Marionette } from './marionette.js';
import { until } from './until.js';

/** W3C WebDriver: code points of keys that type no character. */
const keys: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
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

/** Starts a headless Firefox with a new profile and installs the unpacked extension for the session. */
export async function openFirefox(options: SessionOptions): Promise<BrowserSession> {
  const profile = mkdtempSync(join(tmpdir(), 'billbee-firefox-'));
  const extensionHost = randomUUID();
  writeFileSync(join(profile, 'user.js'), firefoxPreferences(options, extensionHost));
  const { width, height } = options.viewport ?? { width: 1000, height: 700 };
  const browser = spawn(
    options.executable,
    ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', profile],
    {
      stdio: 'ignore',
      detached: true,
      env: {
        ...process.env,
        MOZ_HEADLESS_WIDTH: `${width}`,
        MOZ_HEADLESS_HEIGHT: `${height}`,
        // Release builds take another settings server than Mozilla's only with this.
        MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
      },
    },
  );
  const stop = () => stopFirefox(browser, profile);
  try {
    const port = await until('Firefox', () => portOf(profile, browser), 60_000);
    const marionette = await Marionette.connect(port);
    const started = await marionette.send<{ capabilities: { browserVersion: string } }>(
      'WebDriver:NewSession',
      { acceptInsecureCerts: true },
    );
    if (options.extension) {
      await marionette.send('Addon:Install', { path: options.extension, temporary: true });
    }
    return {
      name: 'firefox',
      version: started.capabilities.browserVersion,
      extensionUrl: (path) => `moz-extension://${extensionHost}/${path}`,
      newPage: () => newFirefoxPage(marionette),
      async close() {
        await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
        marionette.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function portOf(profile: string, browser: ChildProcess): number | undefined {
  if (browser.exitCode !== null) throw new Error(`Firefox ended at once with code ${browser.exitCode}`);
  try {
    return Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

async function stopFirefox(browser: ChildProcess, profile: string): Promise<void> {
  if (browser.exitCode === null && browser.signalCode === null) {
    await Promise.race([once(browser, 'exit'), delay(5000)]);
  }
  if (browser.pid) {
    try {
      // Negative: the whole group that this call started, content processes included.
      process.kill(-browser.pid, 'SIGKILL');
    } catch {
      // Nothing of the group is left, as it should be.
    }
  }
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Marionette works on one current tab, so every command first switches to its own; one after the other. */
let turn: Promise<unknown> = Promise.resolve();
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = turn.then(work, work);
  turn = result.catch(() => undefined);
  return result;
}

async function newFirefoxPage(marionette: Marionette): Promise<BrowserPage> {
  const { handle } = await inTurn(() =>
    marionette.send<{ handle: string }>('WebDriver:NewWindow', { type: 'tab', focus: true }),
  );
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
    accessibleNames: (selector) =>
      here(async () => {
        const names: string[] = [];
        for (const id of await elements(selector)) {
          const { value } = await marionette.send<{ value: string }>('WebDriver:GetComputedLabel', { id });
          names.push(value);
        }
        return names;
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
