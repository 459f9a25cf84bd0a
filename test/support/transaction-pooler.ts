import { connect, createServer, type Socket } from 'node:net';
import { freePort } from './free-port.js';

/** Which of the sessions that are free is handed out. */
export type Handout = 'last-used' | 'longest-free';

/**
 * A connection pooler in transaction mode, as PgBouncer's: each client logs in at the server by a session of its own, which
 * then serves whoever asks, for one transaction at a time.
 */
export async function startTransactionPooler(
  server: { readonly host: string; readonly port: number },
  handout: Handout,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const free: Session[] = [];
  const waiting: ((session: Session) => void)[] = [];
  const sockets = new Set<Socket>();
  const release = (session: Session): void => {
    session.client = undefined;
    const next = waiting.shift();
    if (next) next(session);
    else free.push(session);
  };
  const take = (): Promise<Session> => {
    const session = handout === 'last-used' ? free.pop() : free.shift();
    return session ? Promise.resolve(session) : new Promise((taken) => waiting.push(taken));
  };
  const listener = createServer((client) => {
    sockets.add(client);
    client.on('error', () => {});
    const socket = connect(server);
    sockets.add(socket);
    socket.on('error', () => {});
    let session: Session | undefined = { socket, client, unread: Buffer.alloc(0) };
    const own = session;
    socket.on('data', (data) => {
      own.client?.write(data);
      if (isIdleAfter(own, data)) {
        const held = own.client;
        release(own);
        if (held) held.emit('transaction-end');
      }
    });
    client.on('transaction-end', () => {
      session = undefined;
    });
    let turn = Promise.resolve();
    client.on('data', (data) => {
      turn = turn.then(async () => {
        // The session goes on to others when a client leaves.
        if (data[0] === 'X'.charCodeAt(0) && data.length === 5) return void client.end();
        session ??= await take();
        session.client = client;
        session.socket.write(data);
      });
    });
  });
  const port = await freePort();
  await new Promise<void>((ready) => listener.listen(port, '127.0.0.1', ready));
  return {
    port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => listener.close(closed));
    },
  };
}

interface Session {
  readonly socket: Socket;
  client: Socket | undefined;
  unread: Buffer;
}

/** Whether what the server has sent ends with `ReadyForQuery` outside of a transaction. */
function isIdleAfter(session: Session, data: Buffer): boolean {
  let rest = Buffer.concat([session.unread, data]);
  let isIdle = false;
  while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
    const end = 1 + rest.readInt32BE(1);
    isIdle = String.fromCharCode(rest[0] ?? 0) === 'Z' && String.fromCharCode(rest[5] ?? 0) === 'I';
    rest = rest.subarray(end);
  }
  session.unread = rest;
  return isIdle;
}
