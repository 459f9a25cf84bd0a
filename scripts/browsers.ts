import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

/** Paths of the programs that the browser tests run. */
export interface Browsers {
  readonly chromium: string;
  readonly firefox: string;
}

/** What finding a browser needs of the machine. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether packages may be installed. */
  readonly isRoot: boolean;
  /** Runs a program to its end, its output going to the terminal, and says whether it succeeded. */
  run(program: string, args: readonly string[]): boolean;
  /** Has Playwright download its own build; its path, or undefined when that failed. */
  download(browser: keyof Browsers): Promise<string | undefined>;
}

interface Kind {
  readonly variable: string;
  readonly programs: readonly string[];
  readonly debianPackage: string;
}

const kinds: Readonly<Record<keyof Browsers, Kind>> = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
    debianPackage: 'chromium',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    programs: ['firefox', 'firefox-esr'],
    debianPackage: 'firefox-esr',
  },
};

/**
 * Finds Chromium and Firefox, or installs them: `CHROMIUM_PATH` and `FIREFOX_PATH`, else programs on the PATH, else
 * Debian's packages where apt and root are there, else Playwright's download.
 *
 * @throws Error naming every browser that could not be had, what was tried, and the variable that helps.
 *
 * @example
 * const { chromium, firefox } = await findBrowsers();
 */
export async function findBrowsers(machine: Machine = thisMachine): Promise<Browsers> {
  const chromium = await find('chromium', machine);
  const firefox = await find('firefox', machine);
  if (chromium && firefox) return { chromium, firefox };
  const missing = [...(chromium ? [] : ['Chromium']), ...(firefox ? [] : ['Firefox'])].join(' and ');
  throw new Error(
    `${missing} not found: not on the PATH, and installing failed or was not possible ` +
      `(Debian packages need apt-get and root, Playwright's download needs the internet). ` +
      'Install them, or set CHROMIUM_PATH and FIREFOX_PATH to the programs.',
  );
}

async function find(browser: keyof Browsers, machine: Machine): Promise<string | undefined> {
  const { variable, programs, debianPackage } = kinds[browser];
  const named = machine.env[variable];
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(
      `${variable} is set to ${named}, which is not a program that can be run. Correct it or unset it.`,
    );
  }
  return (
    onPath(programs, machine) ??
    (installWithApt(debianPackage, machine) ? onPath(programs, machine) : undefined) ??
    (await machine.download(browser))
  );
}

function installWithApt(debianPackage: string, machine: Machine): boolean {
  const apt = onPath(['apt-get'], machine);
  if (!apt || !machine.isRoot) return false;
  console.log(`Installing ${debianPackage} with apt-get`);
  // An old list may still hold the package, so a failed update does not end the attempt.
  machine.run(apt, ['update', '-q']);
  return machine.run(apt, ['install', '-y', '-q', '--no-install-recommends', debianPackage]);
}

function onPath(programs: readonly string[], { env }: Machine): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return programs.flatMap((program) => folders.map((folder) => join(folder, program))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

const thisMachine: Machine = {
  env: process.env,
  isRoot: process.getuid?.() === 0,
  run(program, args) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
  },
  async download(browser) {
    console.log(`Downloading Playwright's ${browser}`);
    const commandLine = join(
      dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
      'cli.js',
    );
    if (!this.run(process.execPath, [commandLine, 'install', browser])) return undefined;
    const playwright = await import('playwright-core');
    const path = playwright[browser].executablePath();
    return isExecutable(path) ? path : undefined;
  },
};
