import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { prepareOrder } from '../import/prepare-order.js';
import { sampleOrder } from '../order/sample-orders.test.data.js';
import { deliveryKeys } from '../target/delivery-key.js';
import type { Delivery, Target } from '../target/target.js';
import { openNdjsonTarget } from './ndjson-target.js';

const folder = mkdtempSync(join(tmpdir(), 'ndjson-'));
afterAll(() => rmSync(folder, { recursive: true }));

const account = 'shop-owner@example.com';
const keyOf = await deliveryKeys(account);
let files = 0;

function newPath(content?: string | Buffer): string {
  files += 1;
  const path = join(folder, `${files}.ndjson`);
  if (content !== undefined) writeFileSync(path, content);
  return path;
}

function delivery(id: number, changes: Record<string, unknown> = {}): Delivery {
  const { result } = prepareOrder()(sampleOrder({ BillBeeOrderId: id, ...changes }));
  if (result.outcome !== 'ready') throw new Error(result.reason);
  return { key: keyOf(String(id)), order: result.order };
}

async function listed(target: Target, since: string | undefined): Promise<string[]> {
  const ids: string[] = [];
  for await (const batch of target.listDelivered?.(since) ?? []) ids.push(...batch.map((one) => one.orderId));
  return ids;
}

const linesOf = (path: string): string[] => readFileSync(path, 'utf8').split('\n').slice(0, -1);
const orderIds = (path: string): string[] => linesOf(path).map((line) => JSON.parse(line).source.orderId);

describe('openNdjsonTarget', () => {
  it('writes one order per line, without the name of the account', async () => {
    const path = newPath();
    const target = await openNdjsonTarget(path, account);
    expect(target.id).toBe(`ndjson:${path}`);
    expect(await target.deliver([delivery(1), delivery(2)])).toEqual([
      { outcome: 'delivered' },
      { outcome: 'delivered' },
    ]);
    await target.close();
    expect(JSON.parse(linesOf(path)[0] ?? '')).toMatchObject({
      key: keyOf('1'),
      source: { system: 'billbee', orderId: '1', statusId: 3 },
      totals: { gross: '3612.84' },
    });
    expect(linesOf(path)[0]).not.toContain(account);
  });

  it('repairs a last line wherever it is torn', async () => {
    const whole = newPath();
    const target = await openNdjsonTarget(whole, account);
    await target.deliver([delivery(1), delivery(2, { OrderNumber: 'Größe ☕' })]);
    await target.close();
    const bytes = readFileSync(whole);
    const start = bytes.indexOf('\n') + 1;
    const cup = bytes.lastIndexOf('Größe');
    // Every byte at both ends and around characters of several bytes; between them, every kind of place.
    const near = (length: number, place: number): boolean => Math.abs(length - place) < 24;
    for (let length = start; length <= bytes.length; length += 1) {
      if (length % 17 !== 0 && ![start, cup, bytes.length].some((place) => near(length, place))) continue;
      const path = newPath(bytes.subarray(0, length));
      const repaired = await openNdjsonTarget(path, account);
      const isComplete = length >= bytes.length - 1;
      expect([length, [...(await repaired.findDelivered([keyOf('1'), keyOf('2')]))]]).toEqual([
        length,
        isComplete ? [keyOf('1'), keyOf('2')] : [keyOf('1')],
      ]);
      if (!isComplete) await repaired.deliver([delivery(2, { OrderNumber: 'Größe ☕' })]);
      await repaired.close();
      expect(readFileSync(path).equals(bytes)).toBe(true);
      rmSync(path);
    }
  });

  it('cuts off what a power failure left as zeros', async () => {
    const path = newPath(Buffer.concat([Buffer.from('{"source":{}}\n'), Buffer.alloc(5000)]));
    await (await openNdjsonTarget(path, account)).close();
    expect(readFileSync(path, 'utf8')).toBe('{"source":{}}\n');
  });

  it('finds orders across chunk borders and lists those of the account, with or without a key', async () => {
    const path = newPath();
    const target = await openNdjsonTarget(path, account);
    const wide = delivery(3, { SellerComment: 'x'.repeat(200_000) });
    await target.deliver([delivery(1), delivery(2), wide, delivery(4)]);
    const { order } = delivery(5);
    appendFileSync(path, `not json\n${JSON.stringify(order)}\n`);
    const other = { key: 'someone-else-6', order: delivery(6).order };
    await target.deliver([other]);
    expect(await target.findDelivered(['3', '4', '5', '7'].map(keyOf))).toEqual(
      new Set(['3', '4', '5'].map(keyOf)),
    );
    const listed = [];
    for await (const batch of target.listDelivered?.() ?? []) listed.push(...batch);
    expect(listed.map((one) => one.orderId)).toEqual(['1', '2', '3', '4', '5']);
    expect(listed[0]).toEqual({ key: keyOf('1'), orderId: '1', statusId: 3 });
    await target.close();
  });

  it('starts a new file when the old one was moved away', async () => {
    const path = newPath();
    const first = await openNdjsonTarget(path, account);
    await first.deliver([delivery(1)]);
    await first.close();
    renameSync(path, `${path}.taken`);
    const second = await openNdjsonTarget(path, account);
    await second.deliver([delivery(2)]);
    await second.close();
    expect(orderIds(path)).toEqual(['2']);
    expect(second.id).toBe(first.id);
  });

  it('lists what was added after a mark, and everything of another file', async () => {
    const path = newPath();
    const first = await openNdjsonTarget(path, account);
    await first.deliver([delivery(1)]);
    const mark = await first.mark?.();
    expect(await first.mark?.()).toBe(mark);
    await first.deliver([delivery(2)]);
    expect(await first.mark?.()).not.toBe(mark);
    expect(await listed(first, mark)).toEqual(['2']);
    await first.close();
    copyFileSync(path, `${path}.other`);
    const other = await openNdjsonTarget(`${path}.other`, account);
    expect(await listed(other, mark)).toEqual(['1', '2']);
    await other.close();
  });

  it('leaves alone what another process is writing', async () => {
    const path = newPath('{"key":"half a li');
    const module = join(import.meta.dirname, 'file-lock.ts');
    const script = `import(${JSON.stringify(module)}).then(async ({ lockFile }) => {
      await lockFile(${JSON.stringify(path)});
      console.log('locked');
      setInterval(() => {}, 1000);
    });`;
    const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await expect(openNdjsonTarget(path, account)).rejects.toMatchObject({
      code: 'out-in-use',
      message: expect.stringContaining(`process ${child.pid}`),
    });
    expect(readFileSync(path, 'utf8')).toBe('{"key":"half a li');
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    const target = await openNdjsonTarget(path, account);
    const sharing = await openNdjsonTarget(path, 'another-account');
    await target.close();
    await sharing.close();
    expect(readFileSync(path, 'utf8')).toBe('');
    expect(readdirSync(folder).filter((name) => name.endsWith('.in-use'))).toEqual([]);
  });

  it.each([
    ['a folder', folder, 'it is a folder'],
    ['a missing folder', join(folder, 'missing', 'orders.ndjson'), 'its folder does not exist'],
    ['a device', '/dev/null', 'it is not a regular file'],
    ['a path through a file', join(newPath('{}\n'), 'orders.ndjson'), 'a part of its path is no folder'],
  ])('refuses %s', async (_, path, reason) => {
    await expect(openNdjsonTarget(path, account)).rejects.toMatchObject({
      code: 'out-unusable',
      message: expect.stringContaining(reason),
      settings: ['out'],
    });
  });

  it('leaves a file alone that ends in something else', async () => {
    const path = newPath('Dear diary,\nno line break here');
    await expect(openNdjsonTarget(path, account)).rejects.toMatchObject({ code: 'out-unusable' });
    expect(statSync(path).size).toBe(30);
  });

  it('takes back half a batch when the disk is full', async () => {
    // A file size limit is the disk that every machine can fill.
    const path = newPath();
    const script = `
      process.on('SIGXFSZ', () => {});
      const { openNdjsonTarget } = await import(${JSON.stringify(join(import.meta.dirname, 'ndjson-target.ts'))});
      const target = await openNdjsonTarget(${JSON.stringify(path)}, 'shop');
      const order = { source: { system: 'billbee', orderId: '1', statusId: 3 }, fill: 'x'.repeat(700) };
      await target.deliver([{ key: 'a-1', order }]);
      await target.deliver([{ key: 'a-2', order }, { key: 'a-3', order }]).catch((error) => {
        console.log(error.code, error.message);
      });
    `;
    const file = join(folder, 'full.mts');
    writeFileSync(file, script);
    const tsx = join(import.meta.dirname, '../../../../node_modules/.bin/tsx');
    const output = execFileSync('bash', ['-c', `ulimit -f 1; exec ${tsx} ${file}`], {
      encoding: 'utf8',
      env: { ...process.env, TSX_DISABLE_CACHE: '1' },
    });
    expect(output).toContain('out-write-failed');
    expect(linesOf(path)).toHaveLength(1);
    expect(readFileSync(path, 'utf8').endsWith('\n')).toBe(true);
  });
});
