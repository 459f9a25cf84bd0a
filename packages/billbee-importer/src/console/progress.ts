import type { ImportProgress } from 'importer-core';
import type { Terminal } from './terminal.js';

/** Shows how far an import is. */
export interface ProgressView {
  show(progress: ImportProgress): void;
  end(): void;
}

/** On a pipe a line at most this often, so that a log stays readable. */
const linePauseMs = 2000;

/**
 * A progress bar on a terminal; plain lines, and few of them, anywhere else.
 *
 * @param now milliseconds, e.g. `Date.now`
 * @param say what a line says; default: how far an import is
 */
export async function openProgress(
  terminal: Terminal,
  now: () => number,
  say: (progress: Required<ImportProgress>) => string = (progress) => describe(terminal, progress),
): Promise<ProgressView> {
  const write = (progress: ImportProgress): string =>
    say({ ...progress, expected: progress.expected && Math.max(progress.expected, progress.read) });
  return terminal.stderr.isTTY ? openBar(terminal, write) : openLines(terminal, now, write);
}

type Writer = (progress: ImportProgress) => string;

function openLines(terminal: Terminal, now: () => number, write: Writer): ProgressView {
  let last = Number.NEGATIVE_INFINITY;
  return {
    show(progress) {
      if (now() - last < linePauseMs) return;
      last = now();
      terminal.note(write(progress));
    },
    end() {},
  };
}

async function openBar(terminal: Terminal, write: Writer): Promise<ProgressView> {
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar({
    stream: terminal.stderr as NodeJS.WritableStream,
    format: '[{bar}] {percentage}%  {line}',
    barCompleteChar: '#',
    barIncompleteChar: '-',
    barsize: 24,
    hideCursor: true,
    // The command ends itself on Ctrl-C.
    gracefulExit: false,
  });
  let running = false;
  return {
    show(progress) {
      const total = Math.max(progress.expected ?? progress.read, progress.read, 1);
      const payload = { line: write(progress) };
      if (running) {
        bar.setTotal(total);
        bar.update(progress.read, payload);
      } else {
        bar.start(total, progress.read, payload);
        running = true;
      }
    },
    end() {
      if (running) bar.stop();
      running = false;
    },
  };
}

function describe(terminal: Terminal, { read, created, skipped, held, expected }: ImportProgress): string {
  return expected === undefined
    ? terminal.say('import.lineOpen', { read, created, skipped, held })
    : terminal.say('import.line', { read, created, skipped, held, expected });
}
