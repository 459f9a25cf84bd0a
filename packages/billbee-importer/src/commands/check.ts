import { checkConnection } from 'importer-core';
import type { CommandContext, ExitCode } from '../context.js';
import { readCredentials } from '../settings/credentials.js';

/** `check`: `success`, or the one cause and what to do. */
export async function check({ terminal, env, fetch, clock, stop }: CommandContext): Promise<ExitCode> {
  const connection = readCredentials(env, terminal);
  const result = await checkConnection({ connection, fetch, clock, signal: stop });
  if (result.ok) {
    terminal.print('success');
    return 0;
  }
  terminal.complain(result.message[terminal.language]);
  terminal.complain(result.remedy[terminal.language]);
  return 1;
}
