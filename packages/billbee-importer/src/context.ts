import { readFileSync } from 'node:fs';
import type { Clock, Fetch, Store } from 'importer-core';
import type { Caller, ExitCode, Streams } from './caller.js';
import type { Terminal } from './console/terminal.js';
import type { Environment } from './settings/read-environment.js';

export type { ExitCode } from './caller.js';

/** What a command gets from outside. */
export interface CommandContext extends Pick<Streams, 'stdin' | 'stderr'> {
  readonly terminal: Terminal;
  /** Environment and `.env`, see `readEnvironment`. */
  readonly env: Environment;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Aborted when the person or the system wants the command to end. */
  readonly stop: AbortSignal;
  /** Aborted when nobody reads stdout any more. */
  readonly unread: AbortSignal;
  /** The embedded database, where this process has it open already: commands of others are carried out on it. */
  readonly store?: Store | undefined;
  /** Carries out a command of another process on a database that this one has open. */
  readonly runFor: (caller: Caller, store: Store) => Promise<ExitCode>;
}

/**
 * Runs a command with what it needs; `json` says whether it owes a JSON object.
 *
 * `here`: it needs no embedded database, or is the one that has it; others are carried out by the service that has it open.
 */
export type Runner = (
  json: boolean,
  work: (context: CommandContext) => Promise<ExitCode>,
  where?: 'here',
) => Promise<void>;

/** The version of this package. */
export function ownVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
