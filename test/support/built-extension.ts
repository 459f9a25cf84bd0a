import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The parts of a built manifest that tests look at. */
export interface BuiltManifest {
  readonly name: string;
  readonly action: { readonly default_popup: string };
  readonly content_scripts: readonly {
    readonly js: readonly string[];
    readonly matches: readonly string[];
  }[];
  readonly default_locale: string;
  readonly [key: string]: unknown;
}

/**
 * Folder of the production build for a browser.
 *
 * @throws Error when there is none; `npm run build` makes it.
 */
export function builtExtension(browser: 'chromium' | 'firefox'): string {
  const folder = fileURLToPath(
    new URL(`../../dist/${browser === 'chromium' ? 'chrome' : 'firefox'}`, import.meta.url),
  );
  if (!existsSync(join(folder, 'manifest.json'))) {
    throw new Error(`No extension in ${folder}: run "npm run build" first (npm test does).`);
  }
  return folder;
}

/** The page that an extension of ours opens once it is installed; undefined for other extensions. */
export function firstRunPage(extension: string | undefined): string | undefined {
  const page = 'welcome/index.html';
  return extension && existsSync(join(extension, page)) ? page : undefined;
}

export function readManifest(extension: string): BuiltManifest {
  return JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
}

/**
 * A copy of a built extension that knows only one of its languages, so that it shows in a browser whose own language
 * packs are not installed. Nothing else is changed.
 *
 * @returns the copy's folder and how to remove it.
 */
export function inLanguage(
  extension: string,
  language: string,
): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'billbee-extension-'));
  cpSync(extension, folder, { recursive: true });
  for (const other of readdirSync(join(folder, '_locales'))) {
    if (other !== language) rmSync(join(folder, '_locales', other), { recursive: true });
  }
  const manifest = { ...readManifest(folder), default_locale: language };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
