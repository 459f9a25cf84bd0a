import type { ChildProcess } from 'node:child_process';
import { statSync, watch } from 'node:fs';
import { expect, it } from 'vitest';
import { idsInStatus, oneJson, openWorkplace } from './support/workplace.js';

const command = ['import', '--status', '3', '--out', 'orders.ndjson', '--json'];

it('has each order once after kills in mid-import', async () => {
  const { run, sandbox, orders, path, folder } = await openWorkplace({ orders: 1500 });
  const expected = idsInStatus(sandbox, 3);
  expect(expected.length).toBeGreaterThan(250);

  // While the second page is asked for, the first one has been delivered.
  let killed: ChildProcess | undefined;
  sandbox.setFault(({ query }) => {
    if (/(^|&)page=2(&|$)/.test(query)) killed?.kill('SIGKILL');
    return undefined;
  });
  const kill = (child: ChildProcess): void => {
    killed = child;
  };
  const first = await run(command, {}, { onStart: kill });
  expect(first.code).toBeNull();
  expect(orders('orders.ndjson').length).toBeGreaterThan(0);
  expect(orders('orders.ndjson').length).toBeLessThan(expected.length);
  sandbox.setFault(undefined);

  // As soon as the file grows: between delivery and confirmation.
  const size = statSync(path('orders.ndjson')).size;
  const second = await run(
    command,
    {},
    {
      onStart(child) {
        const watcher = watch(folder, () => {
          if (statSync(path('orders.ndjson')).size > size) child.kill('SIGKILL');
        });
        child.once('exit', () => watcher.close());
      },
    },
  );
  expect(second.code).toBeNull();

  const last = await run(command);
  expect(last.code).toBe(0);
  expect(oneJson(last)['held']).toBe(0);
  const ids = orders('orders.ndjson').map(({ source }) => source.orderId);
  expect(ids.sort()).toEqual(expected);
});

it.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s with the summary so far', async (signal) => {
  const { run, sandbox, orders } = await openWorkplace({ orders: 1500 });
  const expected = idsInStatus(sandbox, 3);
  let running: ChildProcess | undefined;
  sandbox.setFault(({ query }) => {
    if (/(^|&)page=2(&|$)/.test(query)) running?.kill(signal);
    return /(^|&)page=2(&|$)/.test(query) ? { kind: 'stall', milliseconds: 60_000 } : undefined;
  });
  const stopped = await run(
    command,
    {},
    {
      onStart(child) {
        running = child;
      },
    },
  );
  expect(stopped.code).toBe(1);
  const summary = oneJson<{ read: number; created: number; skipped: number; held: number }>(stopped);
  expect(summary.read).toBeGreaterThan(0);
  expect(summary.read).toBe(summary.created + summary.skipped + summary.held);
  expect(orders('orders.ndjson')).toHaveLength(summary.created);
  sandbox.setFault(undefined);
  await run(command);
  expect(
    orders('orders.ndjson')
      .map(({ source }) => source.orderId)
      .sort(),
  ).toEqual(expected);
});
