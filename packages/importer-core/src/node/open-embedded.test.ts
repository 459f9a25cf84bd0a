import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeWatermark } from '../store/cursors.js';
import { lockFolder, requireRoom, roomBytes, whyUnopenable } from './data-folder.js';
import { openEmbeddedCopy, openEmbeddedDatabase } from './open-embedded.js';
import { openPostgres } from './open-postgres.js';

const folder = mkdtempSync(join(tmpdir(), 'store-'));
afterAll(() => rmSync(folder, { recursive: true }));

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

const scope = { account: 'a', target: 'store', selection: '3' };

describe('openEmbeddedDatabase', () => {
  it('keeps its data, lets in one at a time, and recovers from a first start that was cut short', async () => {
    const dataDir = join(folder, 'data');
    mkdirSync(join(dataDir, 'db.unfinished'), { recursive: true });
    writeFileSync(join(dataDir, 'db.unfinished', 'PG_VERSION'), 'torn');
    const first = await openEmbeddedDatabase(dataDir);
    await writeWatermark(first.db, scope, '2026-01-01T00:00:00', 'now');
    await expect(openEmbeddedDatabase(dataDir)).rejects.toMatchObject({ code: 'database-in-use' });
    await first.close();
    const second = await openEmbeddedDatabase(dataDir);
    expect(await second.db.selectFrom('cursor').select('watermark').execute()).toEqual([
      { watermark: '2026-01-01T00:00:00' },
    ]);
    await second.close();
    expect(readdirSync(dataDir).sort()).toEqual(['database.json', 'db', 'in-use']);
  });

  it('opens again after a kill in the moment in which PostgreSQL wrote its own lock', async () => {
    const dataDir = join(folder, 'killed-early');
    await (await openEmbeddedDatabase(dataDir)).close();
    writeFileSync(join(dataDir, 'db', 'postmaster.pid'), '');
    for (const open of [openEmbeddedCopy, openEmbeddedDatabase]) await (await open(dataDir)).close();
  });

  it('says what to do when its files are damaged', async () => {
    const dataDir = join(folder, 'damaged');
    mkdirSync(join(dataDir, 'db'), { recursive: true });
    writeFileSync(join(dataDir, 'db', 'PG_VERSION'), 'torn');
    await expect(openEmbeddedDatabase(dataDir)).rejects.toMatchObject({ code: 'database-unopenable' });
    expect(readdirSync(join(dataDir, 'in-use'))).toEqual([]);
  });

  it('does not take an emptied folder for a new one', async () => {
    const dataDir = join(folder, 'emptied');
    await (await openEmbeddedDatabase(dataDir)).close();
    rmSync(join(dataDir, 'db'), { recursive: true });
    const missing = { code: 'database-missing', message: expect.stringContaining('database.json') };
    await expect(openEmbeddedDatabase(dataDir)).rejects.toMatchObject(missing);
    mkdirSync(join(dataDir, 'db'));
    for (const open of [openEmbeddedDatabase, openEmbeddedCopy])
      await expect(open(dataDir)).rejects.toMatchObject(missing);
    rmSync(join(dataDir, 'database.json'));
    await (await openEmbeddedDatabase(dataDir)).close();
    expect(existsSync(join(dataDir, 'database.json'))).toBe(true);
  });

  it('names the setting when the folder cannot be used', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(openEmbeddedDatabase(join(file, 'data'))).rejects.toMatchObject({
      code: 'data-dir-unusable',
      settings: ['dataDir'],
    });
  });
});

describe('a folder that is whole', () => {
  it('is told from one without room for two segments of the log', async () => {
    await requireRoom('/srv/data', async () => roomBytes);
    await expect(requireRoom('/srv/data', async () => roomBytes - 1)).rejects.toMatchObject({
      reaction: 'retry',
      code: 'disk-full',
      message:
        'The disk of /srv/data is full: 33 MB are free, 33 MB are needed. Nothing is lost. Make room; then it goes on.',
    });
  });

  it('is never called damaged for want of memory or files', async () => {
    const whole = join(folder, 'whole');
    await (await openEmbeddedDatabase(whole)).close();
    const cluster = join(whole, 'db');
    const memory = new RangeError('WebAssembly.Memory(): could not allocate memory');
    expect(await whyUnopenable(cluster, cluster, memory)).toMatchObject({ code: 'memory-too-little' });
    const files = Object.assign(new Error('too many open files'), { code: 'EMFILE' });
    expect(await whyUnopenable(cluster, cluster, files)).toMatchObject({ code: 'too-many-files' });
    expect(await whyUnopenable(cluster, cluster, new Error('failed'))).toMatchObject({
      code: 'database-unopenable',
      message: expect.stringContaining('keep this one'),
    });
  });
});

it('names the file when files are another user’s', async () => {
  const dataDir = mkdtempSync(join(folder, 'foreign-'));
  await (await openEmbeddedDatabase(dataDir)).close();
  const cluster = join(dataDir, 'db');
  const file = join(cluster, 'global', 'pg_control');
  for (const path of [folder, dataDir]) chmodSync(path, 0o755);
  for (const entry of readdirSync(cluster, { recursive: true, withFileTypes: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o777 : 0o666);
  chmodSync(cluster, 0o777);
  chmodSync(file, 0o000);
  // Root may read everything: the process becomes nobody, once it has loaded what it needs.
  const script = `
    const { whyUnopenable } = await import(${JSON.stringify(join(import.meta.dirname, 'data-folder.ts'))});
    if (process.getuid() === 0) process.setuid(65534);
    const { code, message } = await whyUnopenable(${JSON.stringify(cluster)}, ${JSON.stringify(cluster)}, new Error('failed'));
    console.log(code, message);`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', script],
    {
      encoding: 'utf8',
    },
  );
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^database-foreign /);
  expect(stdout).toContain(file);
});

describe('openEmbeddedCopy', () => {
  it('shows what is there and leaves every byte of it as it is', async () => {
    const dataDir = join(folder, 'copied');
    const empty = await openEmbeddedCopy(dataDir);
    await empty.close();
    expect(existsSync(dataDir)).toBe(false);
    const original = await openEmbeddedDatabase(dataDir);
    await writeWatermark(original.db, scope, '2026-01-01T00:00:00', 'now');
    await expect(openEmbeddedCopy(dataDir)).rejects.toMatchObject({ code: 'database-in-use' });
    await original.close();
    const before = contentOf(dataDir);
    const copy = await openEmbeddedCopy(dataDir);
    const read = copy.db.selectFrom('cursor').select('watermark');
    expect(await read.execute()).toEqual([{ watermark: '2026-01-01T00:00:00' }]);
    await writeWatermark(copy.db, scope, '2026-02-02T00:00:00', 'now');
    await copy.close();
    expect(contentOf(dataDir)).toEqual(before);
  });
});

describe('lockFolder', () => {
  it('takes over from a process that was killed, and not from one that lives', async () => {
    const locked = mkdtempSync(join(folder, 'lock-'));
    const module = join(import.meta.dirname, 'data-folder.ts');
    const script = `import(${JSON.stringify(module)}).then(async ({ lockFolder }) => {
      await lockFolder(${JSON.stringify(locked)});
      console.log('locked');
      setInterval(() => {}, 1000);
    });`;
    const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve, reject) => {
      child.stdout.once('data', resolve);
      child.once('exit', (code) => reject(new Error(`It ended with ${code} before it had the lock.`)));
    });
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
    expect(failure).toMatchObject({ code: 'database-url-wrong', settings: ['databaseUrl'] });
    expect(failure.message).toContain('127.0.0.1:1/erp');
    expect(failure.message).not.toMatch(/geheim|importer:/);
  });
});
