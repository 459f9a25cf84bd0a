import { expect, test } from 'vitest';
import manifest from '../../manifest.json';
import { manifestFor, syntaxTarget } from './manifest-for.js';

test("each browser gets the shared keys and its own, not the other's", () => {
  const chrome = manifestFor(manifest, 'chrome', '1.2.3');
  const firefox = manifestFor(manifest, 'firefox', '1.2.3');
  expect(chrome).toMatchObject({ version: '1.2.3', minimum_chrome_version: '123' });
  expect(chrome).not.toHaveProperty('browser_specific_settings');
  expect(firefox).toMatchObject({ version: '1.2.3', browser_specific_settings: { gecko: {} } });
  expect(firefox).not.toHaveProperty('minimum_chrome_version');
  expect(firefox['permissions']).toContain('menus');
  expect(chrome['permissions']).not.toContain('menus');
});

test('the code is compiled for the oldest browser the manifest allows', () => {
  expect(syntaxTarget(manifest, 'chrome')).toBe('chrome123');
  expect(syntaxTarget(manifest, 'firefox')).toBe('firefox142');
});
