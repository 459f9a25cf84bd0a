/**
 * Programs that a single step needs. Each is a folder of `tools/` with a lock file, installed when the step asks for it, so
 * that `npm ci` need not bring them. As a program: `tsx scripts/tools.ts FOLDER PROGRAM ARGUMENTS…`.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A folder of `tools/`. */
export type Tool = 'api-docs' | 'deno' | 'expression-check' | 'package-checks';

/**
 * A tool's `node_modules`; installs the tool unless it is there as its lock file names it.
 *
 * @throws Error when npm cannot install it
 */
export function toolModules(tool: Tool): string {
  const folder = join(root, 'tools', tool);
  const wanted = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const installed = join(folder, 'node_modules', 'installed-lock.json');
  if (readOr(installed, '') !== wanted) {
    const { status } = spawnSync('npm', ['ci'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`"npm ci" in tools/${tool} failed; its messages stand above.`);
    writeFileSync(installed, wanted);
  }
  return join(folder, 'node_modules');
}

/**
 * Where a tool's program is, as {@link toolModules} installs it.
 *
 * @example
 * execFileSync(toolProgram('deno', 'deno'), ['--version']);
 */
export function toolProgram(tool: Tool, program: string): string {
  return join(toolModules(tool), '.bin', program);
}

/** Runs a tool's program in the repository's folder, its output going to the terminal; its exit code. */
export function runTool(tool: Tool, program: string, args: readonly string[]): number {
  return spawnSync(toolProgram(tool, program), args, { cwd: root, stdio: 'inherit' }).status ?? 1;
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , tool, program, ...args] = process.argv;
  process.exitCode = runTool(tool as Tool, program ?? '', args);
}
