import { once } from 'node:events';
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  request as requestUpstream,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

/** One thing a browser asked for. */
export interface Seen {
  /** Host and port of the request or of the tunnel, e.g. `app.billbee.io:443`. */
  readonly host: string;
  /** Method and address: `GET https://app.billbee.io/de/order`; a tunnel that was refused: `CONNECT host:port`. */
  readonly request: string;
}

export interface Gateway {
  /** What a browser is given as proxy: `127.0.0.1:port`. */
  readonly proxy: string;
  /** Everything asked for until now, oldest first; requests that were refused too. */
  readonly seen: readonly Seen[];
  close(): Promise<void>;
}

/**
 * A proxy on loopback through which a browser sees its hosts: `https://host` for each of `hosts`, and nothing else.
 *
 * Every request is written down and nothing leaves the machine: what is not in `hosts` is refused.
 *
 * @param hosts - host name to the http address of a local server, or to a request listener.
 *
 * @example
 * const gateway = await startGateway({ 'app.billbee.io': 'http://127.0.0.1:8377' });
 */
export async function startGateway(
  hosts: Readonly<Record<string, string | RequestListener>>,
): Promise<Gateway> {
  const seen: Seen[] = [];
  const names = Object.keys(hosts);
  const certificate = await generate([{ name: 'commonName', value: 'test gateway' }], {
    extensions: [{ name: 'subjectAltName', altNames: names.map((value) => ({ type: 2, value })) }],
  });
  const tls = createHttpsServer({ key: certificate.private, cert: certificate.cert }, (request, response) => {
    const host = request.headers.host ?? '';
    seen.push({ host: `${host}:443`, request: `${request.method} https://${host}${request.url}` });
    const target = hosts[host];
    if (target === undefined) response.writeHead(404).end();
    else if (typeof target === 'string') forward(target, request, response);
    else target(request, response);
  });
  const proxy = createHttpServer((request, response) => {
    seen.push({ host: new URL(request.url ?? '').host, request: `${request.method} ${request.url}` });
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const host = request.url ?? '';
    if (!names.some((name) => host === `${name}:443`)) {
      seen.push({ host, request: `CONNECT ${host}` });
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    tls.emit('connection', socket);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    proxy: `127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    seen,
    async close() {
      proxy.close();
      proxy.closeAllConnections();
      tls.closeAllConnections();
      await once(proxy, 'close');
    },
  };
}

function forward(origin: string, request: IncomingMessage, response: ServerResponse): void {
  const upstream = requestUpstream(
    new URL(request.url ?? '/', origin),
    { method: request.method, headers: request.headers },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  upstream.on('error', () => response.writeHead(502).end());
  request.pipe(upstream);
}

/** What browsers ask their makers for on their own, extension or not. */
const ownHosts = new Set([
  'accounts.google.com',
  'clients2.google.com',
  'content-autofill.googleapis.com',
  'optimizationguide-pa.googleapis.com',
  'update.googleapis.com',
  'firefox.settings.services.mozilla.com',
]);

/** What was seen, less what browsers ask their makers for on their own. */
export function withoutBrowserTraffic(seen: readonly Seen[]): readonly Seen[] {
  return seen.filter(({ host }) => !ownHosts.has(host.replace(/:\d+$/, '')));
}
