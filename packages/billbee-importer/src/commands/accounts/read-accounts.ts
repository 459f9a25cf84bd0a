import type { NewAccount } from 'importer-accounts';
import { SettingsError } from 'importer-core';
import { parseSettingsFile, type SettingsFile, SettingsFileError } from 'importer-core/statuses';
import type { CommandContext } from '../../context.js';
import { readCredentials } from '../../settings/credentials.js';
import { findUnknownKey } from '../../settings/known-keys.js';
import { type Environment, settingOf } from '../../settings/read-environment.js';
import { readSettingsFile } from '../../settings/read-settings-file.js';
import { hideSecrets } from '../../settings/secrets.js';

/** The switches of `accounts add`. */
export interface AddSwitches {
  readonly stdin?: boolean;
  readonly label?: string;
  readonly settings?: string;
  readonly disabled?: boolean;
  /** commander's `--no-check`. */
  readonly check?: boolean;
}

const asked = ['BILLBEE_USERNAME', 'BILLBEE_API_PASSWORD', 'BILLBEE_API_KEY'] as const;

/**
 * The account that environment, `.env` and, on a terminal, the person at it describe. Credentials are never taken from the
 * command line: other users of the machine could read them there.
 *
 * @throws SettingsError `missing-credential`, `settings-unreadable`, `settings-invalid`
 */
export async function readAccount(context: CommandContext, switches: AddSwitches): Promise<NewAccount> {
  const { terminal } = context;
  const env: Environment = {
    ...context.env,
    ...(switches.settings !== undefined && { BILLBEE_SETTINGS: switches.settings }),
  };
  const answers = context.stdin.isTTY ? await askFor(context, env) : {};
  terminal.hide(hideSecrets({ ...env, ...answers }));
  const connection = readCredentials({ ...env, ...answers }, terminal);
  const settings =
    settingOf(env, 'BILLBEE_SETTINGS') === undefined ? undefined : readSettingsFile(env, terminal);
  return { connection, settings, label: switches.label, enabled: switches.disabled ? false : undefined };
}

async function askFor(
  { terminal, stop, stdin: input, stderr: output }: CommandContext,
  env: Environment,
): Promise<Record<string, string>> {
  const missing = asked.filter((name) => settingOf(env, name) === undefined);
  if (missing.length === 0) return {};
  const { read } = await import('read');
  const answers: Record<string, string> = {};
  for (const name of missing) {
    const prompt = `${terminal.say(`accounts.ask.${name}`)} `;
    const answer = read({ prompt, silent: name !== 'BILLBEE_USERNAME', input, output });
    answers[name] = await answer.catch((error: unknown) => {
      // Ctrl-C at a prompt does not reach the process as a signal.
      throw stop.aborted ? stop.reason : error;
    });
  }
  return answers;
}

/**
 * Accounts from JSON lines: `{"username","apiPassword","apiKey","url"?,"label"?,"enabled"?,"settings"?}`; `url` is
 * `BILLBEE_URL` unless the line has one.
 *
 * @throws SettingsError `argument-invalid` naming the line, and nothing of what stands in it
 */
export function parseAccountLines(
  text: string,
  { env, terminal }: Pick<CommandContext, 'env' | 'terminal'>,
): NewAccount[] {
  const found: NewAccount[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const wrong = (cause: string): SettingsError =>
      new SettingsError('argument-invalid', terminal.say('accounts.badLine', { line: index + 1, cause }), {
        settings: ['--stdin'],
      });
    const json = jsonObject(line.replace(/^\ufeff/, ''));
    if (!json) throw wrong('JSON');
    const text = (name: string): string | undefined => {
      const value = json[name];
      if (value !== undefined && typeof value !== 'string') throw wrong(`"${name}"`);
      return value;
    };
    const need = (name: string): string => {
      const value = text(name)?.trim();
      if (!value) throw wrong(`"${name}"`);
      return value;
    };
    const { enabled } = json;
    if (enabled !== undefined && typeof enabled !== 'boolean') throw wrong('"enabled"');
    const connection = {
      baseUrl: text('url') ?? settingOf(env, 'BILLBEE_URL'),
      username: need('username'),
      apiPassword: need('apiPassword'),
      apiKey: need('apiKey'),
    };
    found.push({ connection, label: text('label'), enabled, settings: settingsOf(json['settings'], wrong) });
  }
  return found;

  function settingsOf(value: unknown, wrong: (cause: string) => SettingsError): SettingsFile | undefined {
    if (value === undefined) return undefined;
    let settings: SettingsFile;
    try {
      settings = parseSettingsFile(JSON.stringify(value));
    } catch (error) {
      if (!(error instanceof SettingsFileError)) throw error;
      throw wrong(error.messages[terminal.language]);
    }
    const unknown = findUnknownKey(settings);
    if (unknown) throw wrong(terminal.say('settings.unknown', unknown));
    return settings;
  }
}

function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
    return isObject ? (json as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
