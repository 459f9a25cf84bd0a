import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { Caller, CommandRequest, ExitCode } from '../caller.js';
import { type CallerFrame, readFrames, sendFrame, socketName, socketPath } from './frames.js';

/**
 * Takes commands of other processes at a socket in the data folder, which nobody but its owner may use.
 *
 * @param folder the data folder, which this process has for itself
 * @param stop aborted when the service is to end: from then on commands wait for its end, and those under way are interrupted
 * @param carryOut never throws
 * @returns a function that takes the socket away and waits for the commands under way to end
 */
export async function answerCommands(
  folder: string,
  stop: AbortSignal,
  carryOut: (caller: Caller) => Promise<ExitCode>,
): Promise<() => Promise<void>> {
  const place = socketPath(folder);
  const path = join(folder, socketName);
  const ending = new AbortController();
  const running = new Set<Promise<void>>();
  const server = createServer((socket) => {
    const work = answer(socket, carryOut, ending.signal).finally(() => running.delete(work));
    running.add(work);
  });
  // What a process has left that was killed: the folder is ours.
  rmSync(path, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    const before = process.umask(0o177);
    server.listen(place.path, resolve);
    process.umask(before);
  });
  const close = (): void => {
    if (ending.signal.aborted) return;
    server.close();
    rmSync(path, { force: true });
    place.release();
    ending.abort(new Error('The service ends.'));
  };
  stop.addEventListener('abort', close, { once: true });
  return async () => {
    close();
    await Promise.all(running);
  };
}

async function answer(
  socket: Socket,
  carryOut: (caller: Caller) => Promise<ExitCode>,
  ending: AbortSignal,
): Promise<void> {
  const stop = new AbortController();
  const unread = new AbortController();
  const stdin = new CallersInput(socket);
  const halt = (): void => stop.abort(ending.reason);
  ending.addEventListener('abort', halt, { once: true });
  socket.on('error', () => {});
  const request = await new Promise<CommandRequest | undefined>((resolve) => {
    readFrames<CallerFrame>(socket, (frame) => {
      if ('command' in frame) resolve(frame.command);
      else if ('input' in frame) stdin.push(Buffer.from(frame.input, 'base64'));
      else if ('inputEnd' in frame) stdin.push(null);
      else if ('stop' in frame) stop.abort(new Error(frame.stop));
      else if ('unread' in frame) unread.abort(new Error('Nobody reads the output any more.'));
    });
    socket.once('close', () => {
      stop.abort(new Error('The caller is gone.'));
      resolve(undefined);
    });
    ending.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  if (request && !ending.aborted) {
    sendFrame(socket, { accepted: true });
    stdin.isTTY = request.stdin.isTTY;
    const exit = await carryOut({
      request,
      stdin,
      stdout: new CallersOutput(request.stdout, (out) => sendFrame(socket, { out })),
      stderr: new CallersOutput(request.stderr, (err) => sendFrame(socket, { err })),
      stop: stop.signal,
      unread: unread.signal,
    });
    sendFrame(socket, { exit });
  }
  ending.removeEventListener('abort', halt);
  socket.end();
}

/** A stream whose text is written at the caller's. */
class CallersOutput extends Writable {
  readonly isTTY: boolean;
  readonly columns: number | undefined;

  constructor({ isTTY, columns }: CommandRequest['stdout'], send: (text: string) => void) {
    super({
      decodeStrings: false,
      write(chunk: string | Buffer, _encoding, done) {
        send(chunk.toString());
        done();
      },
    });
    this.isTTY = isTTY;
    this.columns = columns;
  }
}

/** What stands on the caller's standard input, once somebody wants it. */
class CallersInput extends Readable {
  isTTY = false;
  readonly #socket: Socket;
  #isAsked = false;

  constructor(socket: Socket) {
    super();
    this.#socket = socket;
  }

  override _read(): void {
    if (!this.#isAsked) sendFrame(this.#socket, { wantsInput: true });
    this.#isAsked = true;
  }

  /** As a terminal's: keys come one by one and are not shown. */
  setRawMode(raw: boolean): this {
    sendFrame(this.#socket, { raw });
    return this;
  }
}
