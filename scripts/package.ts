/**
 * `npm run package [-- --out FOLDER --zips]`: builds the extension for both browsers and writes what the stores want:
 * a zip each, and the source archive that AMO asks for; and the command line with all its dependencies as one tarball. The same commit
 * makes the same zips.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import workspace from '../package.json' with { type: 'json' };
import { packCommandLine } from './package/pack-command-line.js';
import { writeZip } from './package/write-zip.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(root, 'dist/packages') },
    /** Only what the extension's stores want. */
    zips: { type: 'boolean', default: false },
  },
});

/** Runs a program to its end and returns what it printed. */
function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}

function build(browser: 'chrome' | 'firefox', folder: string): Uint8Array {
  const vite = 'node_modules/vite/bin/vite.js';
  run(process.execPath, [vite, 'build', '--mode', browser, '--outDir', folder, '--logLevel', 'error']);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
  return writeZip(folder, files);
}

/** What git knows of this checkout: neither builds nor installed packages. */
function source(): Uint8Array {
  const files = run('git', ['ls-files', '-z']).split('\0').filter(Boolean);
  return writeZip(root, files);
}

const out = resolve(values.out);
const work = mkdtempSync(join(tmpdir(), 'billbee-package-'));
try {
  mkdirSync(out, { recursive: true });
  const name = `billbee-status-ids-${workspace.version}`;
  for (const [kind, make] of [
    ['chrome', () => build('chrome', join(work, 'chrome'))],
    ['firefox', () => build('firefox', join(work, 'firefox'))],
    ['source', source],
  ] as const) {
    const bytes = make();
    const file = join(out, `${name}-${kind}.zip`);
    writeFileSync(file, bytes);
    console.log(`${file}  ${bytes.length} bytes`);
  }
  if (!values.zips) {
    run('npm', ['run', 'build:packages']);
    const tarball = packCommandLine(root, 'billbee-importer', out, work);
    console.log(`${tarball}  ${statSync(tarball).size} bytes`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
