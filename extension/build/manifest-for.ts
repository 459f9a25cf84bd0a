/** A browser the extension is built for; also the name of its folder under `dist/`. */
export type Target = 'chrome' | 'firefox';

/** The keys of the one `manifest.json` that differ between browsers; every other key is passed through. */
export interface BaseManifest {
  readonly minimum_chrome_version: string;
  readonly browser_specific_settings: { readonly gecko: { readonly strict_min_version: string } };
  /** The view at the side: Chrome's side panel, Firefox' sidebar. */
  readonly side_view: { readonly page: string };
  readonly permissions: readonly string[];
  readonly commands: Readonly<Record<string, object>>;
  readonly action: {
    readonly default_title: string;
    readonly default_icon: Readonly<Record<string, string>>;
  };
  readonly [key: string]: unknown;
}

/**
 * Makes one browser's manifest from the one `manifest.json`: adds the version, says the side view in the browser's
 * words, and leaves out the other browser's keys, which would show as warnings in the extension list.
 *
 * @param base - `manifest.json`; its paths are relative to `extension/`
 * @param target - the browser
 * @param version - the workspace's version, from `package.json`
 * @example
 * manifestFor(base, 'firefox', '0.1.0')['browser_specific_settings']; // { gecko: … }
 */
export function manifestFor(base: BaseManifest, target: Target, version: string): Record<string, unknown> {
  const { minimum_chrome_version, browser_specific_settings, side_view, ...shared } = base;
  const { permissions, commands, action } = shared;
  if (target === 'chrome') {
    return {
      ...shared,
      version,
      minimum_chrome_version,
      permissions: [...permissions, 'sidePanel'].sort(),
      commands: { ...commands, 'open-side-view': { description: '__MSG_commandSideView__' } },
      side_panel: { default_path: side_view.page },
    };
  }
  return {
    ...shared,
    version,
    browser_specific_settings,
    // Tells which element the context menu was opened over; shown to nobody as a warning.
    permissions: [...permissions, 'menus'].sort(),
    commands: { ...commands, _execute_sidebar_action: {} },
    sidebar_action: {
      default_panel: side_view.page,
      default_title: action.default_title,
      default_icon: action.default_icon,
      open_at_install: false,
    },
  };
}

/**
 * The oldest browser the build is compiled for, as Vite's `build.target`: the same version the manifest demands.
 *
 * @example
 * syntaxTarget(base, 'chrome'); // 'chrome123'
 */
export function syntaxTarget(base: BaseManifest, target: Target): string {
  const version =
    target === 'chrome'
      ? base.minimum_chrome_version
      : base.browser_specific_settings.gecko.strict_min_version;
  return `${target}${Number.parseInt(version, 10)}`;
}
