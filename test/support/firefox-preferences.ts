import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionOptions } from './browser-session.js';

/**
 * The profile's `user.js`: everything through the gateway, no traffic of Firefox's own, and a fixed host for the
 * extension's pages, so that they can be opened by address.
 */
export function firefoxPreferences(options: SessionOptions, extensionHost: string): string {
  const [host, port] = options.proxy.split(':');
  const proxy = Object.fromEntries(
    ['http', 'ssl'].flatMap((kind) => [
      [`network.proxy.${kind}`, host],
      [`network.proxy.${kind}_port`, Number(port)],
    ]),
  );
  const preferences = {
    ...proxy,
    'network.proxy.type': 1,
    'network.proxy.allow_hijacking_localhost': true,
    // 0: the system chooses a free port, which Firefox writes into the profile.
    'marionette.port': 0,
    'extensions.webextensions.uuids': JSON.stringify({ [geckoId(options.extension)]: extensionHost }),
    'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
    'app.update.auto': false,
    'browser.newtabpage.activity-stream.feeds.system.topstories': false,
    'browser.region.network.url': '',
    'browser.search.update': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'dom.push.connection.enabled': false,
    'extensions.getAddons.cache.enabled': false,
    'extensions.systemAddon.update.enabled': false,
    'extensions.update.enabled': false,
    'media.gmp-manager.updateEnabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'network.dns.disablePrefetch': true,
    'network.http.speculative-parallel-limit': 0,
    'network.prefetch-next': false,
    'network.trr.mode': 5,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'toolkit.telemetry.enabled': false,
  };
  return Object.entries(preferences)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

/** The id of an unpacked extension; some id when there is none. */
export function geckoId(extension: string | undefined): string {
  if (!extension) return 'none@example.com';
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}
