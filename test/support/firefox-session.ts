import { randomUUID } from 'node:crypto';
import type { BrowserSession, SessionOptions } from './browser-session.js';
import { firstRunPage } from './built-extension.js';
import { firefoxChrome } from './firefox-chrome.js';
import { newFirefoxPage, oneAfterTheOther } from './firefox-page.js';
import { firefoxPreferences, geckoId } from './firefox-preferences.js';
import { startFirefox } from './firefox-process.js';
import { Marionette } from './marionette.js';
import { until } from './until.js';

/** Starts a headless Firefox with a new profile and installs the unpacked extension for the session. */
export async function openFirefox(options: SessionOptions): Promise<BrowserSession> {
  const extensionHost = randomUUID();
  const firefox = await startFirefox(
    options.executable,
    firefoxPreferences(options, extensionHost),
    options.viewport ?? { width: 1000, height: 700 },
  );
  const marionette = await Marionette.connect(firefox.port);
  const close = async () => {
    await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
    marionette.close();
    await firefox.stop();
  };
  try {
    const { capabilities } = await marionette.send<{ capabilities: { browserVersion: string } }>(
      'WebDriver:NewSession',
      { acceptInsecureCerts: true },
    );
    if (options.extension) {
      await marionette.send('Addon:Install', { path: options.extension, temporary: true });
      const welcome = firstRunPage(options.extension);
      if (welcome) await until('the first-run page', () => closed(marionette, welcome));
    }
    const inTurn = oneAfterTheOther();
    const chrome = firefoxChrome(marionette, inTurn, geckoId(options.extension));
    return {
      name: 'firefox',
      version: capabilities.browserVersion,
      extensionUrl: (path) => `moz-extension://${extensionHost}/${path}`,
      newPage: (type = 'tab') => newFirefoxPage(marionette, inTurn, type),
      async updateExtension() {
        await marionette.send('Addon:Install', { path: options.extension, temporary: true });
      },
      async clickIcon(page) {
        await page.bringToFront();
        return await chrome.openPopup();
      },
      sideViewIsOpen: chrome.sideViewIsOpen,
      chrome,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Closes the tab whose address ends so, that it does not come between tests and their tabs; false while there is none. */
async function closed(marionette: Marionette, address: string): Promise<boolean> {
  const handles = await marionette.send<string[]>('WebDriver:GetWindowHandles');
  for (const handle of handles) {
    await marionette.send('WebDriver:SwitchToWindow', { handle, focus: false });
    const { value } = await marionette.send<{ value: string }>('WebDriver:GetCurrentURL');
    if (!value.endsWith(address)) continue;
    await marionette.send('WebDriver:CloseWindow');
    const [first] = await marionette.send<string[]>('WebDriver:GetWindowHandles');
    await marionette.send('WebDriver:SwitchToWindow', { handle: first, focus: false });
    return true;
  }
  return false;
}
