import { randomUUID } from 'node:crypto';
import type { BrowserSession, SessionOptions } from './browser-session.js';
import { newFirefoxPage, oneAfterTheOther } from './firefox-page.js';
import { firefoxPreferences } from './firefox-preferences.js';
import { startFirefox } from './firefox-process.js';
import { Marionette } from './marionette.js';

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
    }
    const inTurn = oneAfterTheOther();
    return {
      name: 'firefox',
      version: capabilities.browserVersion,
      extensionUrl: (path) => `moz-extension://${extensionHost}/${path}`,
      newPage: (type = 'tab') => newFirefoxPage(marionette, inTurn, type),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
