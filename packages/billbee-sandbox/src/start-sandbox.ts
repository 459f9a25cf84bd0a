import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type Http2Bindings, type HttpBindings, serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { API_BASE } from './api/api-env.js';
import { brokenOffAfter } from './api/apply-fault.js';
import type { SandboxOptions } from './options.js';
import { createSandbox, type InProcessSandbox } from './sandbox.js';

/** A running sandbox. */
export interface Sandbox extends InProcessSandbox {
  /** Base URL of the API, e.g. `http://127.0.0.1:40123/api/v1`. */
  readonly api: string;
  /** URL of the order overview. */
  readonly backend: string;
}

/**
 * Starts a sandbox on a loopback port; resolves when it answers.
 *
 * @throws the system's error when the port is taken
 * @example
 * const sandbox = await startSandbox({ orders: 500, rateLimit: false });
 * sandbox.setStatus('300000180937794', 16);
 * await sandbox.close();
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const inner = createSandbox(options);
  const { tls } = options;
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const secure = tls ? { createServer: createTlsServer, serverOptions: { ...tls } } : {};
    const fetch = (request: Request, { outgoing }: HttpBindings | Http2Bindings): Promise<Response> =>
      inner.fetch(request).then((response) => sendUnlessBroken(response, outgoing));
    const listen = { fetch, hostname: '127.0.0.1', port: options.port ?? 0, overrideGlobalObjects: false };
    const started = serve({ ...listen, ...secure }, () => resolve(started));
    started.once('error', reject);
  });
  const origin = `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...inner,
    api: `${origin}${API_BASE}`,
    backend: `${origin}/app_v2/order`,
    close: async () => {
      await inner.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}

/** Breaks the connection of an answer that is to end in mid-body; every other one is left to the server. */
function sendUnlessBroken(
  response: Response,
  outgoing: HttpBindings['outgoing'] | Http2Bindings['outgoing'],
): Response {
  const kept = brokenOffAfter(response);
  if (!kept) return response;
  const writable = outgoing as HttpBindings['outgoing'];
  writable.writeHead(response.status, Object.fromEntries(response.headers));
  writable.flushHeaders();
  writable.write(kept);
  // Time for what was sent to arrive before the connection breaks.
  setTimeout(() => writable.destroy(), 20);
  return RESPONSE_ALREADY_SENT;
}
