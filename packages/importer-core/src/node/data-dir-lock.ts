import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StopError } from '../errors.js';

const heartbeatMs = 15_000;
const heartbeatTimeoutMs = 60_000;
const attempts = 5;

/**
 * Makes this process the only one that uses a folder, until it ends or calls the returned function.
 *
 * Each process first puts down a claim (a file that names it), then looks for others: whoever comes second
 * sees the first, so two can never both go on. Claims of dead processes are removed, so `kill -9` leaves
 * nothing to clean up by hand.
 *
 * @param folder an existing folder
 * @throws StopError `database-in-use`
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const claims = join(folder, 'in-use');
  await mkdir(claims, { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    const name = claimName(process.pid, await startOf(process.pid));
    const own = join(claims, name);
    const alreadyHere = !(await createClaim(own));
    const other = alreadyHere ? name : await findOther(claims, name);
    if (!other) {
      const heartbeat = setInterval(() => void touch(own), heartbeatMs);
      heartbeat.unref();
      return async () => {
        clearInterval(heartbeat);
        await rm(own, { force: true });
      };
    }
    if (!alreadyHere) await rm(own, { force: true });
    if (alreadyHere || attempt === attempts) throw inUse(folder, other);
    // Two that started together have seen each other: the wait differs, so one goes first.
    await delay(20 * attempt + Math.random() * 100);
  }
}

function claimName(pid: number, start: string): string {
  return `${pid}.${start}.${encodeURIComponent(hostname()).replaceAll('.', '%2E')}`;
}

async function createClaim(path: string): Promise<boolean> {
  try {
    await writeFile(path, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function findOther(claims: string, own: string): Promise<string | undefined> {
  for (const name of await readdir(claims)) {
    if (name === own) continue;
    if (await isAlive(claims, name)) return name;
    await rm(join(claims, name), { force: true });
  }
  return undefined;
}

async function isAlive(claims: string, name: string): Promise<boolean> {
  const [pidText = '', start = '', host] = name.split('.');
  const pid = Number(pidText);
  if (host === claimName(0, '').split('.')[2]) {
    return isRunning(pid) && (await startOf(pid)) === start;
  }
  // Another machine or container: its processes cannot be seen from here, but its heartbeat can.
  const claim = await stat(join(claims, name)).catch(() => undefined);
  return claim !== undefined && Date.now() - claim.mtimeMs < heartbeatTimeoutMs;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Tells a process from a later one with the same number, where the system says when it started. */
async function startOf(pid: number): Promise<string> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => {});
}

function inUse(folder: string, claim: string): StopError {
  const pid = claim.split('.')[0];
  return new StopError(
    'database-in-use',
    `The embedded database in ${folder} is in use by process ${pid}. Wait until it has ended, or use ` +
      'PostgreSQL (DATABASE_URL) when several processes must work at the same time.',
  );
}
