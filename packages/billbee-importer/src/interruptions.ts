/**
 * Aborts on Ctrl-C or when the system asks the process to end; a second time, the process ends at once.
 *
 * @example const stop = watchSignals(); await runImport({ …, signal: stop })
 */
export function watchSignals(): AbortSignal {
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
export function watchOutput(streams: readonly NodeJS.WriteStream[]): AbortSignal {
  const controller = new AbortController();
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      controller.abort(new Error('Nobody reads the output any more.'));
    });
  }
  return controller.signal;
}
