import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from 'billbee-sandbox';
import { openEmbeddedDatabase } from 'importer-core/node';
import { sql } from 'kysely';
import { cheapStart, importerProgram } from './importer-program.js';
import { until } from './until.js';

/** Token that the tests' operators sign in with. */
export const operatorToken = 'operator-token-of-the-tests';

/**
 * An account with a day of runs, `held` held orders and some write-backs, as weeks of work leave behind.
 *
 * @param oldest id of one more held order, the first of the list
 */
async function fillDatabase(dataDir: string, account: string, held: number, oldest: string): Promise<void> {
  const store = await openEmbeddedDatabase(dataDir);
  try {
    await sql`insert into cursor (account, target, selection, watermark, updated_at) values (${account}, 'store', '3', null, '')`.execute(
      store.db,
    );
    await sql`
      insert into hold (account, target, hold_id, origin, reason, field, message, payload, payload_hash, held_at)
      select ${account}, 'store', (300000180000000 + n)::text, case when n % 5 = 0 then 'target' else 'order' end,
        (array['total-mismatch', 'currency-missing', 'article-unknown'])[1 + n % 3], (array['TotalCost', 'Currency', null])[1 + n % 3],
        (array['The positions and the shipping add up to 114.10 EUR, the order says 119.00 EUR.',
          'The order has no currency.', 'The article BANK-01 is in no table of the mapping.'])[1 + n % 3],
        'null', 'x', to_char(now() at time zone 'utc' - n * interval '7 minutes', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
      from generate_series(1, ${held}::integer) n
    `.execute(store.db);
    await sql`
      insert into hold (account, target, hold_id, origin, reason, message, payload, payload_hash, held_at)
      values (${account}, 'store', ${oldest}, 'order', 'currency-missing', 'Enter the currency.', 'null', 'x', '2026-01-01T00:00:00Z')
    `.execute(store.db);
    await sql`
      insert into outbox (account, kind, order_id, subject, payload, state, attempts, due_at, message, updated_at)
      select ${account}, (array['status', 'shipment'])[1 + n % 2], (300000180000000 + n)::text, 'order:' || n,
        case n % 2 when 0 then '{"statusId": 4}' else '{"trackingNumber": "T"}' end::json,
        case when n % 30 = 0 then 'dead' else 'sent' end, 1, 0,
        case when n % 30 = 0 then 'Billbee answered 404: the order is not there.' end,
        to_char(now() at time zone 'utc' - n * interval '3 minutes', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
      from generate_series(1, 90) n
    `.execute(store.db);
    await sql`
      insert into import_run (account, target, selection, started_at, ended_at, outcome, summary)
      select ${account}, 'store', '3', to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        to_char(at + (2 + n % 5) * interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        case when n between 120 and 128 then 'failed' else 'complete' end,
        json_build_object('read', n % 7, 'created', n % 6, 'held', n % 2, 'calls', 2)
      from (select n, now() at time zone 'utc' - (288 - n) * interval '5 minutes' as at from generate_series(1, 287) n) runs
    `.execute(store.db);
  } finally {
    await store.close();
  }
}

/** `serve` beside a sandbox, with a database as {@link fillDatabase} leaves it. */
export interface OperatorService {
  readonly url: string;
  readonly sandbox: Sandbox;
  /** The held order that is the first of the list. It is in no selected status, so no import brings it. */
  readonly oldest: string;
  /** What the service has said so far. */
  output(): string;
  close(): Promise<void>;
}

export async function startOperatorService(held: number): Promise<OperatorService> {
  const folder = mkdtempSync(join(tmpdir(), 'operator-'));
  const sandbox = await startSandbox({ rateLimit: false, orders: 20 });
  const { username, apiPassword, apiKey } = sandbox.credentials;
  const oldest = String(sandbox.addOrder({ State: 1 }).BillBeeOrderId);
  await fillDatabase(join(folder, 'data'), username, held - 1, oldest);
  const args = [cheapStart, importerProgram, 'serve', '--status', '3', '--port', '0'];
  const service = spawn(process.execPath, args, {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      BILLBEE_URL: sandbox.api,
      BILLBEE_USERNAME: username,
      BILLBEE_API_PASSWORD: apiPassword,
      BILLBEE_API_KEY: apiKey,
      BILLBEE_ADMIN_TOKEN: operatorToken,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [service.stdout, service.stderr]) {
    stream.on('data', (text) => {
      output += String(text);
    });
  }
  const close = async (): Promise<void> => {
    const ended = new Promise((resolve) => service.once('exit', resolve));
    if (service.exitCode === null && service.kill('SIGTERM')) await ended;
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const url = await until('the service', () => /Listening on (\S+)/.exec(output)?.[1], 60_000);
    return { url, sandbox, oldest, output: () => output, close };
  } catch (error) {
    await close();
    throw error;
  }
}
