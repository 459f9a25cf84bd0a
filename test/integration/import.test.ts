import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { ErpOrder } from 'importer-core';
import { expect, it } from 'vitest';
import { idsInStatus, oneJson, openWorkplace } from './support/workplace.js';

const intoFile = ['import', '--status', '3', '--out', 'orders.ndjson', '--json'];
const idsOf = (orders: readonly ErpOrder[]): string[] => orders.map((order) => order.source.orderId).sort();

/** Cents as a whole number, so that no rounding can hide a difference. */
function cents(text: string): bigint {
  const parts = /^(-?\d+)\.(\d{2})$/.exec(text);
  if (!parts) throw new Error(`not an amount with two digits: ${text}`);
  return BigInt(`${parts[1]}${parts[2]}`);
}

it('imports every order once from a standing start, proved to the cent', async () => {
  const { run, sandbox, orders } = await openWorkplace({ database: 'new', rateLimit: true });
  const first = await run(intoFile);
  const expected = idsInStatus(sandbox, 3);
  expect(expected.length).toBeGreaterThan(10);
  expect(first.code).toBe(0);
  const summary = oneJson(first);
  expect(Object.keys(summary)).toEqual(
    expect.arrayContaining(['read', 'created', 'skipped', 'held', 'calls', 'retries', 'elapsedMs', 'cursor']),
  );
  expect(summary).toMatchObject({ read: expected.length, created: expected.length, skipped: 0, held: 0 });
  expect(summary['calls']).toBe(sandbox.counters.calls);
  expect(sandbox.counters.throttled).toBe(0);

  const imported = orders('orders.ndjson');
  expect(idsOf(imported)).toEqual(expected);
  for (const { source, totals, lines, shipping } of imported) {
    const items = lines.reduce((sum, line) => sum + cents(line.totalGross), 0n);
    const truth = sandbox.state.find(source.orderId)?.TotalCost ?? Number.NaN;
    expect([source.orderId, items + cents(shipping.gross)]).toEqual([source.orderId, cents(totals.gross)]);
    expect([source.orderId, totals.gross]).toEqual([source.orderId, truth.toFixed(2)]);
    expect(cents(totals.net) + cents(totals.tax)).toBe(cents(totals.gross));
  }
});

it('creates nothing in the second run, and only what is new in the third', async () => {
  const { run, sandbox, path, orders } = await openWorkplace({ orders: 60 });
  await run(intoFile);
  const before = readFileSync(path('orders.ndjson'), 'utf8');
  const second = await run(intoFile);
  expect([second.code, oneJson(second)['created']]).toEqual([0, 0]);
  expect(readFileSync(path('orders.ndjson'), 'utf8')).toBe(before);

  const added = String(sandbox.state.add().BillBeeOrderId);
  const moved = idsInStatus(sandbox, 16)[0] ?? '';
  sandbox.setStatus(moved, 3);
  const third = await run(intoFile);
  expect(oneJson(third)).toMatchObject({ created: 2, held: 0 });
  expect(idsOf(orders('orders.ndjson').slice(-2))).toEqual([added, moved].sort());
});

it('repairs a torn last line and loses no order for it', async () => {
  const { run, sandbox, path, orders } = await openWorkplace({ orders: 60 });
  const expected = idsInStatus(sandbox, 3);
  await run([...intoFile, '--limit', '5']);
  expect(orders('orders.ndjson')).toHaveLength(5);
  const whole = readFileSync(path('orders.ndjson'), 'utf8');
  writeFileSync(path('orders.ndjson'), `${whole}{"source":{"system":"billbee","orderI`);
  expect((await run(intoFile)).code).toBe(0);
  expect(readFileSync(path('orders.ndjson'), 'utf8').startsWith(whole)).toBe(true);
  expect(idsOf(orders('orders.ndjson'))).toEqual(expected);
});

it('reads since a time, that second included, and rather too much where a zone is named', async () => {
  const { run, sandbox } = await openWorkplace({ orders: 60 });
  const stamps = sandbox.orders
    .filter((order) => order.State === 3)
    .map((order) => order.LastModifiedAt ?? '')
    .sort();
  const since = stamps[Math.floor(stamps.length / 2)]?.slice(0, 19) ?? '';
  const from = (time: string): number => stamps.filter((stamp) => stamp >= time).length;
  expect(from(since)).toBeLessThan(stamps.length);
  // The sandbox shows Berlin's local time; a server that shows UTC would have these orders an hour or two earlier.
  const utc = new Date(`${since}+02:00`).toISOString().slice(0, 19);
  for (const [time, expected] of [
    [since, from(since)],
    [`${since}+02:00`, from(utc)],
  ] as const) {
    const plan = await run(['import', '--status', '3', '--since', time, '--dry-run', '--json']);
    expect([time, oneJson(plan)['create']]).toEqual([time, expected]);
  }
});

it('shows in a dry run what the import then does, and writes nothing', async () => {
  const { run, sandbox, path, folder } = await openWorkplace({ database: 'new', orders: 60 });
  const command = ['import', '--status', '1,2,3', '--out', 'orders.ndjson', '--json'];
  const dry = await run([...command, '--dry-run']);
  expect(readdirSync(folder)).toEqual([]);
  const plan = oneJson<{ orders: { action: string }[]; create: number; hold: number }>(dry);
  expect(plan.orders).toHaveLength(idsInStatus(sandbox, 1, 2, 3).length);
  expect(plan.hold).toBeGreaterThan(0);
  expect(dry.code).toBe(2);

  const real = await run(command);
  expect(real.code).toBe(2);
  expect(oneJson(real)).toMatchObject({ created: plan.create, held: plan.hold });
  expect(existsSync(path('orders.ndjson'))).toBe(true);

  const lines = (await run(['import', '--status', '3', '--dry-run'])).stdout.trimEnd().split('\n');
  expect(lines.slice(0, -2).every((line) => /^create \d+ new$/.test(line))).toBe(true);
});

it('prints its summary also when Billbee breaks off, and goes on from there', async () => {
  const { run, sandbox, orders } = await openWorkplace({ orders: 1500 });
  const expected = idsInStatus(sandbox, 3);
  expect(expected.length).toBeGreaterThan(250);
  sandbox.setFault(({ query }) =>
    /[?&]?page=2(&|$)/.test(query)
      ? { kind: 'answer', status: 401, contentType: 'application/json', body: '{"Message":"Denied"}' }
      : undefined,
  );
  const broken = await run(intoFile);
  const summary = oneJson<Record<string, number>>(broken);
  expect(broken.code).toBe(1);
  expect(broken.stderr).toMatch(/BILLBEE_API_KEY/);
  expect(summary['read']).toBeGreaterThan(0);
  expect(summary['read']).toBe(
    (summary['created'] ?? 0) + (summary['skipped'] ?? 0) + (summary['held'] ?? 0),
  );
  sandbox.setFault(undefined);
  expect((await run(intoFile)).code).toBe(0);
  expect(idsOf(orders('orders.ndjson'))).toEqual(expected);
});

it('refuses an --out that cannot be written, before any order is read', async () => {
  const { run, sandbox } = await openWorkplace();
  const { code, stderr } = await run(['import', '--status', '3', '--out', 'no/such/folder/orders.ndjson']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/--out/);
  expect(sandbox.counters.calls).toBe(0);
});

it('is human where nobody asked for JSON', async () => {
  const { run } = await openWorkplace({ orders: 60 });
  const { code, stdout } = await run(['import', '--status', '1,2']);
  expect(code).toBe(2);
  expect(stdout).toMatch(/^Read \d+: \d+ imported, 0 skipped, [1-9]\d* held\.\nCalls to Billbee: \d+ /);
});
