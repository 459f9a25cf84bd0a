import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { idsInStatus, oneJson, openWorkplace } from './support/workplace.js';

it('lists what the store itself holds, in JSON as the file of --out would', async () => {
  const { sandbox, run, path } = await openWorkplace({ orders: 30 });
  expect((await run(['orders'])).stdout).toBe('No orders.\n');
  expect(await run(['orders', '--json'])).toMatchObject({ code: 0, stdout: '' });
  const before = new Date().toISOString();
  await run(['import', '--status', '3']);
  await run(['import', '--status', '3', '--out', 'orders.ndjson']);
  const sorted = (text: string): string[] => text.trimEnd().split('\n').sort();
  const listed = await run(['orders', '--json']);
  expect(listed.code).toBe(0);
  expect(sorted(listed.stdout)).toEqual(sorted(readFileSync(path('orders.ndjson'), 'utf8')));
  const table = (await run(['orders'])).stdout;
  for (const id of idsInStatus(sandbox, 3)) expect(table).toContain(id);

  expect(sorted((await run(['orders', '--json', '--since', before])).stdout)).toEqual(sorted(listed.stdout));
  const later = new Date(Date.now() + 60_000).toISOString();
  expect((await run(['orders', '--json', '--since', later])).stdout).toBe('');
  const wrong = await run(['orders', '--json', '--since', 'gestern']);
  expect(wrong.code).toBe(1);
  expect(oneJson(wrong)).toMatchObject({ error: { code: 'argument-invalid' } });
});

it('gives held orders up: they are not held again, and their payload is gone', async () => {
  const { sandbox, run } = await openWorkplace({ orders: 0 });
  const broken = sandbox.addOrder({ TotalCost: 1 });
  const id = String(broken.BillBeeOrderId);
  expect((await run(['import', '--status', '3'])).code).toBe(2);
  const done = await run(['held', 'dismiss', id, '4711', '--note', 'Testauftrag']);
  expect(done).toMatchObject({ code: 1, stdout: `${id}: dismissed\n` });
  expect(done.stderr).toContain('4711');
  expect(oneJson(await run(['held', '--json']))).toEqual({ held: [] });
  sandbox.setStatus(id, 1);
  sandbox.setStatus(id, 3);
  const again = oneJson(await run(['import', '--status', '3', '--json']));
  expect(again).toMatchObject({ held: 0, created: 0, skipped: 1 });
  const german = await run(['held', 'dismiss', id], { LANG: 'de_DE.UTF-8' });
  expect(german).toMatchObject({ code: 1, stderr: `${id}: kein Auftrag mit dieser ID ist zurückgehalten\n` });
});

it('refuses a settings file with a key that nothing reads, and names the nearest', async () => {
  const { run, path } = await openWorkplace({ orders: 1 });
  writeFileSync(path('settings.json'), '{"version":1,"importStatusIds":[3],"alowCredits":true}');
  const refused = await run(['import'], { BILLBEE_SETTINGS: 'settings.json' });
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.stderr).toContain('"alowCredits" is not known; did you mean "allowCredits"?');
});
