import type { CrxPlugin } from '@crxjs/vite-plugin';
import { build, type UserConfig } from 'vite';
import type { Target } from './manifest-for.js';

const background = 'background/index.ts';

/**
 * Scripts that are one file each, with everything they need and nothing else: the background script, which the browser
 * starts again for every event, and those that are put into pages when they are wanted, as `scripting` runs them by
 * their file name. The latter are not in the manifest's content scripts, so they weigh on no page that does not need
 * them.
 */
const plainScripts = [
  background,
  'billbee-page/badges/badges.ts',
  'billbee-page/reader.ts',
  'billbee-page/pick.ts',
  'billbee-page/guide.ts',
  'billbee-page/copy-here.ts',
  'erp-page/erp-page.ts',
];

const built = (file: string): string => file.replace(/\.ts$/, '.js');

/**
 * Builds each of these scripts into one plain script beside the extension's other files (`x/y.ts` becomes `x/y.js`), and
 * names the background's in the manifest, in the browser's words. The bundler would share the background's modules with
 * the popup and have it load five files, each with parts that only the popup needs.
 *
 * @param settings - of the main build: its `root` folder, its `resolve`, and the oldest browser as `target`
 * @param browser - the one the manifest is for
 */
export function addPlainScripts(
  settings: Pick<UserConfig, 'resolve'> & { readonly root: string; readonly target: string },
  browser: Target,
): CrxPlugin {
  return {
    name: 'plain-scripts',
    apply: 'build',
    // After the bundler, which would put a loader before a background script it knows of.
    enforce: 'post',
    async generateBundle() {
      for (const file of plainScripts) {
        const result = await build({
          configFile: false,
          logLevel: 'warn',
          resolve: settings.resolve ?? {},
          build: {
            write: false,
            target: settings.target,
            // These go into pages: Vite's own minifier leaves them 3 % larger.
            minify: 'terser',
            terserOptions: {
              ecma: 2020,
              // Vite asks for a workaround of a browser that runs no extension.
              safari10: false,
              compress: { passes: 6, unsafe_arrows: true },
            },
            lib: {
              entry: `${settings.root}/${file}`,
              formats: ['iife'],
              name: 'script',
            },
          },
        });
        const outputs = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
        const [chunk] = outputs;
        if (outputs.length !== 1 || chunk?.type !== 'chunk') {
          throw new Error(`${file} must become one script, not ${outputs.length} files.`);
        }
        this.emitFile({ type: 'asset', fileName: built(file), source: chunk.code });
      }
    },
    renderCrxManifest(manifest) {
      const script = built(background);
      const named = browser === 'chrome' ? { service_worker: script } : { scripts: [script] };
      return { ...manifest, background: named } as typeof manifest;
    },
  };
}
