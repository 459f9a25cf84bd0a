import { Hono } from 'hono';
import type { BillbeeConnection } from 'importer-core';
import { createShops, type Shop } from 'importer-staging';
import { type CommandRunner, explain, runCommand } from '../commands/run-command.js';
import type { CommandAnswer } from '../protocol/envelope.js';
import { openApi } from '../protocol/open-api.js';
import { readKeptSettings, type ShopSettings } from '../shop/read-settings.js';
import type { ConnectorPorts } from '../work/ports.js';
import { ShopRuns } from '../work/shop-runs.js';
import { ShopSessions } from '../work/shop-sessions.js';
import { type Limits, memoryLimits } from './limits.js';
import { Problem } from './problem.js';
import { readCommand } from './read-command.js';

export interface ConnectorOptions extends ConnectorPorts {
  /** Version of the service, for the OpenAPI document. */
  readonly version: string;
  /** Where a request comes from, for counting wrong tokens; undefined: all count together. */
  readonly addressOf?: ((env: unknown) => string | undefined) | undefined;
  readonly limits?: Limits | undefined;
}

/** A shop that can be imported for. */
export interface OpenedShop {
  readonly account: string;
  readonly connection: BillbeeConnection;
  readonly settings: ShopSettings;
}

/** OpenXE's side of the service. */
export interface Connector {
  /** Answers `POST /v1/command` and `GET /openapi.json`. */
  readonly app: Hono;
  /**
   * A shop as whoever imports for it needs it: with the credentials that Billbee has accepted, and the settings that the ERP sent last.
   *
   * @returns undefined when there is no such shop, or it cannot be used
   */
  openShop(name: string): Promise<OpenedShop | undefined>;
  /** After `stop` is aborted: waits until everything under way has come to its next safe point. */
  settle(): Promise<void>;
}

/**
 * Builds the connector.
 *
 * @example
 * const connector = openXeConnector({ store, vault, clock, billbee, runs, onBound, log, stop, version: '1.0.0' });
 * serve({ fetch: connector.app.fetch, hostname: '127.0.0.1', port: 8377 });
 */
export function openXeConnector(options: ConnectorOptions): Connector {
  const shops = createShops(options.store, options.clock);
  const runner: CommandRunner = {
    ports: options,
    shops,
    sessions: new ShopSessions(options, shops),
    runs: new ShopRuns(options),
  };
  const limits = options.limits ?? memoryLimits();
  const app = new Hono();
  const document = openApi(options.version);

  app.get('/openapi.json', (context) => context.json(document));

  app.post('/v1/command', async (context) => {
    const { shop, token } = await authenticate(
      context.req.header('authorization'),
      options.addressOf?.(context.env) ?? '',
    );
    const wait = await limits.countCommand(shop.name);
    if (wait !== undefined) throw tooMany(wait);
    const request = await readCommand(context.req.raw, token, options.clock.now());
    const { requestId } = request;
    try {
      const result = await runCommand(runner, shop, request);
      return context.json({ ok: true, requestId, result } satisfies CommandAnswer);
    } catch (error) {
      options.stop.throwIfAborted();
      const told = explain(error);
      if (!told || request.action !== 'auth') {
        const cause = told?.message ?? (error instanceof Error ? error.message : String(error));
        options.log(`${shop.name}: ${request.action} ${requestId}: ${cause}`);
      }
      const failure = told ?? {
        code: 'unexpected',
        message: `Im Dienst ist etwas schiefgegangen; sein Protokoll nennt die Ursache (Anfrage ${requestId}).`,
        retry: true,
      };
      return context.json({ ok: false, requestId, error: failure } satisfies CommandAnswer);
    }
  });

  app.onError((error, context) => {
    if (error instanceof Problem) {
      const { status, code, message, headers } = error;
      const failure = { code, message, retry: status !== 422 };
      return context.json({ ok: false, error: failure } satisfies CommandAnswer, status, headers);
    }
    if (!options.stop.aborted) options.log(error.message);
    const message = options.stop.aborted
      ? 'Der Dienst wird gerade beendet.'
      : 'Im Dienst ist etwas schiefgegangen.';
    const failure = { code: options.stop.aborted ? 'stopping' : 'unexpected', message, retry: true };
    return context.json({ ok: false, error: failure } satisfies CommandAnswer, 503, { 'retry-after': '5' });
  });

  /** A right token is never kept waiting by wrong ones from the same address. */
  async function authenticate(
    header: string | undefined,
    address: string,
  ): Promise<{ shop: Shop; token: string }> {
    const token = /^Bearer ([!-~]{1,200})$/i.exec(header ?? '')?.[1];
    const shop = token === undefined ? undefined : await shops.authenticate(token);
    if (shop && token !== undefined) return { shop, token };
    const wait = await limits.countStranger(address);
    if (wait !== undefined) throw tooMany(wait);
    throw new Problem(
      401,
      token === undefined ? 'token-missing' : 'token-wrong',
      'Der Dienst kennt das Token nicht. Bitte „Token“ mit der Ausgabe von „billbee-importer shops add“ vergleichen.',
      { 'www-authenticate': 'Bearer', connection: 'close' },
    );
  }

  return {
    app,
    async openShop(name) {
      const [row, shop] = await Promise.all([shops.get(name), runner.sessions.bound(name)]);
      const settings = row && readKeptSettings(row.settings, options.mapping);
      return shop && settings && { account: shop.account, connection: shop.connection, settings };
    },
    settle: () => runner.runs.settle(),
  };
}

function tooMany(seconds: number): Problem {
  return new Problem(429, 'too-many', `Zu viele Anfragen. Bitte ${seconds} Sekunden warten.`, {
    'retry-after': String(seconds),
    connection: 'close',
  });
}
