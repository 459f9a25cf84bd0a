import { createServer } from 'node:net';

/**
 * A port nobody listens on, for a service whose address must be known before it starts, or that comes back at the same
 * one. Below the range that systems hand out by themselves: there, another test's connection could take it meanwhile.
 */
export function freePort(): Promise<number> {
  const candidate = 20_000 + Math.floor(Math.random() * 12_000);
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(freePort());
      else reject(error);
    });
    server.listen(candidate, '127.0.0.1', () => server.close(() => resolve(candidate)));
  });
}
