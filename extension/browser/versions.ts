import { webExtension } from './web-extension.js';

/** Versions for the report: the extension's, and the browser's name, version and system out of its user agent. */
export function versions(): { extension: string; browser: string } {
  return {
    extension: webExtension.runtime.getManifest().version,
    browser: browserOf(navigator.userAgent),
  };
}

/**
 * @param userAgent - as `navigator.userAgent`
 * @example browserOf('Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0') // 'Firefox 153.0 (Linux)'
 */
export function browserOf(userAgent: string): string {
  const [, name = 'unknown', version = ''] =
    /\b(Edg|Firefox)\/([\d.]+)/.exec(userAgent) ?? /\b(Chrome)\/([\d.]+)/.exec(userAgent) ?? [];
  const system = /Windows|Mac OS X|Android|CrOS|Linux/.exec(userAgent)?.[0] ?? 'unknown';
  return `${name === 'Edg' ? 'Edge' : name} ${version}`.trim().concat(` (${system})`);
}
