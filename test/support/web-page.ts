import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from 'billbee-sandbox';
import { openEmbeddedDatabase } from 'importer-core/node';
import { sql } from 'kysely';
import { cheapStart, importerProgram } from './importer-program.js';
import { sandboxEnv } from './sandbox-env.js';
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
      insert into hold (account, target, hold_id, origin, reason, field, "values", message, payload, payload_hash, held_at)
      select ${account}, 'store', (300000180000000 + n)::text, case when n % 5 = 0 then 'target' else 'order' end,
        (array['total-mismatch', 'currency-missing', 'article-unknown'])[1 + n % 3], (array['TotalCost', 'Currency', null])[1 + n % 3],
        case when n % 5 = 0 then null else (array[
          json_build_object('orderId', 300000180000000 + n, 'currency', 'EUR', 'total', (114.1 + n)::text, 'sum', (109.2 + n)::text, 'difference', '4.90'),
          json_build_object('orderId', 300000180000000 + n),
          json_build_object('field', 'OrderItems[0].Product.SKU', 'tried', json_build_array('BANK-01'))])[1 + n % 3] end,
        (array['The positions and the shipping add up to 114.10 EUR, the order says 119.00 EUR.',
          'The order has no currency.', 'The article BANK-01 is in no table of the mapping.'])[1 + n % 3],
        json_build_object('BillBeeOrderId', 300000180000000 + n, 'OrderNumber', 'B-' || n, 'TotalCost', 114.1 + n, 'Currency', 'EUR',
          'CreatedAt', '2026-11-20T10:00:00', 'Seller', json_build_object('BillbeeShopName', 'Gartenlaube Beispiel'),
          'InvoiceAddress', json_build_object('FirstName', 'Erika', 'LastName', 'Beispiel ' || n))::text,
        'x', to_char(now() at time zone 'utc' - n * interval '7 minutes', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
      from generate_series(1, ${held}::integer) n
    `.execute(store.db);
    await sql`
      insert into hold (account, target, hold_id, origin, reason, "values", message, payload, payload_hash, held_at)
      values (${account}, 'store', ${oldest}, 'order', 'currency-missing', json_build_object('orderId', ${oldest}::text), 'Enter the currency.', 'null', 'x', '2026-01-01T00:00:00Z')
    `.execute(store.db);
    await sql`
      insert into delivery (account, target, order_id, key, state, content_hash, status_id, order_number, total, updated_at)
      select ${account}, 'store', (300000170000000 + n)::text, 'k' || n, 'delivered', '1-h', 3, 'A-' || n, (n * 10) || '.00 EUR',
        to_char(now() at time zone 'utc' - n * interval '11 minutes', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
      from generate_series(1, 120) n
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
  /** Mends order 4711 of a language at Billbee, which the first poll holds for its total. */
  mend(language: 'de' | 'en'): void;
  /** What the service has said so far. */
  output(): string;
  close(): Promise<void>;
}

export async function startOperatorService(held: number): Promise<OperatorService> {
  const folder = mkdtempSync(join(tmpdir(), 'operator-'));
  const sandbox = await startSandbox({ rateLimit: false, orders: 20 });
  const { username } = sandbox.credentials;
  const oldest = String(sandbox.addOrder({ State: 1 }).BillBeeOrderId);
  await fillDatabase(join(folder, 'data'), username, held - 1, oldest);
  const broken = Object.fromEntries(
    (['de', 'en'] as const).map((language) => {
      const order = sandbox.addOrder();
      const { TotalCost } = order;
      Object.assign(order, { OrderNumber: `4711-${language}`, TotalCost: 1 });
      return [language, () => Object.assign(order, { TotalCost })];
    }),
  );
  const args = [cheapStart, importerProgram, 'serve', '--status', '3', '--port', '0'];
  const service = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...sandboxEnv(sandbox), BILLBEE_ADMIN_TOKEN: operatorToken },
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
    return { url, sandbox, oldest, mend: (language) => broken[language]?.(), output: () => output, close };
  } catch (error) {
    await close();
    throw error;
  }
}
