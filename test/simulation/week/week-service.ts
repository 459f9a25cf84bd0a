import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Sandbox } from 'billbee-sandbox';
import { importerProgram } from '../../support/importer-program.js';
import { sandboxEnv } from '../../support/sandbox-env.js';
import { until } from '../../support/until.js';
import type { SteppedClock } from './stepped-clock.js';

/** What `/healthz` answers. */
export interface Health {
  readonly status: 'ok' | 'failing';
  readonly cause: string | null;
  readonly lastRun: { readonly endedAt: string } | null;
}

export const pollMinutes = 5;
/** Of what a process says the end is enough. */
const longestSaid = 20_000;

/** `serve` in a folder, started and ended again and again, and commands of other processes beside it. */
export class WeekService {
  readonly #folder: string;
  readonly #env: Readonly<Record<string, string>>;
  #child: ChildProcess | undefined;
  #said = '';
  #url = '';

  constructor(folder: string, clock: SteppedClock, sandbox: Sandbox) {
    this.#folder = folder;
    this.#env = {
      ...sandboxEnv(sandbox),
      NODE_OPTIONS: clock.nodeOptions,
      BILLBEE_POLL_MINUTES: String(pollMinutes),
    };
  }

  /** What the latest process has said. */
  get said(): string {
    return this.#said;
  }

  get hasEnded(): boolean {
    return this.#child?.exitCode != null || this.#child?.signalCode != null;
  }

  /** @returns once it listens; or, where it ends before, its exit code */
  async start(): Promise<number | 'listening'> {
    this.#said = '';
    const args = ['serve', '--status', '3', '--out', 'orders.ndjson', '--port', '0'];
    const child = this.#spawn(args, (text) => {
      this.#said = `${this.#said}${text}`.slice(-longestSaid);
    });
    this.#child = child;
    const listens = () => /Listening on (\S+)/.exec(this.#said)?.[1];
    await until('the service', () => listens() ?? (child.exitCode === null ? undefined : 'ended'), 60_000);
    if (child.exitCode !== null) return child.exitCode;
    this.#url = listens() ?? '';
    return 'listening';
  }

  /** @returns its exit code; undefined when it had ended already */
  async stop(signal: NodeJS.Signals): Promise<number | null | undefined> {
    const child = this.#child;
    if (!child || this.hasEnded) return undefined;
    const ended = endOf(child);
    child.kill(signal);
    return ended;
  }

  async health(): Promise<Health | undefined> {
    const answer = await fetch(`${this.#url}/healthz`).catch(() => undefined);
    return (await answer?.json().catch(() => undefined)) as Health | undefined;
  }

  /** Whether an account is worked on: a run that has ended may still be about to plan the next one. */
  async isAtWork(): Promise<boolean> {
    const answer = await fetch(`${this.#url}/metrics`).catch(() => undefined);
    return /^billbee_importer_leases_held [1-9]/m.test((await answer?.text()) ?? '');
  }

  /** A command of another process beside it. */
  async run(args: readonly string[]): Promise<{ readonly code: number | null; readonly text: string }> {
    let text = '';
    const child = this.#spawn(args, (more) => {
      text += more;
    });
    return { code: await endOf(child), text };
  }

  /** Resident set in MiB; 0 when it has ended. */
  get residentMb(): number {
    if (this.hasEnded) return 0;
    const status = readFileSync(`/proc/${this.#child?.pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  }

  #spawn(args: readonly string[], onText: (text: string) => void): ChildProcess {
    const child = spawn(process.execPath, [importerProgram, ...args], { cwd: this.#folder, env: this.#env });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => onText(String(data)));
    return child;
  }
}

/** When its streams have ended, too. */
function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code)));
}
