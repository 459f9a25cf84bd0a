import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtExtension, readManifest } from '../support/built-extension.js';
import { gzipped, loadedBy, withEverythingLoaded } from '../support/loaded-files.js';

describe.each(['chromium', 'firefox'] as const)('the build for %s', (name) => {
  const root = builtExtension(name);
  const manifest = readManifest(root);

  it('keeps the content script within 1 kB gzip', () => {
    const scripts = manifest.content_scripts.flatMap(({ js }) => js.map((file) => join(root, file)));
    expect(scripts.length).toBeGreaterThan(0);
    const loaded = new Set(scripts.flatMap((script) => [...withEverythingLoaded(script, root)]));
    expect(gzipped(loaded)).toBeGreaterThan(500);
    expect(gzipped(loaded)).toBeLessThanOrEqual(1000);
  });

  it('keeps the background script, in one file, within 6 kB gzip', () => {
    const { service_worker, scripts } = manifest['background'] as Record<string, string | string[]>;
    const [script, ...others] = [service_worker ?? scripts ?? []].flat();
    expect(others).toEqual([]);
    const loaded = withEverythingLoaded(join(root, script ?? ''), root);
    expect([...loaded]).toHaveLength(1);
    expect(gzipped(loaded)).toBeLessThanOrEqual(6000);
  });

  it('keeps what the popup loads when it opens within 38 kB gzip', () => {
    const { atOnce, later } = loadedBy(join(root, manifest.action.default_popup), root);
    expect(atOnce.some((file) => file.endsWith('.js'))).toBe(true);
    expect(atOnce.some((file) => file.endsWith('.css'))).toBe(true);
    expect(later).toHaveLength(1);
    expect(gzipped(atOnce)).toBeLessThanOrEqual(38_000);
  });

  it('keeps what looks at a page, once somebody asks, within 6.5 kB gzip', () => {
    expect(gzipped([join(root, 'billbee-page/reader.js')])).toBeLessThanOrEqual(6500);
  });

  it('exposes nothing to pages', () => {
    expect(manifest['web_accessible_resources'] ?? []).toEqual([]);
    expect(manifest['externally_connectable']).toBeUndefined();
  });

  it('asks for Billbee and no other site, and for nothing that warns', () => {
    expect(manifest['host_permissions']).toEqual(['https://app.billbee.io/*']);
    const permissions = ['activeTab', 'contextMenus', 'scripting', 'storage'];
    expect(manifest['permissions']).toEqual(
      name === 'chromium'
        ? [...permissions.slice(0, 3), 'sidePanel', 'storage']
        : [...permissions.slice(0, 2), 'menus', ...permissions.slice(2)],
    );
    expect(manifest['optional_permissions']).toBeUndefined();
    expect(manifest['optional_host_permissions']).toBeUndefined();
    for (const { matches } of manifest.content_scripts) {
      for (const pattern of matches) expect(pattern).toMatch(/^https:\/\/app\.billbee\.io\//);
    }
  });

  it('forbids itself every connection', () => {
    const policy = JSON.stringify(manifest['content_security_policy']);
    expect(policy).toMatch(/default-src 'none'|connect-src 'none'/);
  });

  it('ships no source map and no source', () => {
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /\.(map|tsx?|test\..*)$/.test(file))).toEqual([]);
  });
});
