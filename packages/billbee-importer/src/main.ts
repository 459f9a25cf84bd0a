import { CommanderError } from 'commander';
import { readLanguage } from './console/language.js';
import { Terminal } from './console/terminal.js';
import { type CommandContext, type ExitCode, ownVersion, type Runner } from './context.js';
import { tellFailure } from './error-boundary.js';
import { watchOutput, watchSignals } from './interruptions.js';
import { buildProgram, exitCodeOf } from './program.js';
import { readEnvironment } from './settings/read-environment.js';
import { hideSecrets } from './settings/secrets.js';

const { stdout, stderr } = process;
const language = readLanguage(process.env, Intl.DateTimeFormat().resolvedOptions().locale);
const terminal = new Terminal({ stdout, stderr, env: process.env, language });
const unread = watchOutput([stdout, stderr]);

const run: Runner = async (json, work) => {
  const stop = watchSignals();
  let env: CommandContext['env'] = process.env;
  terminal.hide(hideSecrets(env));
  try {
    env = readEnvironment(process.env, process.cwd());
    terminal.hide(hideSecrets(env));
    const context: CommandContext = {
      terminal,
      env,
      fetch: (url, init) => fetch(url, init),
      clock: (await import('importer-core/node')).systemClock,
      stop,
      unread,
    };
    end(await work(context));
  } catch (error) {
    end(await tellFailure({ terminal, env, stop }, error, json));
  }
};

try {
  const version = ownVersion();
  const write = { out: (text: string) => stdout.write(text), err: (text: string) => stderr.write(text) };
  await buildProgram({ say: terminal.say, version, run, write }).parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  end(exitCodeOf(error));
}

/** Ends once everything written has left; sockets kept alive must not hold the shell up. */
function end(code: ExitCode): void {
  process.exitCode = code;
  stdout.write('', () => stderr.write('', () => process.exit()));
}
