import type { Language } from 'importer-core/statuses';
import type { Environment } from './settings/read-environment.js';

/** What the shell gets to see: 0 all well, 1 failed, 2 some orders held. */
export type ExitCode = 0 | 1 | 2;

/** An output stream, of this process or of another one's terminal. */
export interface OutputStream extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number | undefined;
}

/** Where a person stands who has called the program. */
export interface Streams {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}

/** What is known of a stream at the caller's. */
export interface StreamFacts {
  readonly isTTY: boolean;
  readonly columns?: number | undefined;
}

/** A command that another process carries out. */
export interface CommandRequest {
  /** Without program and script. */
  readonly argv: readonly string[];
  /** Environment and `.env`; paths in it are absolute. */
  readonly env: Environment;
  readonly language: Language;
  readonly stdin: StreamFacts;
  readonly stdout: StreamFacts;
  readonly stderr: StreamFacts;
}

/** A command of another process, with its streams and signals. */
export interface Caller extends Streams {
  readonly request: CommandRequest;
  /** Aborted when the caller is interrupted or gone, or this process ends. */
  readonly stop: AbortSignal;
  /** Aborted when nobody reads stdout any more. */
  readonly unread: AbortSignal;
}
