import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../ports.js';
import type { RateLimit } from './rate-limit-track.js';
import { createRateLimiter } from './rate-limiter.js';

/** A clock that is moved by hand; whoever sleeps wakes in the sequence of the alarms. */
class HandClock implements Clock {
  #now = 1_000_000;
  #sleepers: { at: number; wake: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  get sleepers(): number {
    return this.#sleepers.length;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const sleeper = { at: this.#now + milliseconds, wake: resolve };
      this.#sleepers.push(sleeper);
      signal?.addEventListener('abort', () => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        reject(signal.reason);
      });
    });
  }

  setBack(milliseconds: number): void {
    this.#now -= milliseconds;
  }

  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      this.#sleepers.sort((a, b) => a.at - b.at);
      const next = this.#sleepers[0];
      if (!next || next.at > end) break;
      this.#sleepers.shift();
      this.#now = Math.max(this.#now, next.at);
      next.wake();
    }
    this.#now = end;
  }
}

const two: RateLimit = { key: 'orders', calls: 2, windowMs: 1000 };

describe('RateLimiter', () => {
  it('sends pairs, and the next pair a window after the answers to the first', async () => {
    const clock = new HandClock();
    const rateLimiter = createRateLimiter(clock);
    const start = clock.now();
    const sent: number[] = [];
    const work = (async () => {
      for (let call = 0; call < 6; call += 1) {
        const ticket = await rateLimiter.acquire([two]);
        sent.push(clock.now() - start);
        await clock.sleep(100);
        ticket.settle();
      }
    })();
    await clock.advance(10_000);
    await work;
    expect(sent).toEqual([0, 100, 1102, 1202, 2204, 2304]);
  });

  it('serves in the sequence of arrival, and lets others pass who wait for nothing', async () => {
    const clock = new HandClock();
    const rateLimiter = createRateLimiter(clock);
    const served: string[] = [];
    const take = async (name: string, limits: RateLimit[]): Promise<void> => {
      const ticket = await rateLimiter.acquire(limits);
      served.push(name);
      ticket.settle();
    };
    const shared = { key: 'user', calls: 10, windowMs: 1000 };
    const all = [
      ...['a1', 'a2', 'a3', 'a4'].map((name) => take(name, [shared, two])),
      take('b1', [shared, { ...two, key: 'tags' }]),
    ];
    await clock.advance(5000);
    await Promise.all(all);
    expect(served).toEqual(['a1', 'a2', 'b1', 'a3', 'a4']);
  });

  it('gives the place of one who left to the next, and leaves no alarm behind', async () => {
    const clock = new HandClock();
    const rateLimiter = createRateLimiter(clock);
    for (let call = 0; call < 2; call += 1) (await rateLimiter.acquire([two])).settle();
    const leaving = new AbortController();
    const left = rateLimiter.acquire([two], leaving.signal);
    expect(clock.sleepers).toBe(1);
    leaving.abort(new Error('enough'));
    await expect(left).rejects.toThrow('enough');
    expect(clock.sleepers).toBe(0);
    await expect(rateLimiter.acquire([two], leaving.signal)).rejects.toThrow('enough');
    const next = rateLimiter.acquire([two]);
    await clock.advance(1002);
    (await next).settle();
  });

  it('holds back what would otherwise go while a key is paused', async () => {
    const clock = new HandClock();
    const rateLimiter = createRateLimiter(clock);
    const start = clock.now();
    rateLimiter.pause('orders', 5000);
    rateLimiter.pause('orders', 100);
    let at = 0;
    const waiting = rateLimiter.acquire([two]).then(() => {
      at = clock.now() - start;
    });
    expect(rateLimiter.pausedFor('orders')).toBe(5002);
    await clock.advance(10_000);
    await waiting;
    expect(at).toBe(5002);
    expect(rateLimiter.pausedFor('orders')).toBe(0);
    expect(rateLimiter.pausedFor('never met')).toBe(0);
  });

  it('waits no longer than a window when the clock is set back', async () => {
    const clock = new HandClock();
    const rateLimiter = createRateLimiter(clock);
    for (let call = 0; call < 2; call += 1) (await rateLimiter.acquire([two])).settle();
    rateLimiter.pause('orders', 2000);
    clock.setBack(3_600_000);
    let done = false;
    const waiting = rateLimiter.acquire([two]).then(() => {
      done = true;
    });
    await clock.advance(2100);
    expect(done).toBe(true);
    await waiting;
  });

  it('forgets keys at rest', async () => {
    const clock = new HandClock();
    const rateLimiter = createRateLimiter(clock);
    for (let order = 0; order < 2000; order += 1) {
      (await rateLimiter.acquire([{ key: `order ${order}`, calls: 6, windowMs: 60_000 }])).settle();
      await clock.advance(1000);
    }
    expect(rateLimiter.size).toBeLessThan(200);
  });

  it('never lets more than n calls arrive in a window, and never waits without need', async () => {
    const call = fc.record({
      asksAt: fc.integer({ min: 0, max: 6000 }),
      travelMs: fc.integer({ min: 0, max: 400 }),
      answerMs: fc.integer({ min: 0, max: 400 }),
      key: fc.constantFrom('a', 'b'),
    });
    const sizes = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 }));
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 25 }), sizes, async (calls, [each, together]) => {
        const clock = new HandClock();
        const rateLimiter = createRateLimiter(clock);
        const start = clock.now();
        const log: { key: string; asked: number; sent: number; arrived: number; answered: number }[] = [];
        const work = calls.map(async ({ asksAt, travelMs, answerMs, key }) => {
          await clock.sleep(asksAt);
          const asked = clock.now() - start;
          const ticket = await rateLimiter.acquire([
            { key: 'all', calls: together, windowMs: 1000 },
            { key, calls: each, windowMs: 1000 },
          ]);
          const sent = clock.now() - start;
          await clock.sleep(travelMs);
          const arrived = clock.now() - start;
          await clock.sleep(answerMs);
          ticket.settle();
          log.push({ key, asked, sent, arrived, answered: clock.now() - start });
        });
        await clock.advance(200_000);
        await Promise.all(work);

        const groups: [number, (key: string) => boolean][] = [
          [together, () => true],
          [each, (key) => key === 'a'],
          [each, (key) => key === 'b'],
        ];
        for (const [limit, belongs] of groups) {
          const arrivals = log.filter(({ key }) => belongs(key)).map(({ arrived }) => arrived);
          arrivals.sort((x, y) => x - y);
          arrivals.forEach((arrival, index) => {
            const other = arrivals[index + limit];
            if (other !== undefined) expect(other - arrival).toBeGreaterThan(1000);
          });
        }
        // Until the moment before it was sent, one of its limits was full with calls not surely over.
        for (const one of log.filter(({ asked, sent }) => sent > asked)) {
          const before = one.sent - 1;
          const isFull = groups.some(([limit, belongs]) => {
            if (!belongs(one.key)) return false;
            const counted = log.filter(
              ({ key, sent, answered }) => belongs(key) && sent <= before && answered + 1002 > before,
            );
            return counted.length >= limit;
          });
          expect(isFull).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
