import { build, type Plugin, type UserConfig } from 'vite';

/**
 * Scripts that are put into pages when they are wanted, as `scripting` runs them by their file name. Not in the
 * manifest's content scripts, so they weigh on no page that does not need them.
 */
const injectedScripts = [
  'billbee-page/badges/badges.ts',
  'billbee-page/reader.ts',
  'billbee-page/pick.ts',
  'billbee-page/copy-here.ts',
];

/**
 * Builds each of these scripts into one plain script beside the extension's other files: `x/y.ts` becomes
 * `x/y.js`.
 *
 * @param settings - of the main build: its `root` folder, its `resolve`, and the oldest browser as `target`
 */
export function injectScripts(
  settings: Pick<UserConfig, 'resolve'> & { readonly root: string; readonly target: string },
): Plugin {
  return {
    name: 'injected-scripts',
    apply: 'build',
    async generateBundle() {
      for (const file of injectedScripts) {
        const result = await build({
          configFile: false,
          logLevel: 'warn',
          resolve: settings.resolve ?? {},
          build: {
            write: false,
            target: settings.target,
            lib: {
              entry: `${settings.root}/${file}`,
              formats: ['iife'],
              name: 'injected',
            },
          },
        });
        const outputs = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
        const [chunk] = outputs;
        if (outputs.length !== 1 || chunk?.type !== 'chunk') {
          throw new Error(`${file} must become one script, not ${outputs.length} files.`);
        }
        this.emitFile({ type: 'asset', fileName: file.replace(/\.ts$/, '.js'), source: chunk.code });
      }
    },
  };
}
