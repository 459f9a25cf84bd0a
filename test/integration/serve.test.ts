import { createHmac } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { freePort } from '../support/free-port.js';
import { until } from '../support/until.js';
import { runImporter } from './support/run-importer.js';
import { startServe } from './support/serve.js';
import { oneJson, openWorkplace, type Workplace } from './support/workplace.js';

async function startService(workplace: Workplace, port: number, args: readonly string[] = []) {
  const service = await startServe(workplace, ['--port', String(port), '--out', 'orders.ndjson', ...args]);
  return { ...service, get: (path: string) => fetch(`${service.url}${path}`), stop: () => service.end() };
}

const headersOf = ({ sandbox: { credentials } }: Workplace): Record<string, string> => ({
  'X-Billbee-Api-Key': credentials.apiKey,
  Authorization: `Basic ${btoa(`${credentials.username}:${credentials.apiPassword}`)}`,
});
const delivered = (workplace: Workplace): string[] =>
  existsSync(workplace.path('orders.ndjson'))
    ? workplace.orders('orders.ndjson').map(({ source }) => source.orderId)
    : [];
const fetches = ({ sandbox }: Workplace, id: string): number =>
  sandbox.calls.filter(({ method, path }) => method === 'GET' && path === `/orders/${id}`).length;

it('imports by polling and at once on a webhook, refuses forged ones, and catches up after it was down', async () => {
  const workplace = await openWorkplace({ orders: 20, rateLimit: true });
  const { sandbox } = workplace;
  const port = await freePort();
  const publicUrl = ['--public-url', `http://127.0.0.1:${port}/billbee`];
  const service = await startService(workplace, port, publicUrl);
  const registered = async (): Promise<{ Secret: string; WebHookUri: string; Filters: string[] }[]> =>
    (await fetch(`${sandbox.api}/webhooks`, { headers: headersOf(workplace) })).json();
  await until('the first poll', async () =>
    /runs_total{outcome="complete"} 1/.test(await (await service.get('/metrics')).text()),
  );
  const hooks = await registered();
  expect(hooks).toMatchObject([
    { WebHookUri: `${service.url}/billbee/webhooks/billbee`, Filters: ['order.created'] },
  ]);
  const [{ Secret = '' } = {}] = hooks;

  const other = String(sandbox.addOrder({ State: 1 }).BillBeeOrderId);
  const id = String(sandbox.addOrder().BillBeeOrderId);
  await until('the order', () => delivered(workplace).includes(id));
  await until('a look at the other', () => fetches(workplace, other) === 1);

  const busy = '300000180937794';
  const body = `{"Notifications":[{"Action":"order.created","BillBeeOrderId":${busy}}]}`;
  const deliver = (key: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(hooks[0]?.WebHookUri ?? '', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'ms-signature': `sha256=${createHmac('sha256', key).update(body).digest('hex')}`,
        ...headers,
      },
      body,
    });
  const calls = sandbox.counters.calls;
  expect((await deliver('another secret')).status).toBe(401);
  expect((await deliver(Secret, { 'content-type': 'text/plain' })).status).toBe(415);
  const tooLarge = await fetch(hooks[0]?.WebHookUri ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: ' '.repeat(300_000),
  });
  expect(tooLarge.status).toBe(413);
  expect(sandbox.counters.calls).toBe(calls);

  const answers = await Promise.all(Array.from({ length: 200 }, () => deliver(Secret)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
  await until('a look at the order', () => fetches(workplace, busy) > 0);

  const health = await service.get('/healthz');
  expect([health.status, await health.json()]).toEqual([
    200,
    {
      status: 'ok',
      database: 'ok',
      cause: null,
      lastRun: { outcome: 'complete', endedAt: expect.any(String), ageSeconds: expect.any(Number) },
    },
  ]);
  const metrics = await (await service.get('/metrics')).text();
  expect(metrics).toMatch(/^billbee_importer_webhooks_total 202$/m);
  expect(metrics).toMatch(/^billbee_importer_calls_this_month \d+$/m);
  expect(metrics).toMatch(/^billbee_importer_accounts\{state="enabled"\} 1$/m);
  expect(Number(/^billbee_importer_calls_planned (\S+)$/m.exec(metrics)?.[1])).toBeGreaterThan(1);
  expect(metrics).not.toMatch(/^billbee_importer_calls_left /m);
  expect(metrics).not.toContain(Secret);
  expect((await service.get('/')).status).toBe(404);
  const ended = await service.stop();
  expect(ended.code).toBe(0);
  expect(ended.stdout + ended.stderr).not.toContain(Secret);
  const logged = ended.stderr.split('\n').filter((line) => line.startsWith('{'));
  expect(
    logged
      .map((line) => JSON.parse(line))
      .find(({ event, created }) => event === 'lease-ended' && created > 0),
  ).toMatchObject({ outcome: 'done' });
  expect(logged.join('')).not.toContain('@');

  const missed = String(sandbox.addOrder().BillBeeOrderId);
  const again = await startService(workplace, port, publicUrl);
  await until('the missed order', () => delivered(workplace).includes(missed));
  expect(await registered()).toEqual(hooks);
  expect((await again.stop()).code).toBe(0);
  expect(fetches(workplace, busy)).toBeLessThanOrEqual(6);
  expect(sandbox.counters.throttled).toBe(0);
  const all = delivered(workplace);
  expect(new Set(all).size).toBe(all.length);
  expect(all).not.toContain(other);
});

it('says what keeps orders from coming in', async () => {
  const workplace = await openWorkplace({ orders: 5, fault: 'unauthorized' });
  const service = await startService(workplace, 0);
  const health = await until('a failed poll', async () => {
    const answer = await service.get('/healthz');
    return answer.status === 503 && answer.json();
  });
  expect(health).toMatchObject({
    status: 'failing',
    database: 'ok',
    cause: 'unauthorized',
    lastRun: { outcome: 'failed' },
  });
  const { code, stderr } = await service.stop();
  expect(code).toBe(0);
  expect(stderr).toContain('BILLBEE_API_KEY');
});

it.each([
  [['--port', '70000'], '--port'],
  [['--public-url', 'http://erp.example.com'], 'https://'],
])('refuses %j', async (args, word) => {
  const folder = process.cwd();
  const env = {
    BILLBEE_USERNAME: 'a@example.com',
    BILLBEE_API_PASSWORD: 'pass-word',
    BILLBEE_API_KEY: 'key-0123',
  };
  const { code, stderr } = await runImporter(['serve', '--status', '3', ...args], {
    cwd: folder,
    env,
    secrets: [],
  });
  expect(code).toBe(1);
  expect(stderr).toContain(word);
});

it('warns of the calls of the month, and stops before there are too many', async () => {
  const workplace = await openWorkplace({ orders: 20 });
  const { sandbox } = workplace;
  const budget = (callBudget: object): Record<string, string> => {
    writeFileSync(
      workplace.path('settings.json'),
      JSON.stringify({ version: 1, importStatusIds: [3], callBudget }),
    );
    return { BILLBEE_SETTINGS: workplace.path('settings.json') };
  };
  const warned = await workplace.run(['import', '--json'], budget({ warnAt: 2 }));
  expect(warned).toMatchObject({ code: 0, stderr: expect.stringContaining('callBudget.warnAt') });
  expect(oneJson(warned)).toMatchObject({
    calls: sandbox.counters.calls,
    callsThisMonth: sandbox.counters.calls,
  });
  const before = sandbox.counters.calls;
  const stopped = await workplace.run(['import', '--json'], budget({ warnAt: 90_000, stopAt: before + 1 }));
  expect(stopped).toMatchObject({ code: 0 });
  const over = await workplace.run(['import', '--json'], budget({ stopAt: before + 1 }));
  expect(over).toMatchObject({ code: 1, stderr: expect.stringContaining('callBudget.stopAt') });
  expect(sandbox.counters.calls).toBe(before + 1);
});

it('tries dead write-backs again', async () => {
  const workplace = await openWorkplace({ orders: [] });
  const { sandbox, run } = workplace;
  expect((await run(['report', 'status', '4711', '16'])).code).toBe(1);
  expect((await run(['retry-outbox', '999'])).stderr).toContain('999');
  sandbox.addOrder({ BillBeeOrderId: 4711 });
  const retried = await run(['retry-outbox', '--json']);
  expect(retried.code).toBe(0);
  expect(oneJson(retried)).toMatchObject({ outbox: [{ orderId: '4711', state: 'sent' }] });
  expect((await run(['retry-outbox'])).code).toBe(0);
});
