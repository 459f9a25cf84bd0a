import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { postgresPool, sessionsFor } from './postgres-pool.js';

let server: Server | undefined;
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
});

/** Address of a server that answers each connection's first message with these bytes. */
async function serverSaying(answer: Buffer): Promise<string> {
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', () => socket.write(answer));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `postgres://importer:geheim@127.0.0.1:${(server.address() as AddressInfo).port}/erp`;
}

/** PostgreSQL's AuthenticationOk and ReadyForQuery. */
const welcome = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);

it('tells whoever waits too long for a connection, instead of letting him wait for ever', async () => {
  const pool = await postgresPool(await serverSaying(welcome), 'host/erp', 2, 200);
  const held = [await pool.connect(), await pool.connect()];
  const error = await pool.connect().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'database-busy', reaction: 'retry' });
  expect((error as Error).message).toMatch(/host\/erp .*the 2 of this process.*databaseUrl/);
  held[0]?.release();
  (await pool.connect()).release();
  held[1]?.release();
});

it('tells of a server that accepts connections and says nothing', async () => {
  const pool = await postgresPool(await serverSaying(Buffer.alloc(0)), 'host/erp', 2, 200);
  await expect(pool.connect()).rejects.toMatchObject({ code: 'database-busy' });
});

it('keeps at least one connection for what runs do beside their own', () => {
  for (let connections = 2; connections <= 60; connections += 1) {
    const sessions = sessionsFor(connections);
    expect(sessions).toBeGreaterThanOrEqual(1);
    expect(sessions).toBeLessThan(connections);
  }
  // A worker has four more than it works on accounts at a time.
  for (let accounts = 1; accounts <= 60; accounts += 1) {
    expect(sessionsFor(accounts + 4)).toBeGreaterThanOrEqual(accounts);
  }
});
