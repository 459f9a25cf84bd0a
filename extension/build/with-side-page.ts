import type { CrxPlugin } from '@crxjs/vite-plugin';
import type { BaseManifest } from './manifest-for.js';

/**
 * Has the page of the side view built for Firefox as well: the bundler finds it only by Chrome's key, which is taken out
 * of the manifest again.
 *
 * @returns the manifest for the bundler, and the plugin that corrects it
 */
export function withSidePage(
  manifest: Record<string, unknown>,
  { side_view }: Pick<BaseManifest, 'side_view'>,
): { readonly manifest: Record<string, unknown>; readonly plugin: CrxPlugin } {
  return {
    manifest: { ...manifest, side_panel: { default_path: side_view.page } },
    plugin: {
      name: 'with-side-page',
      enforce: 'post',
      renderCrxManifest(built) {
        if ('side_panel' in manifest) return built;
        const { side_panel: _chrome, ...rest } = built as typeof built & { side_panel?: unknown };
        return rest as typeof built;
      },
    },
  };
}
