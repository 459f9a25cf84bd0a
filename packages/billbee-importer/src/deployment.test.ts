import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEncryptionKeys } from 'importer-accounts/node';
import { expect, it } from 'vitest';
import { buildProgram } from './program.js';
import { readEnvironment } from './settings/read-environment.js';
import { textsIn } from './texts/index.js';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** What containers are told to run, behind the name of our command. */
function commandsIn(text: string): string[][] {
  return [...text.matchAll(/command: \[(?:npx, billbee-importer, )?(.+)\]/g)].map(([, rest = '']) =>
    rest.split(',').map((part) => part.trim().replace(/^'|'$/g, '')),
  );
}

it.each(['deploy/compose.yaml', 'deploy/kubernetes.yaml'])(
  '%s runs commands that there are',
  async (path) => {
    const commands = commandsIn(read(path));
    expect(commands.map(([name]) => name).sort()).toEqual(['serve', 'work']);
    for (const args of commands) {
      let ran = false;
      const write = { out: () => {}, err: () => {} };
      const run = async (): Promise<void> => {
        ran = true;
      };
      await buildProgram({ say: textsIn('en'), version: '0', run, write }).parseAsync(args, { from: 'user' });
      expect(ran, args.join(' ')).toBe(true);
    }
  },
);

it.each(['deploy/compose.yaml', 'deploy/kubernetes.yaml'])(
  '%s names settings that the guide explains',
  (path) => {
    const guides = read('docs/many-merchants.md') + read('packages/billbee-importer/README.md');
    const names = new Set(
      [...read(path).matchAll(/\b(?:BILLBEE_[A-Z_]+|DATABASE_URL)\b/g)].map(([name]) => name),
    );
    expect(names.size).toBeGreaterThan(2);
    for (const name of names) expect(guides).toContain(`\`${name}\``);
  },
);

it('makes the key and the passwords of the compose file once, for those who need them', async () => {
  const script = /^ {6}- \|\n((?: {8}.*\n)+)/m.exec(read('deploy/compose.yaml'))?.[1] ?? 'exit 1';
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  const isRoot = process.getuid?.() === 0;
  const here = script
    .replaceAll('$$', '$')
    .replace('cd /secrets', `cd ${folder}`)
    // Nobody else can give files away.
    .replaceAll(/^ *chown .*$/gm, (line) => (isRoot ? line : ''));
  const make = () => spawnSync('sh', ['-euc', here], { encoding: 'utf8' });
  expect(make()).toMatchObject({ status: 0, stderr: '' });
  const made = readFileSync(join(folder, '.env'), 'utf8');
  const env = readEnvironment({}, folder);
  expect(() => parseEncryptionKeys(env['BILLBEE_ENCRYPTION_KEY'] ?? '')).not.toThrow();
  const { password, host } = new URL(env['DATABASE_URL'] ?? '');
  expect([host, password]).toEqual([
    'database:5432',
    readFileSync(join(folder, 'postgres-password'), 'utf8'),
  ]);
  expect(password).toHaveLength(32);
  const modes = ['.', '.env', 'postgres-password'].map((name) => statSync(join(folder, name)).mode & 0o777);
  expect(modes).toEqual([0o755, 0o600, 0o600]);
  expect(make()).toMatchObject({ status: 0 });
  expect(readFileSync(join(folder, '.env'), 'utf8')).toBe(made);
  rmSync(folder, { recursive: true });
});

const units = [
  'billbee-importer.service',
  'billbee-importer-import.service',
  'billbee-importer-import.timer',
];

it('has units whose commands there are, and that systemd takes where it is there', async () => {
  const started = units.flatMap((unit) => [...read(`deploy/${unit}`).matchAll(/^ExecStart=\S+ (.+)$/gm)]);
  expect(started.map(([, args = '']) => args.split(' ')[0]).sort()).toEqual(['import', 'serve']);
  for (const [, args = ''] of started) {
    let ran = false;
    const write = { out: () => {}, err: () => {} };
    const run = async (): Promise<void> => {
      ran = true;
    };
    const program = buildProgram({ say: textsIn('en'), version: '0', run, write });
    await program.parseAsync(args.split(' '), { from: 'user' });
    expect(ran, args).toBe(true);
  }
  // Under a root of its own, where the command that the units start is in its place.
  const root = mkdtempSync(join(tmpdir(), 'units-'));
  const folder = join(root, 'etc/systemd/system');
  mkdirSync(folder, { recursive: true });
  mkdirSync(join(root, 'usr/local/bin'), { recursive: true });
  writeFileSync(join(root, 'usr/local/bin/billbee-importer'), '#!/bin/sh\n');
  chmodSync(join(root, 'usr/local/bin/billbee-importer'), 0o755);
  for (const unit of units) writeFileSync(join(folder, unit), read(`deploy/${unit}`));
  const args = ['verify', '--man=no', '--recursive-errors=no', `--root=${root}`, ...units];
  const { error, status, stderr } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
  rmSync(root, { recursive: true });
  if (error) expect(error).toMatchObject({ code: 'ENOENT' });
  else expect([status, stderr]).toEqual([0, '']);
});

it('has workflows that run scripts of this repository alone', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  for (const workflow of ['ci', 'release']) {
    const text = read(`.github/workflows/${workflow}.yml`);
    const called = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name = '']) => name);
    expect(called.length).toBeGreaterThan(0);
    for (const name of called) expect(Object.keys(scripts)).toContain(name);
  }
});
