import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What finding a program needs of the machine. */
export interface ProgramMachine {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether packages may be installed. */
  readonly isRoot: boolean;
  /** Runs a program to its end, its output going to the terminal, and says whether it succeeded. */
  run(program: string, args: readonly string[]): boolean;
}

/** Installs Debian's packages where apt and root are there. */
export function installWithApt(packages: readonly string[], machine: ProgramMachine): boolean {
  const apt = onPath(['apt-get'], machine);
  if (!apt || !machine.isRoot) return false;
  console.log(`Installing ${packages.join(' and ')} with apt-get`);
  // An old list may still hold the package, so a failed update does not end the attempt.
  machine.run(apt, ['update', '-q']);
  return machine.run(apt, ['install', '-y', '-q', '--no-install-recommends', ...packages]);
}

/** The first of these programs that is on the PATH. */
export function onPath(
  programs: readonly string[],
  { env }: Pick<ProgramMachine, 'env'>,
): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return programs.flatMap((program) => folders.map((folder) => join(folder, program))).find(isExecutable);
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

export const thisMachine: ProgramMachine = {
  env: process.env,
  isRoot: process.getuid?.() === 0,
  run(program, args) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
  },
};
