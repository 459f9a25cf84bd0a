import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { findBrowsers } from '../../scripts/browsers.js';
import type { BrowserPage } from './browser-page.js';
import type { BrowserSession } from './browser-session.js';
import { openChromium } from './chromium-session.js';
import { openFirefox } from './firefox-session.js';
import { startGateway } from './gateway.js';

const workspace = fileURLToPath(new URL('../..', import.meta.url));

/** A browser without the extension on an empty page that holds one script of ours. */
export interface ScriptedBrowser {
  readonly session: BrowserSession;
  readonly page: BrowserPage;
  /** Asks the script's global `askCorpus`. */
  ask<Answer>(name: string, ...parameters: readonly number[]): Promise<Answer>;
  close(): Promise<void>;
}

/**
 * Opens a page that runs a TypeScript file of the repository, bundled into one script.
 *
 * @param entry - path from the repository's root, e.g. `test/corpus/in-page.ts`
 */
export async function openScripted(name: BrowserSession['name'], entry: string): Promise<ScriptedBrowser> {
  const script = await bundle(entry);
  const gateway = await startGateway({
    'corpus.example.com': (request, response) => {
      if (request.url === '/script.js') {
        response.setHeader('content-type', 'text/javascript; charset=utf-8').end(script);
      } else {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end('<!doctype html><title>Corpus</title><body></body><script src="/script.js"></script>');
      }
    },
  });
  const session = await (name === 'chromium' ? openChromium : openFirefox)({
    executable: (await findBrowsers())[name],
    proxy: gateway.proxy,
  });
  const page = await session.newPage();
  await page.goto('https://corpus.example.com/');
  return {
    session,
    page,
    ask: (...question) => page.evaluate(asking(question)),
    async close() {
      await session.close();
      await gateway.close();
    },
  };
}

/** Firefox evaluates beside the page's own world. */
const asking = (question: readonly unknown[]): string => `(async () => {
  const world = window.wrappedJSObject ?? window;
  return JSON.parse(await world.askCorpus(${JSON.stringify(question).slice(1, -1)}));
})()`;

/** One script of a file of the repository and all it imports. */
export async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    root: workspace,
    resolve: {
      alias: [
        {
          find: /^importer-core\/statuses$/,
          replacement: `${workspace}/packages/importer-core/src/statuses/index.ts`,
        },
      ],
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: `${workspace}/${entry}`, formats: ['iife'], name: 'bundled' },
    },
  });
  const [chunk] = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  if (chunk?.type !== 'chunk') throw new Error(`${entry} made no script`);
  return chunk.code;
}
