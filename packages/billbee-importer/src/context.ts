import { readFileSync } from 'node:fs';
import type { Clock, Fetch } from 'importer-core';
import type { Terminal } from './console/terminal.js';
import type { Environment } from './settings/read-environment.js';

/** What a command gets from outside. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Environment and `.env`, see `readEnvironment`. */
  readonly env: Environment;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Aborted when the person or the system wants the command to end. */
  readonly stop: AbortSignal;
  /** Aborted when nobody reads stdout any more. */
  readonly unread: AbortSignal;
}

/** What the shell gets to see: 0 all well, 1 failed, 2 some orders held. */
export type ExitCode = 0 | 1 | 2;

/** Runs a command with what it needs; `json` says whether it owes a JSON object. */
export type Runner = (json: boolean, work: (context: CommandContext) => Promise<ExitCode>) => Promise<void>;

/** The version of this package. */
export function ownVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
