import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { runSql } from 'importer-core/store';
import { type Fleet, openFleet } from '../../test/simulation/fleet/open-fleet.js';
import { print } from './figure.js';

const isLong = process.argv.includes('--long');
/** `--long` measures what docs/performance.md shows. */
const size = isLong
  ? { accounts: 2000, ordersPerAccount: 20, webhooks: 300 }
  : { accounts: 300, ordersPerAccount: 10, webhooks: 40 };
const importedShare = 0.9;

/** Many accounts on PostgreSQL: orders per second by number of worker processes, and how soon a webhook's order is delivered. */
export async function benchFleet(): Promise<void> {
  let single: number | undefined;
  for (const workers of [1, 2, 4]) {
    const { perSecond, note } = await throughput(workers);
    single ??= perSecond;
    print({
      name: `fleet/${size.accounts}-accounts/${workers}-workers`,
      value: perSecond,
      unit: 'orders/s',
      ...(workers === 1 ? {} : { peer: '1 worker', ratio: perSecond / single }),
      note,
    });
  }
  await webhookLatency();
}

/** From the start of the workers to the last order, with a sandbox that answers at once and without limits. */
async function throughput(workers: number): Promise<{ perSecond: number; note: string }> {
  const fleet = await openFleet({
    accounts: size.accounts,
    orders: size.ordersPerAccount,
    rateLimit: false,
    noFiles: true,
    env: { BILLBEE_POLL_MINUTES: '1440', BILLBEE_LOG_LEVEL: 'warn' },
  });
  try {
    // Orders are made on first use: not what is to be measured.
    let total = 0;
    for (const { state } of fleet.sandbox.accounts) total += state.orders.length;
    const before = usage([]);
    for (let worker = 0; worker < workers; worker += 1) fleet.start();
    await firstOrder(fleet);
    const started = performance.now();
    const already = await delivered(fleet);
    let count = already;
    while (count < total * importedShare) {
      await delay(100);
      count = await delivered(fleet);
      if (performance.now() - started > 600_000) break;
    }
    const seconds = (performance.now() - started) / 1000;
    const after = usage(fleet.workers.map(({ child }) => child.pid ?? 0));
    const share = (ticks: number): string => `${Math.round(ticks / seconds)} %`;
    const busy = (after.busy - before.busy) / Math.max(1, after.all - before.all);
    const [work, database, sandbox] = [
      after.workers - before.workers,
      after.database - before.database,
      after.sandbox - before.sandbox,
    ];
    const limit = busy > 0.85 ? 'the CPU is the limit' : 'waiting is the limit';
    return {
      perSecond: (count - already) / seconds,
      note: `CPU of workers ${share(work)}, database ${share(database)}, sandbox ${share(sandbox)} of one core; all cores ${Math.round(busy * 100)} % busy, other programs included: ${limit}`,
    };
  } finally {
    await fleet.close();
  }
}

/** From the moment an order comes into being at Billbee to its confirmed delivery, with Billbee's limits and two processes. */
async function webhookLatency(): Promise<void> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const fleet = await openFleet({
    accounts: 50,
    orders: 5,
    noFiles: true,
    env: { BILLBEE_POLL_MINUTES: '1440', BILLBEE_PUBLIC_URL: `http://127.0.0.1:${port}` },
  });
  try {
    const service = fleet.start({}, ['serve', '--port', String(port)]);
    while (!service.noise.some((line) => line.includes('Listening'))) await delay(100);
    fleet.start();
    const wanted = fleet.sandbox.accounts.reduce((sum, { state }) => sum + state.orders.length, 0);
    while ((await delivered(fleet)) < wanted * importedShare) await delay(200);
    await delay(3000);
    const made = new Map<string, number>();
    for (let number = 0; number < size.webhooks; number += 1) {
      const account = fleet.sandbox.accounts[number % fleet.sandbox.accounts.length];
      const at = Date.now();
      const order = account?.state.add();
      made.set(`${account?.credentials.username} ${order?.BillBeeOrderId}`, at);
      await delay(isLong ? 250 : 100);
    }
    await delay(5000);
    const { rows } = await runSql<{ name: string; at: string }>(
      fleet.store.db,
      `select account || ' ' || order_id as name, updated_at as at from delivery where state = 'delivered'`,
    );
    const times = rows
      .flatMap(({ name, at }) => (made.has(name) ? [Date.parse(at) - (made.get(name) ?? 0)] : []))
      .sort((one, other) => one - other);
    const at = (share: number): number =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
    const { rows: holds } = await runSql<{ name: string }>(
      fleet.store.db,
      `select account || ' ' || hold_id as name from hold`,
    );
    const held = holds.filter(({ name }) => made.has(name)).length;
    const note = `${times.length} of ${size.webhooks} webhooks, ${held} others held for a person, ${fleet.sandbox.counters.throttled} answers of status 429`;
    print({ name: 'fleet/webhook-to-delivery/p50', value: at(0.5), unit: 'ms', note });
    print({ name: 'fleet/webhook-to-delivery/p99', value: at(0.99), unit: 'ms', note });
  } finally {
    await fleet.close();
  }
}

async function delivered({ store }: Fleet): Promise<number> {
  const { rows } = await runSql<{ count: number }>(
    store.db,
    `select (select count(*) from delivery where state = 'delivered')::integer + (select count(*) from hold)::integer as count`,
  );
  return rows[0]?.count ?? 0;
}

async function firstOrder(fleet: Fleet): Promise<void> {
  while ((await delivered(fleet)) === 0) await delay(20);
}

interface Usage {
  readonly workers: number;
  readonly database: number;
  readonly sandbox: number;
  /** Of all cores, whatever made them busy. */
  readonly busy: number;
  readonly all: number;
}

/** CPU time so far, in hundredths of a second: of workers, of our PostgreSQL's processes, and of the sandbox (this process). */
function usage(pids: readonly number[]): Usage {
  const processes = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map((pid) => ({ pid, ...statOf(pid) }));
  const servers = processes.filter(({ name, parent }) => name === 'postgres' && parent === process.pid);
  const isOurs = (parent: number): boolean => servers.some(({ pid }) => Number(pid) === parent);
  const database = processes.filter(({ pid, parent }) => isOurs(parent) || isOurs(Number(pid)));
  const own = process.cpuUsage();
  const cores = (/^cpu +(.*)/.exec(readFileSync('/proc/stat', 'utf8'))?.[1] ?? '').split(' ').map(Number);
  const all = cores.reduce((sum, ticks) => sum + ticks, 0);
  return {
    workers: pids.reduce((sum, pid) => sum + statOf(String(pid)).ticks, 0),
    database: database.reduce((sum, { ticks }) => sum + ticks, 0),
    sandbox: (own.user + own.system) / 10_000,
    busy: all - (cores[3] ?? 0) - (cores[4] ?? 0),
    all,
  };
}

function statOf(pid: string): { readonly name: string; readonly parent: number; readonly ticks: number } {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const name = line.slice(line.indexOf('(') + 1, line.lastIndexOf(')'));
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return { name, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return { name: '', parent: 0, ticks: 0 };
  }
}
