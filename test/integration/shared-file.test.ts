import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { oneJson, openWorkplace } from './support/workplace.js';

it('keeps each order once in a file that two data folders write in turn', async () => {
  const { run, sandbox, path, orders } = await openWorkplace({ orders: 40 });
  cpSync(path('data'), path('other'), { recursive: true });
  const into = (data: string, ...more: string[]) =>
    run(['import', '--status', '3', '--out', 'orders.ndjson', '--json', ...more], { BILLBEE_DATA_DIR: data });
  const { created } = oneJson<{ created: number }>(await into('data'));
  expect(oneJson(await into('other'))).toMatchObject({ created: 0 });
  sandbox.state.add();
  sandbox.state.add();
  expect(oneJson(await into('data'))).toMatchObject({ created: 2 });
  expect(oneJson(await into('other', '--dry-run'))).toMatchObject({ create: 0 });
  expect(oneJson(await into('other'))).toMatchObject({ created: 0 });
  const ids = orders('orders.ndjson').map(({ source }) => source.orderId);
  expect([ids.length, new Set(ids).size]).toEqual([created + 2, created + 2]);
});

it('leaves data folder and file as they are in a dry run, to the byte', async () => {
  const { run, path, folder } = await openWorkplace({ orders: 40 });
  const command = ['import', '--status', '3', '--out', 'orders.ndjson'];
  await run(command);
  appendFileSync(path('orders.ndjson'), '{"key":"torn');
  const before = contentOf(folder);
  expect((await run([...command, '--status', '1,3', '--dry-run'])).stdout).toMatch(/create \d+ new/);
  expect(contentOf(folder)).toEqual(before);
});

/** Hash of each file by its path. */
function contentOf(root: string): Map<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path, createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}
