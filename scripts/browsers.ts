import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  installWithApt,
  isExecutable,
  onPath,
  type ProgramMachine,
  thisMachine as programMachine,
} from './programs.js';

/** Paths of the programs that the browser tests run. */
export interface Browsers {
  readonly chromium: string;
  readonly firefox: string;
}

/** What finding a browser needs of the machine. */
export interface Machine extends ProgramMachine {
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
    (installWithApt([debianPackage], machine) ? onPath(programs, machine) : undefined) ??
    (await machine.download(browser))
  );
}

const thisMachine: Machine = {
  ...programMachine,
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
