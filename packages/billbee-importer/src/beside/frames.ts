import { closeSync, openSync } from 'node:fs';
import type { Socket } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { CommandRequest, ExitCode } from '../caller.js';

/** What the caller says, one JSON line each. */
export type CallerFrame =
  | { readonly command: CommandRequest }
  /** Base64 of what stands on its standard input, and its end. */
  | { readonly input: string }
  | { readonly inputEnd: true }
  /** It was interrupted. */
  | { readonly stop: string }
  /** Nobody reads its output any more. */
  | { readonly unread: true };

/** What the service says. */
export type ServiceFrame =
  /** From now on the command is the service's to carry out. */
  | { readonly accepted: true }
  | { readonly out: string }
  | { readonly err: string }
  /** From now on the standard input is wanted. */
  | { readonly wantsInput: true }
  | { readonly raw: boolean }
  | { readonly exit: ExitCode };

export function sendFrame(socket: Socket, frame: CallerFrame | ServiceFrame): void {
  if (socket.writable) socket.write(`${JSON.stringify(frame)}\n`);
}

/** Calls back for every frame; a line that is none is left out. */
export function readFrames<Frame>(socket: Socket, listener: (frame: Frame) => void): void {
  createInterface({ input: socket }).on('line', (line) => {
    let frame: unknown;
    try {
      frame = JSON.parse(line);
    } catch {
      return;
    }
    if (typeof frame === 'object' && frame !== null) listener(frame as Frame);
  });
}

/** The socket in the data folder at which a service takes commands. */
export const socketName = 'service.sock';

/** Longest path that every system takes for a socket, in bytes. */
const longestPath = 100;

/**
 * A path for the socket of a folder, short enough for the system.
 *
 * @returns with a function that is to be called when the socket is not needed any more
 */
export function socketPath(folder: string): { readonly path: string; release(): void } {
  const path = join(folder, socketName);
  if (Buffer.byteLength(path) <= longestPath) return { path, release() {} };
  const handle = openSync(dirname(path), 'r');
  return { path: `/proc/self/fd/${handle}/${basename(path)}`, release: () => closeSync(handle) };
}
