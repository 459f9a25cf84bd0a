import { createServer } from 'node:net';

/**
 * A port nobody listens on, for a service that comes back at the same address. Below the range that systems hand out
 * by themselves: there, another test's connection could take it while the service is away.
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
