import { homedir } from 'node:os';
import { join } from 'node:path';
import { Browser, install } from '@puppeteer/browsers';
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
  /** Downloads the browser's own build; its path, or undefined when that failed. */
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

/** The builds that puppeteer-core is made for: Chrome for Testing, which unlike Chrome still loads unpacked extensions from the command line, and Mozilla's Firefox. */
const downloads = {
  chromium: { browser: Browser.CHROME, buildId: '148.0.7778.97' },
  firefox: { browser: Browser.FIREFOX, buildId: 'stable_150.0.2' },
} as const;

/**
 * Finds Chromium and Firefox, or installs them: `CHROMIUM_PATH` and `FIREFOX_PATH`, else programs on the PATH, else
 * Debian's packages where apt and root are there, else a download.
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
      `(Debian packages need apt-get and root, a download needs the internet). ` +
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
    const build = downloads[browser];
    console.log(`Downloading ${build.browser} ${build.buildId}`);
    try {
      return (await install({ ...build, cacheDir: join(homedir(), '.cache', 'puppeteer') })).executablePath;
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      return undefined;
    }
  },
};
