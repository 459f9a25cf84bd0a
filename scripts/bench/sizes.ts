import { join } from 'node:path';
import { builtExtension, readManifest } from '../../test/support/built-extension.js';
import { gzipped, loadedBy, withEverythingLoaded } from '../../test/support/loaded-files.js';
import { print } from './figure.js';

/** What the extension weighs, per browser and by where it runs, in bytes after gzip. */
export function benchSizes(): void {
  for (const [name, browser] of [
    ['chrome', 'chromium'],
    ['firefox', 'firefox'],
  ] as const) {
    const root = builtExtension(browser);
    const { content_scripts, action } = readManifest(root);
    const { atOnce, later } = loadedBy(join(root, action.default_popup), root);
    const parts: readonly (readonly [string, readonly string[]])[] = [
      ['content-script', content_scripts.flatMap(({ js }) => js.map((file) => join(root, file)))],
      ['background', [...withEverythingLoaded(join(root, 'background/index.js'), root)]],
      ...['badges/badges', 'reader', 'pick', 'copy-here'].map(
        (file) => [`injected-${file.replace(/.*\//, '')}`, [join(root, `billbee-page/${file}.js`)]] as const,
      ),
      ['injected-erp-page', [join(root, 'erp-page/erp-page.js')]],
      ['popup', atOnce],
      ['popup-on-demand', later],
    ];
    for (const [part, files] of parts) {
      print({ name: `size/${name}/${part}`, value: gzipped(files), unit: 'bytes gzip' });
    }
  }
}
