import { readdirSync, readFileSync } from 'node:fs';

/** Processor time so far, in seconds. */
export interface ProcessorTime {
  readonly workers: number;
  readonly database: number;
  readonly sandbox: number;
  /** Of all cores, whatever made them busy. */
  readonly busy: number;
  /** Of all cores, idle or not. */
  readonly all: number;
}

/** Of `/proc`, on every Linux that has not been built otherwise. */
const ticksPerSecond = 100;

/** Of workers, of the processes of our own PostgreSQL, and of the sandbox (this process). */
export function processorTime(workers: readonly number[]): ProcessorTime {
  const processes = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map((pid) => ({ pid: Number(pid), ...statOf(pid) }));
  const servers = processes.filter(({ name, parent }) => name === 'postgres' && parent === process.pid);
  const isOurs = (id: number): boolean => servers.some(({ pid }) => pid === id);
  const database = processes.filter(({ pid, parent }) => isOurs(parent) || isOurs(pid));
  const own = process.cpuUsage();
  const cores = (/^cpu +(.*)/.exec(readFileSync('/proc/stat', 'utf8'))?.[1] ?? '').split(' ').map(Number);
  const all = cores.reduce((sum, ticks) => sum + ticks, 0);
  const sumOf = (ticks: readonly number[]): number =>
    ticks.reduce((sum, one) => sum + one, 0) / ticksPerSecond;
  return {
    workers: sumOf(workers.map((pid) => statOf(String(pid)).ticks)),
    database: sumOf(database.map(({ ticks }) => ticks)),
    sandbox: (own.user + own.system) / 1e6,
    busy: (all - (cores[3] ?? 0) - (cores[4] ?? 0)) / ticksPerSecond,
    all: all / ticksPerSecond,
  };
}

/** Between two moments. */
export function processorTimeBetween(before: ProcessorTime, after: ProcessorTime): ProcessorTime {
  return {
    workers: after.workers - before.workers,
    database: after.database - before.database,
    sandbox: after.sandbox - before.sandbox,
    busy: after.busy - before.busy,
    all: after.all - before.all,
  };
}

/** Who used how much of one core, and what kept the whole from being quicker. */
export function describeLoad(
  { workers, database, sandbox, busy, all }: ProcessorTime,
  seconds: number,
): string {
  const share = (used: number): string => `${Math.round((used / seconds) * 100)} %`;
  const load = busy / Math.max(1, all);
  const limit = load > 0.85 ? 'the CPU is the limit' : 'waiting is the limit';
  return `CPU of workers ${share(workers)}, database ${share(database)}, sandbox ${share(sandbox)} of one core; all cores ${Math.round(load * 100)} % busy, other programs included: ${limit}`;
}

function statOf(pid: string): { readonly name: string; readonly parent: number; readonly ticks: number } {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const name = line.slice(line.indexOf('(') + 1, line.lastIndexOf(')'));
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    // Its own and that of children that have ended, each in user and kernel mode: a connection that is closed is not lost.
    const [user, system, endedUser, endedSystem] = [11, 12, 13, 14].map((field) => Number(fields[field]));
    return {
      name,
      parent: Number(fields[1]),
      ticks: (user ?? 0) + (system ?? 0) + (endedUser ?? 0) + (endedSystem ?? 0),
    };
  } catch {
    return { name: '', parent: 0, ticks: 0 };
  }
}
