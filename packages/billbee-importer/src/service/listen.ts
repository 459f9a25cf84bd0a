import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { SettingsError } from 'importer-core';
import type { Terminal } from '../console/terminal.js';

/** A server that accepts requests. */
export interface Listening {
  /** E.g. `http://127.0.0.1:8377`. */
  readonly url: string;
  /** Takes no new requests, lets those under way end, and cuts off what takes longer than 5 s. */
  close(): Promise<void>;
}

const closingMs = 5000;

/**
 * Listens; slow clients are cut off: 10 s for the headers, 30 s for the whole request.
 *
 * @throws SettingsError `port-unusable`
 */
export async function listen(
  app: { fetch(request: Request, bindings: object): Response | Promise<Response> },
  { host, port }: { readonly host: string; readonly port: number },
  terminal: Terminal,
): Promise<Listening> {
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const started = serve(
      {
        fetch: (request: Request, bindings: object) => app.fetch(request, bindings),
        hostname: host,
        port,
        overrideGlobalObjects: false,
        serverOptions: { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5000 },
      },
      () => resolve(started),
    );
    started.once('error', (error: NodeJS.ErrnoException) => {
      const cause = error.code ?? error.message;
      const message = terminal.say('serve.portUnusable', { host, port, cause });
      reject(new SettingsError('port-unusable', message, { cause: error, settings: ['--port', '--host'] }));
    });
  });
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}`,
    close: () =>
      new Promise<void>((resolve) => {
        const cutOff = setTimeout(() => {
          if ('closeAllConnections' in server) server.closeAllConnections();
        }, closingMs);
        server.close(() => {
          clearTimeout(cutOff);
          resolve();
        });
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}
