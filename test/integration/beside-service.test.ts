import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { until } from '../support/until.js';
import { startServe } from './support/serve.js';
import { idsInStatus, oneJson, openWorkplace, type Workplace } from './support/workplace.js';

const socketOf = (workplace: Workplace): string => workplace.path('data/service.sock');

it('carries out commands of other processes: same output, exit code and language', async () => {
  const workplace = await openWorkplace({ orders: 40 });
  const { sandbox } = workplace;
  const service = await startServe(workplace);
  const open = idsInStatus(sandbox, 3);
  const stored = async () => (await workplace.run(['held', '--json'])).code;
  await until('the first import', async () => (await stored()) !== 1, 60_000);

  // Nobody but the owner may use it.
  expect(statSync(socketOf(workplace)).mode & 0o777).toBe(0o600);

  // An import waits for the one of the service, and finds nothing new.
  const run = await workplace.run(['import', '--status', '3', '--json']);
  expect(run.stderr).not.toContain('in use');
  expect(oneJson(run)).toMatchObject({ created: 0 });
  const dry = await workplace.run([
    'import',
    '--status',
    '3',
    '--dry-run',
    '--since',
    '2000-01-01',
    '--json',
  ]);
  expect(oneJson(dry)).toMatchObject({ created: 0 });

  // What was written alone is seen beside, and the other way round.
  const [first = ''] = open;
  const reported = await workplace.run(['report', 'status', first, '16']);
  expect(reported).toMatchObject({ code: 0, stderr: '' });
  await until(
    'the report',
    () => sandbox.orders.find((one) => String(one.BillBeeOrderId) === first)?.State === 16,
  );
  const beside = await workplace.run(['outbox', '--json']);
  const held = await workplace.run(['held']);

  // In the caller's language; what is wrong is worded, and ends with its code.
  const german = await workplace.run(['retry-held', '4711'], { LANG: 'de_DE.UTF-8' });
  expect(german).toMatchObject({ code: 1 });
  expect(german.stdout + german.stderr).toMatch(/4711.*zurückgehalten|zurückgehalten.*4711/);
  const wrong = await workplace.run(['report', 'stock', 'SKU', 'viele']);
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).not.toBe('');
  const unknown = await workplace.run(['outbox', '--nonsense']);
  expect(unknown.code).toBe(1);
  expect((await workplace.run(['--help'])).code).toBe(0);

  // What stands on the standard input arrives; refused settings name the caller's files.
  const { username, apiPassword, apiKey } = sandbox.credentials;
  const lines = `${JSON.stringify({ username, apiPassword, apiKey, label: 'Zweiter' })}\n`;
  const added = await workplace.run(['accounts', 'add', '--stdin'], { LANG: 'en' }, { stdin: lines });
  expect(added).toMatchObject({ code: 0 });
  const listed = oneJson<{ accounts: { label: string }[] }>(
    await workplace.run(['accounts', 'list', '--json']),
  );
  expect(listed.accounts).toMatchObject([{ label: 'Zweiter' }]);

  const ended = await service.end();
  expect(ended).toMatchObject({ code: 0 });
  expect(existsSync(socketOf(workplace))).toBe(false);

  // Alone again, the same.
  expect(await workplace.run(['outbox', '--json'])).toEqual(beside);
  expect(await workplace.run(['held'])).toEqual(held);
  expect(readdirSync(workplace.path('data/in-use'))).toEqual([]);
});

it('ends a command alone when its caller is interrupted or gone, and all of them when the service ends', async () => {
  const workplace = await openWorkplace({ orders: 10 });
  const { sandbox } = workplace;
  const service = await startServe(workplace);
  await until('the first import', async () => (await workplace.run(['held'])).code !== 1, 60_000);
  sandbox.setFault(({ path }: { path: string }) =>
    path === '/orders' ? { kind: 'stall', milliseconds: 20_000 } : undefined,
  );
  const start = async (end: 'SIGINT' | 'SIGKILL') => {
    let child: ChildProcess | undefined;
    const finished = workplace.run(['import', '--status', '3,16'], {}, { onStart: (one) => (child = one) });
    const before = sandbox.calls.length;
    await until('its call', () => sandbox.calls.length > before, 30_000);
    child?.kill(end);
    return await finished;
  };
  const interrupted = await start('SIGINT');
  expect(interrupted).toMatchObject({ code: 1 });
  expect(interrupted.stderr).toMatch(/stopped|interrupted|aborted/i);
  expect(await start('SIGKILL')).toMatchObject({ code: null });
  // The service itself goes on.
  expect(await workplace.run(['held', '--json'])).toMatchObject({ code: expect.any(Number), stderr: '' });

  const last = workplace.run(['import', '--status', '3,16']);
  const before = sandbox.calls.length;
  await until('its call', () => sandbox.calls.length > before, 30_000);
  expect(await service.end()).toMatchObject({ code: 0 });
  expect(await last).toMatchObject({ code: 1 });

  // One that dies takes its commands along, and the caller says so.
  sandbox.setFault(({ path }) =>
    path.endsWith('/shipment') ? { kind: 'stall', milliseconds: 20_000 } : undefined,
  );
  const dying = await startServe(workplace);
  const [id = ''] = idsInStatus(sandbox, 3);
  const orphan = workplace.run(['report', 'shipment', id, 'JD1']);
  await until('its call', () => sandbox.calls.some(({ path }) => path.endsWith('/shipment')), 30_000);
  await dying.end('SIGKILL');
  const left = await orphan;
  expect(left).toMatchObject({ code: 1 });
  expect(left.stderr).toContain('is gone');
});

it('serves also where its folder can have no socket, and says so', async () => {
  const workplace = await openWorkplace({ orders: 3 });
  mkdirSync(socketOf(workplace));
  const service = await startServe(workplace);
  const ended = await service.end();
  expect(ended).toMatchObject({ code: 0 });
  expect(ended.stderr).toContain('can have no socket');
});

it('is refused by no lock and no socket that a killed service has left, and waits for one that is ending', async () => {
  const workplace = await openWorkplace({ orders: 10 });
  const killed = await startServe(workplace);
  await killed.end('SIGKILL');
  expect(existsSync(socketOf(workplace))).toBe(true);
  expect(await workplace.run(['held'])).toMatchObject({ stderr: '' });

  const ending = await startServe(workplace);
  const ended = ending.end();
  expect((await workplace.run(['held', '--json'])).stderr).toBe('');
  await ended;

  // A second service does not wait for one that serves.
  const first = await startServe(workplace);
  const second = await workplace.run(['serve', '--port', '0', '--status', '3']);
  expect(second).toMatchObject({ code: 1 });
  expect(second.stderr).toContain('in use');
  await first.end();
});
