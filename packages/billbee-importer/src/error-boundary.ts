import type { ProblemValues } from 'importer-core/messages';
import type { Terminal } from './console/terminal.js';
import type { CommandContext, ExitCode } from './context.js';
import { UnreadableDotEnv } from './settings/read-environment.js';
import { sentence } from './texts/wording.js';

/**
 * Turns whatever a command throws into words: an error of the library says all there is to say, any other is
 * shortened to its message, with the stack only for `DEBUG`.
 *
 * @param json whether the command owes a JSON object; when it has not written one, it gets `{"error":…}`
 */
export async function tellFailure(
  { terminal, env, stop }: Pick<CommandContext, 'terminal' | 'env' | 'stop'>,
  error: unknown,
  json: boolean,
): Promise<ExitCode> {
  const stopped = stop.aborted && error === stop.reason;
  const { code, message } = stopped
    ? { code: 'stopped', message: terminal.say('import.aborted') }
    : await describe(error, terminal);
  const shown = code === undefined ? terminal.say('failed.unexpected', { message }) : message;
  terminal.complain(shown);
  if (env['DEBUG'] && error instanceof Error) terminal.trace(error.stack ?? '');
  if (json && !terminal.jsonWritten) terminal.json({ error: { code: code ?? 'unexpected', message } });
  return 1;
}

/** The library's errors are known by what they carry: importing it here would slow every start down. */
async function describe(
  error: unknown,
  { language, say }: Terminal,
): Promise<{ code: string | undefined; message: string }> {
  if (!(error instanceof Error)) return { code: undefined, message: sentence(String(error)) };
  if (error instanceof UnreadableDotEnv) {
    const { path, reason } = error;
    return { code: 'dotenv-unreadable', message: say('settings.dotenv', { path, cause: reason }) };
  }
  const { code, values, message } = error as Error & { code?: unknown; values?: ProblemValues };
  if (!('reaction' in error) || typeof code !== 'string') {
    return { code: undefined, message: sentence(message || error.name) };
  }
  if (!values) return { code, message };
  const { causeIn } = await import('./texts/wording.js');
  return { code, message: causeIn(language, error) };
}
