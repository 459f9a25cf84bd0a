import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { print } from './figure.js';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** What the extension weighs, per browser, in bytes after gzip. */
export function benchSizes(): void {
  for (const browser of ['chrome', 'firefox']) {
    const files = readdirSync(join(dist, browser), { recursive: true, encoding: 'utf8' });
    const manifest = JSON.parse(readFileSync(join(dist, browser, 'manifest.json'), 'utf8')) as {
      content_scripts: { js: string[] }[];
    };
    const content = manifest.content_scripts.flatMap((script) => script.js);
    const popup = files.filter((file) => /\.(js|css)$/.test(file) && !content.includes(file));
    for (const [name, parts] of [
      ['content-script', content],
      ['popup', popup],
    ] as const) {
      const value = parts.reduce(
        (sum, file) => sum + gzipSync(readFileSync(join(dist, browser, file))).length,
        0,
      );
      print({ name: `size/${browser}/${name}`, value, unit: 'bytes gzip' });
    }
  }
}
