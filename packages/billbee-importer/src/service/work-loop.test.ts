import { HintQueue } from 'importer-core';
import { expect, it } from 'vitest';
import { WorkLoop, type WorkLoopOptions } from './work-loop.js';

/** A loop on a clock that jumps to the end of each sleep; ends after `until` milliseconds. */
async function work(until: number, parts: Partial<WorkLoopOptions> & { hintAt?: Record<number, string[]> }) {
  const end = new AbortController();
  const log: string[] = [];
  const clock = {
    time: 0,
    now: () => clock.time,
    async sleep(milliseconds: number, signal?: AbortSignal) {
      signal?.throwIfAborted();
      const wakeAt = clock.time + milliseconds;
      const hint = Object.keys(parts.hintAt ?? {})
        .map(Number)
        .find((at) => at >= clock.time && at < wakeAt);
      clock.time = hint ?? wakeAt;
      if (hint !== undefined) {
        hints.add(parts.hintAt?.[hint] ?? []);
        delete parts.hintAt?.[hint];
        loop.wake();
      }
      if (clock.time >= until) end.abort(new Error('over'));
      signal?.throwIfAborted();
    },
  };
  const hints = new HintQueue({ clock });
  const note = (what: string): void => {
    log.push(`${clock.time / 1000} ${what}`);
  };
  const loop = new WorkLoop({
    clock,
    stop: end.signal,
    hints,
    pollMs: 60_000,
    random: () => 0.5,
    poll: async () => note('poll'),
    importHinted: async (ids) => note(`orders ${ids}`),
    retryWanted: async () => false,
    send: async () => undefined,
    async register() {
      note('register');
      return clock.time + 86_400_000;
    },
    ...parts,
  });
  await loop.run();
  return log;
}

it('registers, then polls at its pace', async () => {
  expect(await work(130_000, {})).toEqual(['0 register', '0 poll', '60 poll', '120 poll']);
});

it('varies the pace by a tenth', async () => {
  expect(await work(130_000, { random: () => 0 })).toEqual(['0 register', '0 poll', '54 poll', '108 poll']);
});

it('is woken by hints, and does not let them delay the poll', async () => {
  const hintAt = { 10000: ['7'], 12000: ['7'], 30000: [] };
  expect(await work(100_000, { hintAt })).toEqual([
    '0 register',
    '0 poll',
    '10 orders 7',
    '25 orders 7',
    '30 poll',
    '90 poll',
  ]);
});

it('sends what is due later, but not in a circle', async () => {
  let sends = 0;
  const send = async (): Promise<number | undefined> => {
    sends += 1;
    return sends < 4 ? 0 : undefined;
  };
  await work(50_000, { send });
  expect(sends).toBe(4);
});

it('tries held orders again as soon as somebody asks, in turns with what else is due', async () => {
  const log: string[] = [];
  let left = 0;
  const loop = await work(70_000, {
    hintAt: { 20000: ['7'] },
    async importHinted(ids) {
      log.push(`orders ${ids}`);
      left = 2;
    },
    async poll() {
      log.push('poll');
      left += 1;
    },
    async retryWanted() {
      if (left === 0) return false;
      left -= 1;
      log.push('retry');
      return left > 0;
    },
  });
  expect(loop).toEqual(['0 register']);
  expect(log).toEqual(['poll', 'retry', 'orders 7', 'poll', 'retry', 'retry', 'retry']);
});
