import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrowsers, type Machine } from './browsers.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browsers-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, script = ''): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** A machine whose PATH is the test's folder; programs there really run. */
function machine(changes: Partial<Machine> = {}): Machine & { readonly downloads: string[] } {
  const downloads: string[] = [];
  return {
    env: { PATH: folder },
    isRoot: false,
    run: (path, args) => spawnSync(path, args, { env: { FOLDER: folder } }).status === 0,
    download: async (browser) => {
      downloads.push(browser);
      return undefined;
    },
    downloads,
    ...changes,
  };
}

/** Does what apt-get does, as far as the caller sees it: nothing without `install`, else a new program. */
const aptScript = `
if [ "$1" = install ]; then
  for last; do :; done
  printf '#!/bin/sh\\n' > "$FOLDER/$last" && /bin/chmod 755 "$FOLDER/$last"
fi`;

describe('findBrowsers', () => {
  it('takes the programs that the variables name before those on the PATH', async () => {
    program('chromium');
    program('firefox');
    const env = { PATH: folder, CHROMIUM_PATH: program('my-chromium'), FIREFOX_PATH: program('my-firefox') };
    expect(await findBrowsers(machine({ env }))).toEqual({
      chromium: env.CHROMIUM_PATH,
      firefox: env.FIREFOX_PATH,
    });
  });

  it.each(['CHROMIUM_PATH', 'FIREFOX_PATH'])('names %s when it leads nowhere', async (variable) => {
    program('chromium');
    program('firefox');
    const env = { PATH: folder, [variable]: join(folder, 'missing') };
    await expect(findBrowsers(machine({ env }))).rejects.toThrow(`${variable} is set to ${env[variable]}`);
  });

  it.each(['chromium', 'chromium-browser', 'google-chrome'])(
    'takes %s from the PATH without installing',
    async (name) => {
      const chromium = program(name);
      const firefox = program('firefox-esr');
      program('apt-get', 'exit 1');
      const here = machine({ isRoot: true });
      expect(await findBrowsers(here)).toEqual({ chromium, firefox });
      expect(here.downloads).toEqual([]);
    },
  );

  it('passes over a folder and a file that is no program', async () => {
    writeFileSync(join(folder, 'chromium'), '', { mode: 0o644 });
    mkdirSync(join(folder, 'chromium-browser'));
    const chromium = program('google-chrome');
    const firefox = program('firefox');
    expect(await findBrowsers(machine())).toEqual({ chromium, firefox });
  });

  it("installs Debian's packages as root", async () => {
    program('apt-get', aptScript);
    expect(await findBrowsers(machine({ isRoot: true }))).toEqual({
      chromium: join(folder, 'chromium'),
      firefox: join(folder, 'firefox-esr'),
    });
  });

  it('installs after a failed update of the package lists', async () => {
    program('apt-get', `[ "$1" = update ] && exit 100\n${aptScript}`);
    const { firefox } = await findBrowsers(machine({ isRoot: true }));
    expect(firefox).toBe(join(folder, 'firefox-esr'));
  });

  it.each([
    ['without root', false, aptScript],
    ['when apt-get fails', true, 'exit 100'],
  ])('downloads their own builds %s', async (_when, isRoot, script) => {
    program('apt-get', script);
    const download = async (browser: string) => join(folder, 'downloads', browser);
    expect(await findBrowsers(machine({ isRoot, download }))).toEqual({
      chromium: join(folder, 'downloads', 'chromium'),
      firefox: join(folder, 'downloads', 'firefox'),
    });
  });

  it('names what is missing and both variables when nothing helps', async () => {
    await expect(findBrowsers(machine())).rejects.toThrow(
      /^Chromium and Firefox not found.*CHROMIUM_PATH and FIREFOX_PATH/,
    );
    program('chromium');
    await expect(findBrowsers(machine())).rejects.toThrow(/^Firefox not found/);
  });
});
