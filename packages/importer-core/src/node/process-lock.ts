import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const heartbeatMs = 15_000;
const heartbeatTimeoutMs = 60_000;
const attempts = 5;
const pauseMs = 100;

/**
 * Makes this process the only one that uses something, until it ends or calls the returned function.
 *
 * Each process first puts down a claim (a file that names it), then looks for others: whoever comes second
 * sees the first, so two can never both go on. Claims of dead processes are removed, so `kill -9` leaves
 * nothing to clean up by hand.
 *
 * @param claims folder for the claims; created when missing
 * @param waitMs how long to wait for another process to end
 * @param inUse makes the error, given the number of the process that is there
 * @throws what `inUse` makes
 */
export async function takeLock(
  claims: string,
  inUse: (pid: string) => Error,
  waitMs = 0,
): Promise<() => Promise<void>> {
  const until = Date.now() + waitMs;
  for (let attempt = 1; ; attempt += 1) {
    const name = claimName(process.pid, await startOf(process.pid));
    const own = join(claims, name);
    const alreadyHere = !(await createClaim(claims, own));
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
    const isOver = alreadyHere || Date.now() >= until;
    if (attempt >= attempts && isOver) throw inUse(other.split('.')[0] ?? '');
    // Two that started together have seen each other: the wait differs, so one goes first.
    await delay(Math.min(20 * attempt, pauseMs) + Math.random() * pauseMs);
  }
}

/** Whether a process that lives has claimed it; claims of others are removed. */
export async function isTaken(claims: string): Promise<boolean> {
  const names = await readdir(claims).catch(() => []);
  return names.length > 0 && (await findOther(claims, '')) !== undefined;
}

function claimName(pid: number, start: string): string {
  return `${pid}.${start}.${encodeURIComponent(hostname()).replaceAll('.', '%2E')}`;
}

async function createClaim(claims: string, path: string): Promise<boolean> {
  await mkdir(claims, { recursive: true });
  try {
    await writeFile(path, '', { flag: 'wx' });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // The one before has just cleared the folder away.
    if (code === 'ENOENT') return createClaim(claims, path);
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
