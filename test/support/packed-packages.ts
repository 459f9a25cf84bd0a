import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a package's `package.json` says, as far as the tests ask. */
export interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly keywords?: readonly string[];
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A package as the registry would hand it out. */
export interface PackedPackage {
  readonly manifest: PackageJson;
  /** The package's folder in this repository. */
  readonly source: string;
  readonly tarball: string;
}

/** Folders of the packages that strangers may install. */
export function publishedPackages(): { readonly folder: string; readonly manifest: PackageJson }[] {
  const packages = join(root, 'packages');
  return readdirSync(packages)
    .map((name) => join(packages, name))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => ({ folder, manifest: manifestOf(folder) }))
    .filter(({ manifest }) => !manifest.private);
}

/** Packs packages by name with `npm pack`. */
export async function packPackages(names: readonly string[]): Promise<Map<string, PackedPackage>> {
  const destination = mkdtempSync(join(tmpdir(), 'packed-'));
  const wanted = publishedPackages().filter(({ manifest }) => names.includes(manifest.name));
  const packed = await Promise.all(
    wanted.map(async ({ folder, manifest }): Promise<[string, PackedPackage]> => {
      const { stdout } = await run(
        'npm',
        ['pack', '--json', '--ignore-scripts', '--pack-destination', destination],
        { cwd: folder },
      );
      const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
      return [manifest.name, { manifest, source: folder, tarball: join(destination, filename) }];
    }),
  );
  return new Map(packed);
}

/** A folder of a stranger who has installed packages. */
export interface Consumer {
  readonly folder: string;
  path(name: string): string;
  remove(): void;
}

/**
 * Lays out what `npm install` would, without the network: tarballs are unpacked, and their declared dependencies (nothing
 * else) are linked to those of this repository.
 *
 * @param others further packages that the stranger has installed
 */
export async function installPacked(
  packages: readonly PackedPackage[],
  others: readonly string[] = [],
): Promise<Consumer> {
  const folder = mkdtempSync(join(tmpdir(), 'consumer-'));
  const modules = join(folder, 'node_modules');
  const own = new Set(packages.map(({ manifest }) => manifest.name));
  for (const { manifest, source, tarball } of packages) {
    const home = join(modules, manifest.name);
    mkdirSync(home, { recursive: true });
    await run('tar', ['-xzf', tarball, '-C', home, '--strip-components=1']);
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      if (own.has(name)) continue;
      // As npm does it: at the top, where peers see it, unless another version is there already.
      const top = join(modules, name);
      const wanted = realpathSync(installed(name, source));
      if (!existsSync(top)) link(top, wanted);
      else if (realpathSync(top) !== wanted) link(join(home, 'node_modules', name), wanted);
    }
  }
  for (const name of others) {
    if (!existsSync(join(modules, name))) link(join(modules, name), installed(name, root));
  }
  return {
    folder,
    path: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Where this repository keeps a package for one of its folders. */
function installed(name: string, from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    if (existsSync(path)) return path;
    if (folder === dirname(folder)) throw new Error(`${name} is not installed for ${from}.`);
  }
}

function link(path: string, to: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(to, path, 'dir');
}

function manifestOf(folder: string): PackageJson {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;
}
