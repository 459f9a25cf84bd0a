import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HintQueue } from './hint-queue.js';

function queueAt(start = 1_000_000) {
  const clock = { time: start, now: () => clock.time, sleep: async () => {} };
  return { clock, queue: new HintQueue({ clock }) };
}

it('gives an order out at once, and again only after the spacing when more was heard of it', () => {
  const { clock, queue } = queueAt();
  for (let hook = 0; hook < 200; hook += 1) queue.add(['1']);
  expect(queue.nextAt()).toBe(clock.time);
  expect(queue.take()).toEqual({ kind: 'orders', ids: ['1'] });
  expect([queue.take(), queue.nextAt()]).toEqual([undefined, undefined]);
  queue.add(['1']);
  expect(queue.take()).toBeUndefined();
  expect(queue.nextAt()).toBe(clock.time + 15_000);
  clock.time += 15_000;
  expect(queue.take()).toEqual({ kind: 'orders', ids: ['1'] });
});

it('asks for a poll when no order is named, or too many are', () => {
  const { clock, queue } = queueAt();
  queue.add([]);
  queue.add([]);
  expect([queue.take(), queue.take()]).toEqual([{ kind: 'poll' }, undefined]);
  clock.time += 15_000;
  queue.add(Array.from({ length: 21 }, (_, index) => String(index + 1)));
  expect([queue.take(), queue.take()]).toEqual([{ kind: 'poll' }, undefined]);
});

it('holds no order back when the clock was set back', () => {
  const { clock, queue } = queueAt();
  queue.add(['1']);
  queue.take();
  clock.time -= 3_600_000;
  queue.add(['1']);
  expect(queue.take()).toEqual({ kind: 'orders', ids: ['1'] });
});

it('takes no order more than 5 times in any minute, and leaves none out that no poll covers', () => {
  const event = fc.record({
    wait: fc.integer({ min: 0, max: 9000 }),
    ids: fc.array(fc.constantFrom('1', '2', '3')),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 80 }), (events) => {
      const { clock, queue } = queueAt();
      const log: { at: number; id: string }[] = [];
      const heard = new Map<string, number>();
      const drain = (): void => {
        for (let work = queue.take(); work; work = queue.take()) {
          for (const id of work.kind === 'poll' ? [''] : work.ids) log.push({ at: clock.time, id });
        }
      };
      for (const { wait, ids } of events) {
        clock.time += wait;
        drain();
        queue.add(ids);
        for (const id of ids.length === 0 ? [''] : ids) heard.set(id, clock.time);
        drain();
      }
      clock.time = Math.max(clock.time, queue.nextAt() ?? 0);
      drain();
      clock.time += 15_000;
      drain();
      for (const [id, at] of heard) {
        const taken = log.filter((entry) => entry.id === id).map((entry) => entry.at);
        // A poll looks at every order, so what waits with it needs no call of its own.
        expect(log.some((entry) => entry.at >= at && (entry.id === id || entry.id === ''))).toBe(true);
        for (const time of taken) {
          expect(taken.filter((other) => other >= time && other < time + 60_000).length).toBeLessThanOrEqual(
            5,
          );
        }
      }
      expect(queue.nextAt()).toBeUndefined();
    }),
    {
      examples: [
        [
          [
            { wait: 0, ids: [] },
            { wait: 0, ids: ['3'] },
            { wait: 0, ids: [] },
            { wait: 1, ids: ['3'] },
          ],
        ],
      ],
      numRuns: 300,
    },
  );
});
