import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly files?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** What no program reads; licences stay. */
const leftOut =
  /\.(?:map|tsbuildinfo|d\.[cm]?ts)$|\.test\.[cm]?[jt]sx?$|(?:^|\/)(?:CHANGELOG|HISTORY)(?:\.md)?$/i;

/**
 * Packs a program of this repository with everything it depends on, as it is installed here, into one file that `npm install -g` takes
 * without a network.
 *
 * @param root of the repository, built
 * @param name of the workspace package
 * @param out folder of the file
 * @param work a folder that may be filled
 * @returns path of the file
 */
export function packCommandLine(root: string, name: string, out: string, work: string): string {
  const source = join(root, 'packages', name);
  const stage = join(work, 'command-line');
  const placed = new Map<string, string>();
  copyOwn(source, stage);
  // Level by level, so that what the program itself depends on has the top.
  const wanted = dependenciesOf(source).map((dependency) => ({ dependency, from: source, into: stage }));
  for (let next = wanted.shift(); next; next = wanted.shift()) {
    const { dependency, from, into } = next;
    const placedAt = place(dependency, from, into);
    if (!placedAt) continue;
    const { path, found } = placedAt;
    wanted.push(...dependenciesOf(found).map((inner) => ({ dependency: inner, from: found, into: path })));
  }
  const manifest = readManifest(source);
  const bundled = [...placed.keys()].filter(
    (path) => dirname(path) === join(stage, 'node_modules') || isScoped(path),
  );
  const names = bundled
    .map((path) => path.slice(join(stage, 'node_modules').length + 1).replaceAll(sep, '/'))
    .sort();
  writeFileSync(
    join(stage, 'package.json'),
    `${JSON.stringify({ ...manifest, devDependencies: undefined, bundleDependencies: names }, undefined, 2)}\n`,
  );
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', work],
    { cwd: stage, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(`npm pack: ${stderr}`);
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  const file = join(out, filename.replace(/\.tgz$/, '-bundled.tgz'));
  mkdirSync(out, { recursive: true });
  renameSync(join(work, filename), file);
  return file;

  /** As npm does it: at the top, unless another version is there already. @returns undefined when it is there */
  function place(
    dependency: string,
    from: string,
    into: string,
  ): { path: string; found: string } | undefined {
    const found = installed(dependency, from);
    if (found === undefined) return undefined;
    const top = join(stage, 'node_modules', dependency);
    const isFree = !placed.has(top) || placed.get(top) === found;
    const path = isFree ? top : join(into, 'node_modules', dependency);
    if (placed.has(path)) return undefined;
    placed.set(path, found);
    if (dirname(found) === join(root, 'packages')) copyOwn(found, path);
    else copyForeign(found, path);
    return { path, found };
  }

  function isScoped(path: string): boolean {
    return dirname(dirname(path)) === join(stage, 'node_modules') && basename(dirname(path)).startsWith('@');
  }
}

function dependenciesOf(folder: string): string[] {
  const { dependencies = {}, optionalDependencies = {} } = readManifest(folder);
  return [...Object.keys(dependencies), ...Object.keys(optionalDependencies)];
}

/** What a package of this repository publishes, without sources. */
function copyOwn(source: string, target: string): void {
  mkdirSync(target, { recursive: true });
  const listed = (readManifest(source).files ?? []).filter(
    (entry) => !entry.startsWith('!') && entry !== 'src',
  );
  for (const entry of ['package.json', 'README.md', 'LICENSE', ...listed]) {
    if (existsSync(join(source, entry))) copyForeign(join(source, entry), join(target, entry));
  }
}

function copyForeign(source: string, target: string): void {
  const isNested = (path: string): boolean => path.slice(source.length).split(sep).includes('node_modules');
  cpSync(source, target, {
    recursive: true,
    dereference: true,
    filter: (path) => !isNested(path) && !leftOut.test(path.replaceAll(sep, '/')),
  });
}

/** Where this repository keeps a package for one of its folders; undefined for an optional one that is not there. */
function installed(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    if (existsSync(join(path, 'package.json'))) return realpathSync(path);
    if (folder === dirname(folder)) return undefined;
  }
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}
