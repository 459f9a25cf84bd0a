import { CommanderError } from 'commander';
import { readLanguage } from './console/language.js';
import { Terminal } from './console/terminal.js';
import { type CommandContext, type ExitCode, ownVersion, type Runner } from './context.js';
import { tellFailure } from './error-boundary.js';
import { buildProgram, exitCodeOf } from './program.js';
import { readEnvironment } from './settings/read-environment.js';
import { hideSecrets } from './settings/secrets.js';

/**
 * Aborts on Ctrl-C or when the system asks the process to end; a second time, the process ends at once.
 *
 * @example const stop = watchSignals(); await runImport({ …, signal: stop })
 */
function watchSignals(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(1);
      controller.abort(new Error(`Stopped by ${signal}.`));
    });
  }
  return controller.signal;
}

/**
 * Aborts when a reader has gone away (`… | head`); what is written after that is dropped, and no error is raised.
 */
function watchOutput(streams: readonly NodeJS.WriteStream[]): AbortSignal {
  const controller = new AbortController();
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      controller.abort(new Error('Nobody reads the output any more.'));
    });
  }
  return controller.signal;
}

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
