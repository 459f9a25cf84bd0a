/** A browser the extension is built for; also the name of its folder under `dist/`. */
export type Target = 'chrome' | 'firefox';

/** The keys of the one `manifest.json` that differ between browsers; every other key is passed through. */
export interface BaseManifest {
  readonly minimum_chrome_version: string;
  readonly browser_specific_settings: { readonly gecko: { readonly strict_min_version: string } };
  readonly [key: string]: unknown;
}

/**
 * Makes one browser's manifest from the one `manifest.json`: adds the version and leaves out the other browser's
 * keys, which would show as warnings in the extension list.
 *
 * @param base - `manifest.json`; its paths are relative to `extension/`
 * @param target - the browser
 * @param version - the workspace's version, from `package.json`
 * @example
 * manifestFor(base, 'firefox', '0.1.0')['browser_specific_settings']; // { gecko: … }
 */
export function manifestFor(base: BaseManifest, target: Target, version: string): Record<string, unknown> {
  const { minimum_chrome_version, browser_specific_settings, ...shared } = base;
  return {
    ...shared,
    version,
    ...(target === 'chrome' ? { minimum_chrome_version } : { browser_specific_settings }),
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
