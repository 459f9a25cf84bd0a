import { spawn } from 'node:child_process';
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
import { fileURLToPath } from 'node:url';
import { startSandbox } from 'billbee-sandbox';
import { startXentralSandbox } from 'xentral-sandbox';
import { postgresDatabases } from '../../simulation/databases.js';
import { cheapStart } from '../importer-program.js';
import { type Block, isCommands, root } from './read-blocks.js';

const shim = fileURLToPath(new URL('./command-shim.mjs', import.meta.url));
const blockMs = 120_000;

/** What became of one block of commands. */
export interface Played {
  readonly line: number;
  readonly code: number | null;
  readonly output: string;
}

/**
 * Follows a document as a reader would: in an empty folder with a Billbee of its own, block after block. A value
 * written as `…` is filled in (`BILLBEE_API_KEY=…`); services run until the end of their block, sandboxes until the end of the
 * document.
 *
 * @param options `installed`: where `billbee-importer` is installed, and no other command of this repository is there then
 */
export async function playDocument(
  blocks: readonly Block[],
  { account = true, installed }: { readonly account?: boolean; readonly installed?: string } = {},
): Promise<Played[]> {
  const folder = mkdtempSync(join(tmpdir(), 'document-'));
  const closers: (() => Promise<void> | void)[] = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    const sandbox = await startSandbox({ rateLimit: false });
    closers.push(() => sandbox.close());
    const { username, apiPassword, apiKey } = sandbox.credentials;
    const settings: Record<string, string> = {
      BILLBEE_URL: sandbox.api,
      BILLBEE_USERNAME: username,
      BILLBEE_API_PASSWORD: apiPassword,
      BILLBEE_API_KEY: apiKey,
    };
    const commands = blocks.filter((block) => isCommands(block) && block.notRun === undefined);
    if (commands.some(({ text }) => text.includes('DATABASE_URL'))) {
      const databases = await postgresDatabases();
      closers.push(() => databases.close());
      settings['DATABASE_URL'] = (await databases.next(true)).env['DATABASE_URL'] ?? '';
    }
    if (commands.some(({ text }) => text.includes('XENTRAL_URL'))) {
      const xentral = await startXentralSandbox();
      closers.push(() => xentral.close());
      Object.assign(settings, { XENTRAL_URL: xentral.url, XENTRAL_TOKEN: xentral.token });
    }
    const { DATABASE_URL: _, ...given } = settings;
    const services = join(folder, '.services');
    writeFileSync(services, '');
    closers.push(() => endServices(services, () => true));
    const path = [shimFolder(folder, installed), process.env['PATH']].join(':');
    const env = {
      ...(account ? given : { BILLBEE_URL: sandbox.api }),
      PATH: path,
      HOME: folder,
      LANG: 'C.UTF-8',
      DOCUMENT_SERVICES: services,
    };
    const played: Played[] = [];
    for (const block of blocks) {
      if (block.file !== undefined) writeFileSync(join(folder, block.file), `${block.text}\n`);
      if (!commands.includes(block)) continue;
      const script = block.text.replaceAll(
        /\b([A-Z_]+)=…/g,
        (_all, name: string) => `${name}='${settings[name] ?? `${name}-of-the-test-0123456789abcdef`}'`,
      );
      played.push({ line: block.line, ...(await shell(script, folder, env)) });
      await endServices(services, (name) => !name.endsWith('-sandbox'));
    }
    return played;
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

/** Our own commands by name, and an `npx` that knows nothing else. */
function shimFolder(folder: string, installed: string | undefined): string {
  const bin = join(folder, '.bin');
  mkdirSync(bin);
  const add = (name: string, text: string): void => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  const programs = installed === undefined ? ownPrograms() : { 'billbee-importer': installed };
  for (const [name, path] of Object.entries(programs)) {
    add(name, `exec '${process.execPath}' ${cheapStart} '${shim}' '${path}' '${name}' "$@"`);
  }
  add(
    'npx',
    `[ -x '${bin}'/"$1" ] || { echo "npx: $1 is no command of this repository" >&2; exit 127; }\nexec "$@"`,
  );
  return bin;
}

/** Programs of this repository by the name of their command. */
function ownPrograms(): Record<string, string> {
  const programs: Record<string, string> = {};
  for (const entry of readdirSync(join(root, 'packages'))) {
    const manifest = join(root, 'packages', entry, 'package.json');
    if (!existsSync(manifest)) continue;
    const { bin = {} } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin?: Record<string, string> };
    for (const [name, path] of Object.entries(bin)) programs[name] = join(root, 'packages', entry, path);
  }
  return programs;
}

async function shell(script: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Omit<Played, 'line'>> {
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: blockMs,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, output };
}

/** Ends services that this document has started, by the ids that were noted. */
async function endServices(list: string, wanted: (name: string) => boolean): Promise<void> {
  const lines = readFileSync(list, 'utf8').split('\n').filter(Boolean);
  const kept: string[] = [];
  for (const line of lines) {
    const [id = '', name = ''] = line.split(' ');
    if (!wanted(name)) {
      kept.push(line);
      continue;
    }
    for (const signal of ['SIGTERM', ...Array(200).fill(0), 'SIGKILL'] as const) {
      try {
        process.kill(Number(id), signal);
      } catch {
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  writeFileSync(list, kept.map((line) => `${line}\n`).join(''));
}
