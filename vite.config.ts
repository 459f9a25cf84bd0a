import { fileURLToPath } from 'node:url';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import { exposeNothing } from './extension/build/expose-nothing.ts';
import { type BaseManifest, manifestFor, syntaxTarget, type Target } from './extension/build/manifest-for.ts';
import { plainNames } from './extension/build/plain-names.ts';
import { addPlainScripts } from './extension/build/plain-scripts.ts';
import { withSidePage } from './extension/build/with-side-page.ts';
import { withoutInnerHtml } from './extension/build/without-inner-html.ts';
import baseManifest from './manifest.json' with { type: 'json' };
import workspace from './package.json' with { type: 'json' };

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** One source, one build per browser: `vite build --mode chrome`, `vite build --mode firefox`. */
export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  const base: BaseManifest = baseManifest;

  const side = withSidePage(manifestFor(base, target, workspace.version), base);
  const resolve = {
    alias: [
      {
        find: /^importer-core\/statuses$/,
        replacement: path('packages/importer-core/src/statuses/index.ts'),
      },
    ],
  };

  return {
    root: path('extension'),
    publicDir: false,
    resolve,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [
      withoutInnerHtml(),
      crx({
        manifest: side.manifest as unknown as ManifestV3Export,
        browser: target,
        // One plain script per frame: crxjs' default, a loader that imports a module, would have to be exposed to
        // the page and would start later.
        contentScripts: { standaloneFiles: ['billbee-page/content.ts'] },
      }),
      addPlainScripts({ root: path('extension'), resolve, target: syntaxTarget(base, target) }, target),
      side.plugin,
      exposeNothing(),
    ],
    build: {
      outDir: path(`dist/${target}`),
      emptyOutDir: true,
      target: syntaxTarget(base, target),
      // Vite's preload helper calls fetch(); the extension has no network.
      modulePreload: false,
      license: { fileName: 'licenses.md' },
      rollupOptions: {
        // A page that no manifest key names.
        input: { welcome: path('extension/welcome/index.html') },
        output: plainNames,
      },
    },
  };
});
