import type { CrxPlugin } from '@crxjs/vite-plugin';

/**
 * Takes `web_accessible_resources` out of the manifest: the browser itself injects the content script, so no page
 * needs to load a file of ours, and an exposed file would let pages detect the extension.
 */
export function exposeNothing(): CrxPlugin {
  return {
    name: 'expose-nothing',
    enforce: 'post',
    renderCrxManifest(manifest) {
      const { web_accessible_resources: _exposed, ...rest } = manifest;
      return rest;
    },
  };
}
