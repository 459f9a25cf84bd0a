import { setTimeout as delay } from 'node:timers/promises';
import { runSql } from 'importer-core/store';
import { type Fleet, openFleet } from '../../../test/simulation/fleet/open-fleet.js';
import { print } from '../figure.js';
import { describeLoad, processorTime, processorTimeBetween } from './processor-time.js';

/** How fresh merchants are promised to be, in seconds: the default of BILLBEE_POLL_MINUTES. */
const freshnessSeconds = 300;
const countedShare = 0.9;
/** Runs that are measured; all the other accounts are in the schedule, too. */
const most = 3000;
/** By then every worker looks for jobs. */
const startMs = 4000;
const patienceMs = 1_200_000;

/**
 * Runs that find nothing new, which is what most of the runs of a fleet are: runs per second, what each costs in processor time, and how
 * many merchants one core carries at five minutes' freshness.
 */
export async function benchQuietRuns(accounts: number): Promise<void> {
  const fleet = await openFleet({
    accounts,
    orders: 2,
    rateLimit: false,
    noFiles: true,
    env: { BILLBEE_POLL_MINUTES: '1440', BILLBEE_LOG_LEVEL: 'warn' },
  });
  try {
    const first = [fleet.start(), fleet.start()];
    await until(fleet, accounts);
    await Promise.all(first.map((worker) => worker.stop()));
    let single: number | undefined;
    for (const workers of [1, 2, 4]) {
      const { perSecond, costs, note } = await measure(fleet, workers, Math.min(accounts, most));
      single ??= perSecond;
      const name = `fleet/${accounts}-quiet-accounts/${workers}-workers`;
      print({
        name,
        value: perSecond,
        unit: 'runs/s',
        ...(workers === 1 ? {} : { peer: '1 worker', ratio: perSecond / single }),
        note,
      });
      print({ name: `${name}/worker-time`, value: costs.worker * 1000, unit: 'ms/run' });
      print({ name: `${name}/database-time`, value: costs.database * 1000, unit: 'ms/run' });
      print({
        name: `${name}/merchants-per-core`,
        value: freshnessSeconds / (costs.worker + costs.database),
        unit: 'merchants',
        note: 'polled every 5 minutes, nothing new; worker and database on the same core, a core that does nothing else',
      });
    }
  } finally {
    await fleet.close();
  }
}

/** @param wanted how many of the accounts are due at once */
async function measure(fleet: Fleet, count: number, wanted: number) {
  const workers = Array.from({ length: count }, () => fleet.start());
  await delay(startMs);
  const others = (await done(fleet)) - wanted;
  await runSql(
    fleet.store.db,
    `update account_schedule set due_at = now() - interval '1 second'
     where key in (select key from account_schedule order by md5(key) limit $1)`,
    [wanted],
  );
  while ((await done(fleet)) <= others) await delay(5);
  const pids = workers.map(({ child }) => child.pid ?? 0);
  const [started, already, before] = [performance.now(), await done(fleet), processorTime(pids)];
  const runs = (await until(fleet, others + wanted * countedShare)) - already;
  const seconds = (performance.now() - started) / 1000;
  const used = processorTimeBetween(before, processorTime(pids));
  await until(fleet, others + wanted);
  await Promise.all(workers.map((worker) => worker.stop()));
  return {
    perSecond: runs / seconds,
    costs: { worker: used.workers / runs, database: used.database / runs },
    note: describeLoad(used, seconds),
  };
}

/** Accounts whose next poll is planned for later. */
async function done({ store }: Fleet): Promise<number> {
  const { rows } = await runSql<{ count: number }>(
    store.db,
    'select count(*)::integer as count from account_schedule where due_at > now()',
  );
  return rows[0]?.count ?? 0;
}

async function until(fleet: Fleet, wanted: number): Promise<number> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const count = await done(fleet);
    if (count >= wanted) return count;
    if (performance.now() > end)
      throw new Error(`${count} of ${wanted} accounts after ${patienceMs / 60_000} minutes`);
    await delay(100);
  }
}
