import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { embeddedInUse } from 'importer-core/node';
import type { CommandRequest, ExitCode } from '../caller.js';
import { patienceMs } from '../settings/data-dir.js';
import { readFrames, type ServiceFrame, sendFrame, socketPath } from './frames.js';

/** The caller's own streams and signals. */
export interface CallerParts {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  readonly stop: AbortSignal;
  readonly unread: AbortSignal;
}

/**
 * Has a command carried out by the service that has the embedded database open.
 *
 * @param folder the data folder
 * @returns `lost`: the service is gone and the command not ended; undefined: nobody has it open, so the command can be carried
 *   out here
 */
export async function askService(
  folder: string,
  request: CommandRequest,
  parts: CallerParts,
): Promise<ExitCode | 'lost' | undefined> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const socket = await reach(folder);
    const ended = socket && (await carryOut(socket, request, parts));
    if (ended !== undefined) return ended;
    if (!(await embeddedInUse(folder)) || Date.now() >= until) return undefined;
    await delay(100, undefined, { signal: parts.stop }).catch(() => {
      throw parts.stop.reason;
    });
  }
}

/** Whether a service that takes commands has the folder open. */
export async function serviceAnswers(folder: string): Promise<boolean> {
  const socket = await reach(folder);
  socket?.destroy();
  return socket !== undefined;
}

/** A connection to the service; undefined when there is none, or only its socket is left. */
async function reach(folder: string): Promise<Socket | undefined> {
  let place: ReturnType<typeof socketPath>;
  try {
    place = socketPath(folder);
  } catch {
    return undefined;
  }
  try {
    return await new Promise<Socket | undefined>((resolve) => {
      const socket = connect(place.path);
      socket.once('connect', () => resolve(socket));
      socket.once('error', () => resolve(undefined));
    });
  } finally {
    place.release();
  }
}

/** @returns undefined: the service was just ending and has not begun with the command */
function carryOut(
  socket: Socket,
  request: CommandRequest,
  parts: CallerParts,
): Promise<ExitCode | 'lost' | undefined> {
  const { stdin, stdout, stderr, stop, unread } = parts;
  return new Promise((resolve) => {
    let ended: ExitCode | 'lost' | undefined;
    readFrames<ServiceFrame>(socket, (frame) => {
      if ('accepted' in frame) ended = 'lost';
      else if ('out' in frame) stdout.write(frame.out);
      else if ('err' in frame) stderr.write(frame.err);
      else if ('raw' in frame) stdin.setRawMode?.(frame.raw);
      else if ('wantsInput' in frame) forwardInput(stdin, socket);
      else if ('exit' in frame) {
        ended = frame.exit;
        socket.end();
      }
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      stdin.pause();
      resolve(ended);
    });
    const tell = (signal: AbortSignal, say: () => void): void => {
      if (signal.aborted) say();
      else signal.addEventListener('abort', say, { once: true });
    };
    sendFrame(socket, { command: request });
    tell(stop, () => sendFrame(socket, { stop: String((stop.reason as Error).message) }));
    tell(unread, () => sendFrame(socket, { unread: true }));
  });
}

function forwardInput(stdin: NodeJS.ReadStream, socket: Socket): void {
  stdin.on('data', (chunk: Buffer | string) =>
    sendFrame(socket, { input: Buffer.from(chunk).toString('base64') }),
  );
  stdin.once('end', () => sendFrame(socket, { inputEnd: true }));
}
