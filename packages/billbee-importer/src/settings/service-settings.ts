import { SettingsError } from 'importer-core';
import { webhookAddress } from 'importer-core/service';
import type { SettingsFile } from 'importer-core/statuses';
import type { Terminal } from '../console/terminal.js';
import { type Environment, settingOf } from './read-environment.js';
import { wrongKey } from './read-settings-file.js';

/** The switches of `serve` as they were typed. */
export interface ServeSwitches {
  readonly port?: string;
  readonly host?: string;
  readonly publicUrl?: string;
  readonly status?: string;
  readonly out?: string;
  readonly target?: string;
}

/** How the service runs. */
export interface ServiceSettings {
  readonly port: number;
  /** Address to listen on. */
  readonly host: string;
  /** Public address; undefined: no webhooks. */
  readonly publicUrl: string | undefined;
  /** Time from the end of one poll to the next, in milliseconds. */
  readonly pollMs: number;
}

const defaultPort = 8377;
const defaultPollMinutes = 5;
const dayMinutes = 1440;

/**
 * Port and host of the switches, `pollMinutes` and `webhookUrl` of the settings file; `--public-url` goes before
 * `BILLBEE_PUBLIC_URL`, and that before `webhookUrl`.
 *
 * @throws SettingsError `argument-invalid`, `settings-invalid` or `webhook-url`
 */
export function readServiceSettings(
  switches: ServeSwitches,
  settings: SettingsFile,
  env: Environment,
  terminal: Terminal,
): ServiceSettings {
  const { port = String(defaultPort), host = '127.0.0.1' } = switches;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new SettingsError('argument-invalid', terminal.say('arg.port', { value: port }), {
      settings: ['--port'],
    });
  }
  const wrong = (key: string, value: unknown, wanted: 'want.pollMinutes' | 'want.url'): SettingsError => {
    return wrongKey(key, value, terminal.say(wanted), { env, terminal });
  };
  const { pollMinutes = defaultPollMinutes, webhookUrl } = settings;
  if (typeof pollMinutes !== 'number' || !(pollMinutes >= 0.05 && pollMinutes <= dayMinutes)) {
    throw wrong('pollMinutes', pollMinutes, 'want.pollMinutes');
  }
  if (webhookUrl !== undefined && typeof webhookUrl !== 'string')
    throw wrong('webhookUrl', webhookUrl, 'want.url');
  const publicUrl =
    (switches.publicUrl ?? settingOf(env, 'BILLBEE_PUBLIC_URL') ?? webhookUrl)?.trim() || undefined;
  if (publicUrl !== undefined) webhookAddress(publicUrl);
  return { port: Number(port), host, publicUrl, pollMs: pollMinutes * 60_000 };
}
