import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { until } from './until.js';

export interface FirefoxProcess {
  /** Loopback port on which Firefox takes commands. */
  readonly port: number;
  /** Waits for Firefox to end, or ends it, and removes its profile. */
  stop(): Promise<void>;
}

/**
 * Starts Firefox in a process group of its own, and ends the whole group when Firefox ends, when `stop` is called, and
 * when this process dies in whatever way: the shell then reads the end of its input.
 */
const guarded = '{ "$@"; kill -9 0; } & read -r _; kill -9 0';

/**
 * Starts a headless Firefox with a new profile.
 *
 * @param preferences - text of the profile's `user.js`.
 * @throws Error when it ends at once or does not take commands within a minute.
 */
export async function startFirefox(
  executable: string,
  preferences: string,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<FirefoxProcess> {
  const profile = mkdtempSync(join(tmpdir(), 'billbee-firefox-'));
  writeFileSync(join(profile, 'user.js'), preferences);
  const options = ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access'];
  const guard = spawn('/bin/sh', ['-c', guarded, 'sh', executable, ...options, '--profile', profile], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    env: {
      ...process.env,
      MOZ_HEADLESS_WIDTH: `${width}`,
      MOZ_HEADLESS_HEIGHT: `${height}`,
      // Release builds take another settings server than Mozilla's only with this.
      MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
    },
  });
  const ended = once(guard, 'exit');
  const stop = async () => {
    await Promise.race([ended, delay(5000, undefined, { ref: false })]);
    guard.stdin.end();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    let over = false;
    void ended.then(() => {
      over = true;
    });
    const port = await until('Firefox', () => (over ? 'over' : portOf(profile)), 60_000);
    if (port === 'over') throw new Error(`${executable} ended at once.`);
    return { port, stop };
  } catch (error) {
    guard.stdin.end();
    await stop();
    throw error;
  }
}

function portOf(profile: string): number | undefined {
  try {
    return Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}
