import { checkConnection } from 'importer-core';
import type { CommandContext, ExitCode } from '../context.js';
import { readCredentials } from '../settings/credentials.js';
import { readSettingsFile } from '../settings/read-settings-file.js';
import { wordingIn } from '../texts/wording.js';

/** `check`: `success`, or the one cause and what to do. */
export async function check(context: CommandContext): Promise<ExitCode> {
  const { terminal, env, fetch, clock, stop } = context;
  const connection = readCredentials(env, terminal);
  const result = await checkConnection({ connection, fetch, clock, signal: stop });
  if (result.ok) return checkOthers(context);
  const { problem, remedy } = wordingIn(terminal.language).parts(result.problem);
  terminal.complain(problem);
  terminal.complain(remedy);
  return 1;
}

/** Billbee is well; so must the database and the ERP be, where the settings name one. */
async function checkOthers(context: CommandContext): Promise<ExitCode> {
  const { terminal, env } = context;
  // The embedded one may be in use by a service that runs.
  if (env['DATABASE_URL']) {
    const { checkPostgres } = await import('importer-core/node');
    await checkPostgres(env['DATABASE_URL']);
  }
  const file = readSettingsFile(env, terminal);
  if (file['xentral'] !== undefined || env['XENTRAL_URL']) {
    const { checkXentralSide } = await import('./check-xentral.js');
    const problems = await checkXentralSide(context, file);
    for (const problem of problems) terminal.complain(problem);
    if (problems.length > 0) return 1;
  }
  terminal.print('success');
  return 0;
}
