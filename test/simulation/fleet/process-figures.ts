import { readdirSync, readFileSync } from 'node:fs';
import { runSql } from 'importer-core/store';
import type { Fleet } from './open-fleet.js';

/** What the workers of a fleet hold at one moment. */
export interface FleetSample {
  readonly seconds: number;
  /** Resident memory of each worker in MB. */
  readonly memory: readonly number[];
  /** Open files and sockets of each worker. */
  readonly handles: readonly number[];
  /** Connections to the database, the test's own among them. */
  readonly connections: number;
  readonly calls: number;
  readonly throttled: number;
  readonly orders: number;
}

/** Looks at processes (Linux: /proc) and database. */
export async function sampleFleet(fleet: Fleet, startedAt: number): Promise<FleetSample> {
  const pids = fleet.workers.filter((worker) => worker.running).map((worker) => worker.child.pid ?? 0);
  const { rows } = await runSql<{ count: number }>(
    fleet.store.db,
    'select count(*)::integer as count from pg_stat_activity where datname = current_database()',
  );
  return {
    seconds: Math.round((Date.now() - startedAt) / 1000),
    memory: pids.map(residentMegabytes),
    handles: pids.map((pid) => readdirSync(`/proc/${pid}/fd`).length),
    connections: rows[0]?.count ?? 0,
    calls: fleet.sandbox.counters.calls,
    throttled: fleet.sandbox.counters.throttled,
    orders: fleet.sandbox.accounts.reduce((sum, { state }) => sum + state.orders.length, 0),
  };
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
