import type { Clock } from 'importer-core';
import { expect, it } from 'vitest';
import { ShopRuns } from './shop-runs.js';
import type { ShopSession } from './shop-sessions.js';

const shop = { name: 'shop' } as ShopSession;

/** A worker whose imports end when the test says so; time passes only then, too. */
function world() {
  const asked: object[] = [];
  const log: string[] = [];
  const ends: ((result: { error?: unknown } | Error) => void)[] = [];
  const sleepers: (() => void)[] = [];
  let time = Date.UTC(2026, 2, 10, 12);
  const clock: Clock = {
    now: () => time,
    sleep: (_milliseconds, signal) =>
      new Promise<void>((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
        sleepers.push(resolve);
      }),
  };
  const runs = new ShopRuns({
    clock,
    log: (line) => log.push(line),
    stop: new AbortController().signal,
    runs: {
      run: (_name, request) => {
        asked.push(request);
        return new Promise((resolve, reject) => {
          ends.push((result) => (result instanceof Error ? reject(result) : resolve(result)));
        });
      },
    },
  });
  return {
    runs,
    asked,
    log,
    end(result: { error?: unknown } | Error = {}) {
      for (const end of ends.splice(0)) end(result);
    },
    /** The patience of every command is over. */
    impatience() {
      for (const wake of sleepers.splice(0)) wake();
    },
    later: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

it('asks for one import when the ERP begins a run, however many questions come meanwhile', async () => {
  const { runs, asked, end } = world();
  const questions = [runs.refresh(shop), runs.refresh(shop), runs.refresh(shop)];
  end();
  await Promise.all(questions);
  await runs.refresh(shop);
  expect(asked).toEqual([{ poll: true }]);
});

it('asks again when the next run begins, and when the news are old', async () => {
  const { runs, asked, end, later } = world();
  for (const before of [() => {}, () => runs.beginRun('shop'), () => later(61_000)]) {
    before();
    const question = runs.refresh(shop);
    end();
    await question;
  }
  expect(asked).toHaveLength(3);
});

it('lets a command go on without the import when that takes long, and the next one wait for the same', async () => {
  const { runs, asked, end, impatience } = world();
  const first = runs.refresh(shop);
  impatience();
  await first;
  const second = runs.refresh(shop);
  end();
  await second;
  expect(asked).toHaveLength(1);
});

it('tells of an import that could not be made, and asks again at the next run', async () => {
  const { runs, asked, log, end } = world();
  const first = runs.refresh(shop);
  end(new Error('terminating connection due to administrator command'));
  await first;
  expect(log).toEqual(['shop: terminating connection due to administrator command']);
  runs.beginRun('shop');
  const second = runs.refresh(shop);
  end();
  await second;
  expect(asked).toHaveLength(2);
});

it('throws why a single order could not be fetched', async () => {
  const { runs, asked, end } = world();
  const fetched = runs.fetchOne(shop, '300000180937794');
  const error = new Error('Billbee is away.');
  end({ error });
  await expect(fetched).rejects.toBe(error);
  expect(asked).toEqual([{ ids: ['300000180937794'] }]);
});
