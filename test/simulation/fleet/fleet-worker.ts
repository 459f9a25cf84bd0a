import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { importerProgram } from '../../support/importer-program.js';

/** One line of a worker's log. */
export interface WorkerLine {
  readonly level: string;
  readonly event: string;
  readonly [field: string]: string | number;
}

/** A worker process and what it has logged. */
export class FleetWorker {
  readonly child: ChildProcess;
  readonly lines: WorkerLine[] = [];
  /** What was not a line of the log: should stay empty. */
  readonly noise: string[] = [];
  readonly #ended: Promise<number | null>;

  constructor(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, [importerProgram, ...args], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        try {
          this.lines.push(JSON.parse(line) as WorkerLine);
        } catch {
          this.noise.push(line);
        }
      });
    }
    this.#ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Lines of one event. */
  of(event: string): WorkerLine[] {
    return this.lines.filter((line) => line.event === event);
  }

  /** Resolves with the exit code when the process is gone. */
  ended(): Promise<number | null> {
    return this.#ended;
  }

  /** Kills it in the middle of whatever it does. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.#ended;
  }

  /** Asks it to end, and waits. @returns its exit code */
  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.#ended;
  }
}
