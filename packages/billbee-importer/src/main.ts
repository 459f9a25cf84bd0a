import { readLanguage } from './console/language.js';
import { runProgram } from './run-program.js';
import { readEnvironment } from './settings/read-environment.js';

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

const { stdin, stdout, stderr, env: variables } = process;
const unread = watchOutput([stdout, stderr]);

process.exitCode = await runProgram({
  argv: process.argv.slice(2),
  language: readLanguage(variables, Intl.DateTimeFormat().resolvedOptions().locale),
  stdin,
  stdout,
  stderr,
  variables,
  environment: () => readEnvironment(variables, process.cwd()),
  stop: watchSignals,
  unread,
  // Loads the database's parts, which help and version can do without.
  beside: async (folder, request, stop) =>
    (await import('./beside/ask-service.js')).askService(folder, request, {
      stdin,
      stdout,
      stderr,
      stop,
      unread,
    }),
});
// Ends once everything written has left; sockets kept alive must not hold the shell up.
stdout.write('', () => stderr.write('', () => process.exit()));
