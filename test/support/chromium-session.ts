import puppeteer, { type KeyInput, type Page } from 'puppeteer-core';
import type { BrowserPage } from './browser-page.js';
import type { BrowserSession, SessionOptions } from './browser-session.js';
import { firstRunPage } from './built-extension.js';

/**
 * Starts a headless Chromium with a new profile and loads the unpacked extension.
 *
 * The extension is loaded through the debugging pipe and not by `--load-extension`, which branded Chrome ignores
 * since version 137.
 */
export async function openChromium(options: SessionOptions): Promise<BrowserSession> {
  const { width, height, scale = 1 } = options.viewport ?? { width: 1000, height: 700 };
  const browser = await puppeteer.launch({
    executablePath: options.executable,
    headless: true,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    // Puppeteer keeps tabs in the background at full speed; a person's browser slows them down.
    ignoreDefaultArgs: [
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
    ],
    defaultViewport: { width, height, deviceScaleFactor: scale },
    env: { ...process.env, ...(options.language ? { LANGUAGE: options.language } : {}) },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-sync',
      '--disable-component-update',
      '--disable-background-networking',
      '--disable-features=NetworkTimeServiceQuerying,AutofillServerCommunication',
      '--gaia-url=https://127.0.0.1:1',
      '--no-pings',
      '--ignore-certificate-errors',
      `--proxy-server=${options.proxy}`,
      // Without it loopback addresses would go around the proxy, and so around the log.
      '--proxy-bypass-list=<-loopback>',
      ...(options.language ? [`--lang=${options.language}`] : []),
    ],
  });
  try {
    const id = options.extension ? await browser.installExtension(options.extension) : '';
    const welcome = firstRunPage(options.extension);
    // Closed, so that it does not come between tests and their tabs.
    if (welcome)
      await (await (await browser.waitForTarget((each) => each.url().endsWith(welcome))).asPage()).close();
    const pages = new WeakMap<BrowserPage, Page>();
    return {
      name: 'chromium',
      version: await browser.version(),
      extensionUrl: (path) => `chrome-extension://${id}/${path}`,
      async newPage(type = 'tab') {
        const page = await browser.newPage({ type });
        const wrapped = await chromiumPage(page, options);
        pages.set(wrapped, page);
        return wrapped;
      },
      sideViewIsOpen: async () => browser.targets().some((each) => each.url().endsWith('/panel/index.html')),
      async updateExtension() {
        if (options.extension) await browser.installExtension(options.extension);
      },
      async clickIcon(wrapped) {
        const page = pages.get(wrapped);
        const extension = (await browser.extensions()).get(id);
        if (!page || !extension) throw new Error('No extension, or a page of another session.');
        await page.bringToFront();
        const before = new Set(browser.targets());
        await extension.triggerAction(page);
        const target = await browser.waitForTarget((each) => each.url().includes(id) && !before.has(each));
        const popup = await target.asPage();
        return {
          evaluate: (expression) => popup.evaluate(expression) as Promise<never>,
          async click(selector, index = 0) {
            const element = (await popup.$$(selector))[index];
            if (!element) throw new Error(`No element ${selector} at ${index}`);
            await element.click();
          },
        };
      },
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function chromiumPage(page: Page, options: SessionOptions): Promise<BrowserPage> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: options.colorScheme ?? 'light' }]);
  const front = () => page.bringToFront();
  return {
    goto: async (url) => {
      await page.goto(url, { waitUntil: 'load' });
    },
    evaluate: (expression) => page.evaluate(expression) as Promise<never>,
    click: async (selector, index = 0) => {
      await front();
      const element = (await page.$$(selector))[index];
      if (!element) throw new Error(`No element ${selector} at ${index}`);
      await element.click();
    },
    rightClick: async (selector, index = 0) => {
      await front();
      const element = (await page.$$(selector))[index];
      if (!element) throw new Error(`No element ${selector} at ${index}`);
      await element.click({ button: 'right' });
    },
    accessibleNames: async (selector) => {
      const devtools = await page.createCDPSession();
      const { nodes } = await devtools.send('Accessibility.getFullAXTree');
      await devtools.detach();
      const names = new Map(nodes.map((node) => [node.backendDOMNodeId, node.name?.value]));
      const elements = await page.$$(selector);
      return await Promise.all(
        elements.map(async (element) => String(names.get(await element.backendNodeId()) ?? '')),
      );
    },
    closedContent: async (selector) => {
      const element = await page.$(selector);
      if (!element) throw new Error(`No element ${selector}`);
      const backendNodeId = await element.backendNodeId();
      const devtools = await page.createCDPSession();
      const { node } = await devtools.send('DOM.describeNode', { backendNodeId, pierce: true });
      const root = node.shadowRoots?.[0];
      if (!root) throw new Error(`No shadow root in ${selector}`);
      const { outerHTML } = await devtools.send('DOM.getOuterHTML', { backendNodeId: root.backendNodeId });
      await devtools.detach();
      return outerHTML;
    },
    press: async (key, ...modifiers) => {
      await front();
      for (const held of modifiers) await page.keyboard.down(held as KeyInput);
      await page.keyboard.press(key as KeyInput);
      for (const held of modifiers) await page.keyboard.up(held as KeyInput);
    },
    type: async (text) => {
      await front();
      await page.keyboard.type(text);
    },
    bringToFront: front,
    screenshot: async () => Buffer.from(await page.screenshot()),
    close: () => page.close(),
  };
}
