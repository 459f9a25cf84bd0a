import { connect, type Socket } from 'node:net';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Firefox's own remote protocol: length-prefixed JSON over a local socket, one command at a time.
 *
 * WebDriver BiDi, which the common drivers speak, leaves extension pages out
 * (https://bugzilla.mozilla.org/show_bug.cgi?id=1755014); Marionette works in them.
 * Source of the wire format: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #buffer = Buffer.alloc(0);
  #lastId = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#receive(chunk));
    const end = (error?: Error) => {
      for (const { reject } of this.#waiting.values()) {
        reject(new Error('Firefox closed the connection', { cause: error }));
      }
      this.#waiting.clear();
    };
    socket.on('error', end);
    socket.on('close', () => end());
  }

  /** Connects to a Firefox that listens on a loopback `port`. */
  static connect(port: number): Promise<Marionette> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new Marionette(socket));
      });
    });
  }

  /**
   * Sends one command, e.g. `send('WebDriver:Navigate', { url })`, and returns its result.
   *
   * @throws Error with Firefox's error name and message when the command fails.
   */
  send<Result = unknown>(command: string, parameters: Record<string, unknown> = {}): Promise<Result> {
    this.#lastId += 1;
    const id = this.#lastId;
    const body = Buffer.from(JSON.stringify([0, id, command, parameters]));
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        resolve: (value) => resolve(value as Result),
        reject: (error) => reject(new Error(`${command}: ${error.message}`, { cause: error })),
      });
      this.#socket.write(Buffer.concat([Buffer.from(`${body.length}:`), body]));
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const colon = this.#buffer.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#buffer.subarray(0, colon).toString());
      if (this.#buffer.length < end) return;
      const message: unknown = JSON.parse(this.#buffer.subarray(colon + 1, end).toString());
      this.#buffer = this.#buffer.subarray(end);
      // The greeting after connecting is an object; answers are [1, id, error, result].
      if (Array.isArray(message)) this.#answer(message[1], message[2], message[3]);
    }
  }

  #answer(id: number, error: { error: string; message: string } | null, result: unknown): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
    else waiting?.resolve(result);
  }
}
