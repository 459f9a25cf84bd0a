import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeCursor } from '../store/cursors.js';
import { lockFolder } from './data-dir-lock.js';
import { openEmbeddedDatabase, openPostgres } from './open-store.js';

const folder = mkdtempSync(join(tmpdir(), 'store-'));
afterAll(() => rmSync(folder, { recursive: true }));

const place = { account: 'a', target: 'store', selection: '3' };

describe('openEmbeddedDatabase', () => {
  it('keeps its data, lets in one at a time, and recovers from a first start that was cut short', async () => {
    const dataDir = join(folder, 'data');
    mkdirSync(join(dataDir, 'db.unfinished'), { recursive: true });
    writeFileSync(join(dataDir, 'db.unfinished', 'PG_VERSION'), 'torn');
    const first = await openEmbeddedDatabase(dataDir);
    await writeCursor(first.db, place, { bookmark: '2026-01-01T00:00:00' }, 'now');
    await expect(openEmbeddedDatabase(dataDir)).rejects.toMatchObject({ code: 'database-in-use' });
    await first.close();
    const second = await openEmbeddedDatabase(dataDir);
    expect(await second.db.selectFrom('cursor').select('bookmark').execute()).toEqual([
      { bookmark: '2026-01-01T00:00:00' },
    ]);
    await second.close();
    expect(readdirSync(dataDir).sort()).toEqual(['db', 'in-use']);
  }, 60_000);

  it('says what to do when its files are damaged', async () => {
    const dataDir = join(folder, 'damaged');
    mkdirSync(join(dataDir, 'db'), { recursive: true });
    writeFileSync(join(dataDir, 'db', 'PG_VERSION'), 'torn');
    await expect(openEmbeddedDatabase(dataDir)).rejects.toMatchObject({ code: 'database-unopenable' });
    expect(readdirSync(join(dataDir, 'in-use'))).toEqual([]);
  }, 60_000);

  it('names the setting when the folder cannot be used', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(openEmbeddedDatabase(join(file, 'data'))).rejects.toMatchObject({
      code: 'data-dir-unusable',
      settings: ['BILLBEE_DATA_DIR'],
    });
  });
});

describe('lockFolder', () => {
  it('takes over from a process that was killed, and not from one that lives', async () => {
    const locked = mkdtempSync(join(folder, 'lock-'));
    const module = join(import.meta.dirname, 'data-dir-lock.ts');
    const script = `import(${JSON.stringify(module)}).then(async ({ lockFolder }) => {
      await lockFolder(${JSON.stringify(locked)});
      console.log('locked');
      setInterval(() => {}, 1000);
    });`;
    const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await expect(lockFolder(locked)).rejects.toMatchObject({
      code: 'database-in-use',
      message: expect.stringContaining(`process ${child.pid}`),
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    const unlock = await lockFolder(locked);
    await expect(lockFolder(locked)).rejects.toMatchObject({ code: 'database-in-use' });
    await unlock();
    await (await lockFolder(locked))();
    expect(readdirSync(join(locked, 'in-use'))).toEqual([]);
  });

  it('never lets in two that come at once', async () => {
    const locked = mkdtempSync(join(folder, 'race-'));
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(locked)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('openPostgres', () => {
  it('names the setting, and neither user nor password, when it cannot connect', async () => {
    const failure = await openPostgres('postgres://importer:geheim@127.0.0.1:1/erp').catch((error) => error);
    expect(failure).toMatchObject({ code: 'database-url-wrong', settings: ['DATABASE_URL'] });
    expect(failure.message).toContain('127.0.0.1:1/erp');
    expect(failure.message).not.toMatch(/geheim|importer:/);
  });
});
