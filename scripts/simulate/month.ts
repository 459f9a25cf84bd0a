import type { PollPlan } from 'importer-accounts';

/** A merchant by how many orders a day come in, on average. */
export interface SimulatedMerchant {
  readonly ordersPerDay: number;
}

export interface SimulatedLimits {
  readonly shortestMs: number;
  readonly longestMs: number;
  readonly callsPerMonth?: number | undefined;
}

const dayMs = 86_400_000;
const monthMs = 30 * dayMs;
const hourMs = 3_600_000;
const share = 0.8;
/** Orders by the hour of a day: little at night, most in the evening. */
const hours = [2, 1, 1, 1, 1, 2, 3, 5, 6, 6, 6, 6, 6, 5, 5, 5, 6, 7, 8, 9, 9, 7, 5, 3];
const hourSum = hours.reduce((sum, weight) => sum + weight, 0);

/** A few sell a lot, most a little: orders a day by a Pareto law, from 1 to some thousands. */
export function merchantsOf(count: number): SimulatedMerchant[] {
  return Array.from({ length: count }, (_, index) => ({
    ordersPerDay: Math.min(5000, ((index + 0.5) / count) ** (-1 / 1.1)),
  }));
}

/**
 * A month of every merchant, poll by poll: a poll takes a call per 250 new orders and one at least; how many came in since the
 * last one is drawn by a Poisson law with a fixed seed.
 *
 * @returns calls of each merchant, and how long the orders of some waited for a poll
 */
export function simulateMonth(
  merchants: readonly SimulatedMerchant[],
  limits: SimulatedLimits,
  planPoll: (plan: PollPlan) => number,
): { calls: number[]; waits: number[] } {
  const random = seeded(42);
  const state = merchants.map(() => ({
    at: random() * limits.shortestMs,
    last: 0,
    quiet: 0,
    cost: 1,
    calls: 0,
  }));
  const waits: number[] = [];
  let stretch = 1;
  // Day by day, as the workers plan anew: what the others have used belongs to the plan.
  for (let day = 0; day < 30; day += 1) {
    const used = state.reduce((sum, { calls }) => sum + calls, 0);
    if (limits.callsPerMonth !== undefined) {
      const left = Math.max(1, limits.callsPerMonth - used);
      const planned = state.reduce((sum, { cost, quiet }) => {
        const wait = Math.min(limits.longestMs, limits.shortestMs * 1.5 ** Math.min(quiet, 64));
        return sum + (cost * (monthMs - day * dayMs)) / wait;
      }, 0);
      stretch = Math.max(1, planned / (share * left));
    }
    for (const [index, merchant] of merchants.entries()) {
      const own = state[index];
      while (own && own.at < (day + 1) * dayMs) {
        const orders = poisson(expected(merchant, own.last, own.at), random);
        const calls = Math.max(1, Math.ceil(orders / 250));
        own.calls += calls;
        own.cost = 0.7 * own.cost + 0.3 * calls;
        own.quiet = orders > 0 ? 0 : own.quiet + 1;
        if (orders > 0 && waits.length < 500_000) waits.push(random() * (own.at - own.last));
        own.last = own.at;
        own.at += planPoll({
          quietPolls: own.quiet,
          callsPerPoll: own.cost,
          ...limits,
          monthLeftMs: Math.max(1, monthMs - own.at),
          stretch,
        });
      }
    }
  }
  return { calls: state.map(({ calls }) => calls), waits };
}

function expected({ ordersPerDay }: SimulatedMerchant, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; ) {
    const end = Math.min(to, (Math.floor(at / hourMs) + 1) * hourMs);
    sum += (ordersPerDay * ((hours[Math.floor(at / hourMs) % 24] ?? 0) / hourSum) * (end - at)) / hourMs;
    at = end;
  }
  return sum;
}

function poisson(mean: number, random: () => number): number {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
