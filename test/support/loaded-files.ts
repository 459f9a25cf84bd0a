import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * The file and every script and style it loads, as written in its imports, tags and `url()`s.
 *
 * @param file - path of an HTML page, a script or a style
 * @param root - folder of the built extension, against which `/…` is read
 */
export function withEverythingLoaded(file: string, root: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, reference = ''] of text.matchAll(/["'`(]((?:\/|\.{1,2}\/)?[\w./-]+\.(?:m?js|css))["'`)]/g)) {
    // What the browser is told to run in a page is not loaded by the one who tells it.
    if (/^\/?(?:billbee|erp)-page\//.test(reference)) continue;
    const path = reference.startsWith('/') ? join(root, reference) : join(dirname(file), reference);
    const known = [path, join(root, reference)].find((candidate) => existsSync(candidate));
    if (known) withEverythingLoaded(known, root, found);
  }
  return found;
}

/**
 * What a page of the extension loads when it opens, and what only later, when it is needed: the check of settings files.
 * Scripts that it names to have them put into other pages are neither.
 */
export function loadedBy(
  page: string,
  root: string,
): { readonly atOnce: string[]; readonly later: string[] } {
  const own = [...withEverythingLoaded(page, root)];
  const isLater = (file: string): boolean => file.endsWith('/settings-file.js');
  return { atOnce: own.filter((file) => !isLater(file)), later: own.filter(isLater) };
}

/** Bytes after gzip. */
export const gzipped = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
