import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startSandbox } from 'billbee-sandbox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packCommandLine } from '../../scripts/package/pack-command-line.js';
import { playDocument } from '../support/documentation/play-document.js';
import { onBareServer, readBlocks } from '../support/documentation/read-blocks.js';
import { sandboxEnv } from '../support/sandbox-env.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
let program: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bare-server-'));
  const tarball = packCommandLine(root, 'billbee-importer', folder, mkdtempSync(join(folder, 'work-')));
  const prefix = join(folder, 'prefix');
  cpSync(tarball, join(folder, 'billbee-importer.tgz'));
  // The step of the image, with an empty prefix and cache, and no network.
  const dockerfile = readFileSync(join(root, 'deploy/Dockerfile'), 'utf8');
  const step = /^RUN (npm install .+)$/m.exec(dockerfile)?.[1]?.replaceAll('/tmp/', `${folder}/`) ?? 'false';
  const env = { ...process.env, npm_config_prefix: prefix, npm_config_cache: join(folder, 'cache') };
  await run('sh', ['-c', step], { cwd: folder, env });
  expect(
    /^COPY (\S+) /m
      .exec(dockerfile)?.[1]
      ?.split('*')
      .every((part) => tarball.includes(part)),
  ).toBe(true);
  program = join(prefix, 'lib/node_modules/billbee-importer/bin/billbee-importer.js');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('is installed from one file without a network, and imports into its own database', async () => {
  const sandbox = await startSandbox({ rateLimit: false, orders: 30 });
  try {
    const env = { ...sandboxEnv(sandbox), LANG: 'C.UTF-8' };
    const call = async (...args: string[]) =>
      run(process.execPath, [program, ...args], { cwd: folder, env }).catch(
        (error) => error as { stdout: string },
      );
    expect((await call('check')).stdout).toBe('success\n');
    expect(JSON.parse((await call('import', '--status', '3', '--json')).stdout).created).toBeGreaterThan(3);
    expect((await call('orders')).stdout).toContain('EUR');
    expect((await call('mapping', '--help')).stdout).toContain('check');
  } finally {
    await sandbox.close();
  }
});

it.each(onBareServer)(
  'follows %s on a bare server: what is installed, an empty folder and nothing else',
  async (document) => {
    const played = await playDocument(readBlocks(document), { installed: program });
    expect(played.length).toBeGreaterThan(0);
    const failed = played.filter(({ code }) => code !== 0);
    expect(failed.map(({ line, output }) => `${document}:${line}\n${output}`).join('\n')).toBe('');
  },
);

it('holds licences and no tests', () => {
  const files = readdirSync(join(folder, 'prefix/lib/node_modules/billbee-importer'), {
    recursive: true,
    encoding: 'utf8',
  });
  expect(files.filter((file) => /\.test\.|\.map$|tsbuildinfo/.test(file))).toEqual([]);
  expect(files.filter((file) => /licen[sc]e/i.test(file)).length).toBeGreaterThan(15);
});
